import { el, icon, outLink } from './dom.js';
import { createSheet } from './sheet-shell.js';

/** The account's own menu beside the text box; its button is there only while the account has one. */
export function wireMenu(app, { screen, menu }, onTap) {
  const { show, close, toggle } = createSheet(screen, menu);
  let items = [];

  function node({ title, url }, index) {
    const properties = { class: 'sheet-item menu-item', qa: `${app}-menu-item` };
    if (url !== null) return outLink(url, [title, icon('link')], properties);
    const tap = () => {
      close();
      onTap(index);
    };
    return el('button', { type: 'button', ...properties, on: { click: tap } }, title);
  }

  menu.addEventListener('click', () => toggle(() => show('Trình đơn', items.map(node))));
  return {
    set(next) {
      items = next;
      menu.hidden = items.length === 0;
    },
  };
}

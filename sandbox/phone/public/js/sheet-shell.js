import { el, iconButton } from './dom.js';

/** A sheet over one phone, opened by `opener`. Escape and a tap outside close it; Escape gives the focus back. */
export function createSheet(screen, opener) {
  let sheet = null;

  function close(giveFocusBack = true) {
    sheet?.remove();
    sheet = null;
    opener.setAttribute('aria-expanded', 'false');
    if (giveFocusBack) opener.focus();
  }

  function show(title, ...content) {
    sheet?.remove();
    sheet = el(
      'div',
      { class: 'sheet', role: 'dialog', 'aria-label': title },
      el(
        'div',
        { class: 'sheet-head' },
        title,
        iconButton('close', 'Đóng', { class: 'tool', on: { click: () => close() } }),
      ),
      content,
    );
    sheet.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
    });
    screen.append(sheet);
    opener.setAttribute('aria-expanded', 'true');
    sheet.querySelector('.sheet-item, input')?.focus();
  }

  screen.addEventListener('pointerdown', (event) => {
    if (sheet !== null && !sheet.contains(event.target) && !opener.contains(event.target)) close(false);
  });
  return { show, close, toggle: (open) => (sheet === null ? open() : close()) };
}

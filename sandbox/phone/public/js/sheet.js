import { el, icon } from './dom.js';
import { createSheet } from './sheet-shell.js';
import { stickers } from './texts.js';

/** The sheet behind "+": files, voice, a place, a business card, stickers. */
export function wireSheet(app, { screen, more, files }, send) {
  const { show, close, toggle } = createSheet(screen, more);

  function choose(chooser) {
    close();
    chooser.click();
  }

  function menu() {
    const opens = (title, form) => () => show(title, form());
    const items = [
      item('image', 'Ảnh, video', null, () => choose(files.photos)),
      item('file', 'Tệp', null, () => choose(files.any)),
      item('mic', 'Tin thoại', null, () => choose(files.voice)),
      item(
        'smile',
        'Nhãn dán',
        `${app}-open-sticker`,
        opens('Nhãn dán', () => stickerGrid(app, done(send.sticker))),
      ),
    ];
    // Messenger has neither a place nor a business card to send.
    if (app === 'zalo') {
      items.push(
        item(
          'pin',
          'Vị trí',
          `${app}-open-location`,
          opens('Gửi vị trí', () => placeForm(app, done(send.place))),
        ),
        item(
          'contact',
          'Danh thiếp',
          `${app}-open-contact`,
          opens('Gửi danh thiếp', () => contactForm(app, done(send.contact))),
        ),
      );
    }
    show('Gửi thêm', el('div', { class: 'sheet-grid' }, items));
  }

  const done = (act) => (value) => {
    close();
    act(value);
  };

  more.addEventListener('click', () => toggle(menu));
}

function item(iconName, label, qa, onClick) {
  return el(
    'button',
    { type: 'button', class: 'sheet-item', qa, on: { click: onClick } },
    el('span', { class: 'round' }, icon(iconName, '')),
    label,
  );
}

function field(label, qa, value, properties = {}) {
  return el('label', {}, label, el('input', { class: 'field', qa, value, required: true, ...properties }));
}

function formOf(qa, fields, read, onSend) {
  const form = el('form', {}, fields, el('button', { class: 'pill-button', qa }, 'Gửi'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onSend(read([...form.querySelectorAll('input')].map(({ value }) => value.trim())));
  });
  return form;
}

function placeForm(app, onSend) {
  const number = { type: 'number', step: 'any' };
  const fields = [
    field('Tên địa điểm', `${app}-location-name`, 'Trụ sở UBND xã', { maxlength: '200' }),
    el(
      'div',
      { class: 'pair' },
      field('Vĩ độ', `${app}-location-lat`, '21.0285', { ...number, min: '-90', max: '90' }),
      field('Kinh độ', `${app}-location-long`, '105.8542', { ...number, min: '-180', max: '180' }),
    ),
  ];
  return formOf(
    `${app}-location-send`,
    fields,
    ([name, latitude, longitude]) => ({ name, latitude: Number(latitude), longitude: Number(longitude) }),
    onSend,
  );
}

function contactForm(app, onSend) {
  const fields = [
    field('Họ tên', `${app}-contact-name`, 'Nguyễn Văn Mẫu', { maxlength: '100' }),
    field('Số điện thoại', `${app}-contact-phone`, '0900000000', { maxlength: '20', inputmode: 'tel' }),
  ];
  return formOf(`${app}-contact-send`, fields, ([name, phone]) => ({ name, phone }), onSend);
}

function stickerGrid(app, onSend) {
  return el(
    'div',
    { class: 'sheet-grid' },
    stickers.map(({ id, label }) =>
      el(
        'button',
        {
          type: 'button',
          class: 'sheet-item',
          qa: `${app}-sticker-choice`,
          'aria-label': `Nhãn dán ${label}`,
          on: { click: () => onSend(id) },
        },
        icon(`sticker-${id}`, 'sticker'),
      ),
    ),
  );
}

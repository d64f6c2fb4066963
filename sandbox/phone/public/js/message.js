import { el, icon, linked, localPath, outLink } from './dom.js';
import { sizeOf, stateWords, stickers, timeOf } from './texts.js';

/**
 * One message as both apps show it. `actions.tap(message, index)` runs for a button that answers,
 * `actions.call(number)` for one that calls, `actions.view(url, name)` for a picture.
 */
export function messageNode(app, message, accountName, actions) {
  const speaker = message.from === 'resident' ? 'Bạn' : accountName;
  const bare = message.media?.kind === 'sticker' && message.text === '';
  const classes = ['msg', bare ? 'bare' : '', message.buttons.length > 0 ? 'with-buttons' : ''];
  return el(
    'article',
    {
      class: classes.filter(Boolean).join(' '),
      qa: `${app}-message`,
      data: { from: message.from, state: message.state, id: message.id, at: message.at },
    },
    el('span', { class: 'sr-only' }, `${speaker}: `),
    hasBubble(message) ? bubble(app, message, actions) : null,
    cards(app, message, actions),
    meta(message),
  );
}

function hasBubble({ text, media, location, contact, buttons }) {
  return text !== '' || media !== null || location !== null || contact !== null || buttons.length > 0;
}

function bubble(app, message, actions) {
  const { text, media, location, contact, quoted } = message;
  return el(
    'div',
    { class: 'bubble' },
    quoted === null ? null : el('blockquote', { class: 'quoted', qa: `${app}-quoted` }, quoted),
    media === null ? null : mediaNode(app, media, actions),
    location === null ? null : placeNode(app, location),
    contact === null ? null : contactNode(app, contact),
    text === '' ? null : el('div', { class: 'words', qa: `${app}-text` }, linked(text)),
    buttonsNode(app, message, message.buttons, actions),
  );
}

function meta({ at, state, from }) {
  return el(
    'footer',
    { class: 'meta' },
    el('time', { datetime: new Date(at).toISOString() }, timeOf(at)),
    from === 'resident' ? el('span', { class: 'state' }, stateWords[state]) : null,
  );
}

function mediaNode(app, media, actions) {
  const item = { ...media, url: localPath(media.url) ?? media.url };
  if (item.kind === 'sticker') return stickerNode(app, item.name);
  // A file that is elsewhere is not fetched by this page: it is offered as a link.
  if (localPath(media.url) === null) return fileNode(app, item);
  switch (item.kind) {
    case 'image':
    case 'gif':
      return pictureNode(app, item, actions);
    case 'audio':
      return player('audio', app, item);
    case 'video':
      return player('video', app, item);
    default:
      return fileNode(app, item);
  }
}

function pictureNode(app, { url, name }, actions) {
  const image = el('img', { src: url, alt: name === '' ? 'Ảnh' : `Ảnh ${name}` });
  const button = el(
    'button',
    {
      type: 'button',
      class: 'picture',
      qa: `${app}-image`,
      'aria-label': `Xem ảnh ${name}`.trim(),
      on: { click: () => actions.view(url, name) },
    },
    image,
  );
  image.addEventListener('error', () => {
    button.classList.add('broken');
    button.disabled = true;
    button.replaceChildren('Không hiện được ảnh này.');
  });
  return button;
}

function player(tag, app, { url, name }) {
  const label = tag === 'audio' ? `Tin thoại ${name}` : `Video ${name}`;
  return el(tag, {
    class: 'media-player',
    controls: true,
    preload: 'metadata',
    src: url,
    'aria-label': label.trim(),
    qa: `${app}-${tag}`,
  });
}

function fileNode(app, { url, name, sizeBytes }) {
  const label = el(
    'span',
    {},
    el('b', {}, name === '' ? 'Tệp' : name),
    sizeBytes === null ? null : el('small', {}, sizeOf(sizeBytes)),
  );
  const content = [el('span', { class: 'tile-icon' }, icon('file')), label];
  const properties = { class: 'tile', qa: `${app}-file` };
  if (url === '') return el('div', properties, content);
  return outLink(url, content, localPath(url) === null ? properties : { ...properties, download: name });
}

function placeNode(app, { name, latitude, longitude }) {
  return el(
    'div',
    { qa: `${app}-location` },
    el('div', { class: 'map', 'aria-hidden': 'true' }, icon('pin', '')),
    el(
      'div',
      { class: 'tile' },
      el(
        'span',
        {},
        el('b', {}, name === '' ? 'Vị trí' : name),
        el('small', {}, `${latitude}, ${longitude}`),
      ),
    ),
  );
}

function contactNode(app, { name, phone }) {
  return el(
    'div',
    { class: 'tile', qa: `${app}-contact` },
    el('span', { class: 'tile-icon' }, icon('contact')),
    el('span', {}, el('b', {}, name), el('small', {}, phone)),
  );
}

function stickerNode(app, id) {
  const known = stickers.find((sticker) => sticker.id === id);
  const svg = icon(known === undefined ? 'sticker-like' : `sticker-${id}`, 'sticker');
  svg.removeAttribute('aria-hidden');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `Nhãn dán ${known?.label ?? ''}`.trim());
  svg.dataset.qa = `${app}-sticker`;
  return svg;
}

function cards(app, message, actions) {
  if (message.cards.length === 0) return null;
  const nodes = message.cards.map((card) =>
    el(
      'div',
      { class: 'template-card', qa: `${app}-card` },
      cardPicture(app, card, actions),
      el(
        'div',
        { class: 'card-words' },
        el('b', {}, card.title),
        card.subtitle === '' ? null : el('p', {}, card.subtitle),
      ),
      buttonsNode(app, message, card.buttons, actions),
    ),
  );
  return el('div', { class: 'cards', tabindex: '0', role: 'group', 'aria-label': 'Thẻ nội dung' }, nodes);
}

function cardPicture(app, { imageUrl, title }, actions) {
  const url = imageUrl === null ? null : localPath(imageUrl);
  return url === null ? null : pictureNode(app, { url, name: title }, actions);
}

function buttonsNode(app, message, buttons, actions) {
  if (buttons.length === 0) return null;
  return el(
    'div',
    { class: 'buttons' },
    buttons.map((button) => buttonNode(app, message, button, actions)),
  );
}

function buttonNode(app, message, button, actions) {
  const qa = `${app}-button`;
  if (button.kind === 'link') return outLink(button.target, [button.title, icon('link')], { qa });
  const press = async (event) => {
    const pressed = event.currentTarget;
    pressed.disabled = true;
    if (button.kind === 'call') actions.call(button.target);
    else await actions.tap(message, button.index);
    pressed.disabled = false;
  };
  const label = button.kind === 'call' ? [icon('phone'), button.title] : [button.title];
  return el('button', { type: 'button', qa, on: { click: press } }, label);
}

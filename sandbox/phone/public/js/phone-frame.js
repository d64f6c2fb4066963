import { el, icon, iconButton } from './dom.js';

/** What differs between the two apps as far as the frame shows it. */
const apps = {
  zalo: {
    name: 'Zalo',
    badge: 'verified',
    badgeLabel: 'Tài khoản đã xác thực',
    sub: 'Zalo · Tài khoản chính thức',
    emptyField: 'Tin nhắn',
  },
  messenger: {
    name: 'Messenger',
    badge: 'verified-blue',
    badgeLabel: 'Trang đã xác minh',
    sub: 'Messenger · Trang Facebook',
    emptyField: 'Nhắn tin',
  },
};

/** Builds one phone into `root` and gives its parts back. */
export function buildFrame(app, root) {
  const spec = apps[app];
  const parts = {
    clock: el('span', {}, '--:--'),
    name: el('span', {}, 'Công an xã'),
    log: el('div', {
      class: 'log',
      role: 'log',
      'aria-live': 'polite',
      'aria-label': `Cuộc trò chuyện trên ${spec.name}`,
      tabindex: '0',
      qa: `${app}-log`,
    }),
    quickReplies: el('div', {
      class: 'quick-replies',
      role: 'group',
      'aria-label': 'Trả lời nhanh',
      hidden: true,
    }),
    error: el('p', { class: 'phone-error', role: 'alert', hidden: true, qa: `${app}-error` }),
    ...composerParts(app, spec),
  };
  const screen = el(
    'div',
    { class: 'screen' },
    el('div', { class: 'status-bar', 'aria-hidden': 'true' }, parts.clock, icon('bars', '')),
    chatHead(spec, parts.name),
    parts.log,
    parts.quickReplies,
    parts.error,
    parts.form,
    el('div', { class: 'home-bar', 'aria-hidden': 'true' }),
  );
  root.replaceChildren(screen);
  return { ...parts, screen };
}

function chatHead(spec, name) {
  const badge = icon(spec.badge, '');
  badge.removeAttribute('aria-hidden');
  badge.setAttribute('role', 'img');
  badge.setAttribute('aria-label', spec.badgeLabel);
  return el(
    'div',
    { class: 'chat-head' },
    icon('back', 'back'),
    el('span', { class: 'avatar' }, icon('shield', '')),
    el(
      'div',
      { class: 'chat-title' },
      el('h2', { class: 'chat-name' }, name, badge),
      el('p', { class: 'chat-sub' }, spec.sub),
    ),
  );
}

function composerParts(app, spec) {
  const input = el('textarea', {
    rows: '1',
    placeholder: spec.emptyField, // as the app itself writes in grey
    'aria-label': `Soạn tin trên ${spec.name}`,
    maxlength: '20000',
    autocomplete: 'off',
    enterkeyhint: 'send',
    qa: `${app}-composer`,
  });
  const more = iconButton(
    app === 'zalo' ? 'plus' : 'plus-filled',
    'Gửi thêm: vị trí, danh thiếp, nhãn dán, tệp',
    {
      class: 'tool',
      'aria-haspopup': 'dialog',
      'aria-expanded': 'false',
      qa: `${app}-more`,
    },
  );
  const photo = iconButton('image', 'Gửi ảnh', { class: 'tool' });
  const send = iconButton('send', 'Gửi', { class: 'tool send', qa: `${app}-send` });
  send.type = 'submit';
  const files = {
    photos: fileInput(app, 'attach', 'Chọn ảnh', 'image/*,video/*', true),
    any: fileInput(app, 'attach-file', 'Chọn tệp', null, true),
    voice: fileInput(app, 'attach-voice', 'Chọn tệp ghi âm', 'audio/*', false),
  };
  photo.addEventListener('click', () => files.photos.click());
  const menu = iconButton('menu', 'Mở trình đơn', {
    class: 'tool',
    hidden: true,
    'aria-haspopup': 'dialog',
    'aria-expanded': 'false',
    qa: `${app}-menu`,
  });
  const form = el('form', { class: 'composer' }, menu, more, photo, Object.values(files), input, send);
  return { form, input, menu, more, send, files };
}

function fileInput(app, qa, label, accept, multiple) {
  return el('input', {
    type: 'file',
    class: 'sr-only',
    tabindex: '-1',
    'aria-label': label,
    accept,
    multiple,
    qa: `${app}-${qa}`,
  });
}

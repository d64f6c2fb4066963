import * as api from './api.js';
import { el } from './dom.js';
import { timeOf } from './texts.js';

const KEPT = 150;
const APP_NAMES = { zalo: 'Zalo', messenger: 'Messenger' };

/** The raw calls between the platforms and the bot, newest first. */
export function createWirePanel() {
  const panel = document.getElementById('wire-panel');
  const list = el('div', { class: 'wire-list', tabindex: '0', role: 'region', 'aria-label': 'Các lệnh gọi' });
  const empty = el('p', { class: 'hint' }, 'Chưa có lệnh gọi nào. Nhắn một tin để thấy.');
  const clear = async () => {
    await api.clearWire();
    list.replaceChildren();
    empty.hidden = false;
  };
  document
    .getElementById('wire')
    .append(
      el(
        'div',
        { class: 'wire-bar' },
        el(
          'p',
          { class: 'hint' },
          '→ Zalo, Facebook gọi webhook của trợ lý. ← Trợ lý gọi API của Zalo, Facebook.',
        ),
        el(
          'button',
          { type: 'button', class: 'ghost', qa: 'wire-clear', on: { click: clear } },
          'Xóa danh sách',
        ),
      ),
      empty,
      list,
    );

  function add(entry) {
    if (list.querySelector(`[data-id="${entry.id}"]`) !== null) return;
    empty.hidden = true;
    list.prepend(entryNode(entry));
    while (list.childElementCount > KEPT) list.lastElementChild.remove();
  }

  return {
    add,
    load: () =>
      api
        .getWire()
        .then((entries) => entries.forEach(add))
        .catch(() => (panel.open = false)),
  };
}

function entryNode(entry) {
  const { id, app, direction, at, title, status, durationMs, request, answer } = entry;
  const good = status !== null && status < 400;
  const body = () => [
    ...(request === '' ? [] : ['Nội dung gửi:\n', pretty(request)]),
    ...(answer === '' ? [] : ['\n\nTrả lời:\n', pretty(answer)]),
  ];
  const pre = el('pre');
  const details = el(
    'details',
    { class: 'wire-entry', qa: 'wire-entry', data: { id, channel: app, direction } },
    el(
      'summary',
      {},
      el('time', {}, `${timeOf(at)}:${String(new Date(at).getSeconds()).padStart(2, '0')}`),
      el('span', { class: 'app-name' }, APP_NAMES[app]),
      el(
        'span',
        { 'aria-label': direction === 'webhook' ? 'gọi trợ lý' : 'trợ lý gọi' },
        direction === 'webhook' ? '→' : '←',
      ),
      el('span', { class: 'what' }, title),
      el('span', { class: good ? 'good' : 'bad' }, `${status ?? 'không trả lời'} · ${durationMs} ms`),
    ),
    pre,
  );
  details.addEventListener('toggle', () => details.open && pre.replaceChildren(...body()), { once: true });
  return details;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

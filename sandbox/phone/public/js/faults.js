import * as api from './api.js';
import { el } from './dom.js';
import { FAULTS, activeCount, numberField } from './fault-list.js';
import { momentOf } from './texts.js';

const APPS = [
  ['zalo', 'Zalo'],
  ['messenger', 'Messenger'],
];
const FORWARD = [
  [1, '+1 giờ'],
  [24, '+24 giờ'],
  [49, '+49 giờ'],
  [24 * 7 + 1, '+7 ngày'],
];

/** The panel of faults. `resident()` tells whose chat the staff's message goes into. */
export function createFaultsPanel({ onChange, resident }) {
  const root = document.getElementById('faults');
  const badge = document.getElementById('faults-badge');
  const message = el('p', { class: 'hint', role: 'status', qa: 'fault-save-state' });
  let situation = null;

  async function attempt(act, said) {
    try {
      const next = await act();
      if (next?.clock !== undefined) show(next);
      message.textContent = said;
    } catch (error) {
      if (situation !== null) show(situation);
      message.textContent = error.message;
    }
  }

  function show(next) {
    situation = next;
    const focused = document.activeElement?.dataset?.qa;
    root.replaceChildren(
      el('div', { class: 'fault-columns' }, APPS.map(appGroup), clockGroup()),
      el(
        'div',
        { class: 'bench-row' },
        button('Xóa mọi sự cố', 'fault-clear', () => attempt(api.clearFaults, 'Đã xóa mọi sự cố.')),
        message,
      ),
    );
    if (focused !== undefined) root.querySelector(`[data-qa="${focused}"]`)?.focus();
    const active = APPS.reduce((sum, [app]) => sum + activeCount(next[app].settings), 0);
    badge.hidden = active === 0;
    badge.textContent = `${active} đang bật`;
    onChange(next);
  }

  function appGroup([app, name]) {
    const { settings, webhookOn, canExpireToken, canRevokeConsent } = situation[app];
    const faults = FAULTS.filter(({ only }) => only === undefined || only === app);
    const expire = () => attempt(() => api.expireToken(app), 'Token hiện tại đã hết hạn.');
    const revoke = () =>
      attempt(() => api.revokeConsent(app), 'Đã thu hồi quyền. Cấp lại ở Bảng điều khiển, mục Hệ thống.');
    return group(
      `Sự cố của ${name}`,
      name,
      webhookOn ? null : alarm(`${name} đã ngừng gửi webhook. Bấm “Xóa mọi sự cố” để bật lại.`),
      faults.map((fault) => row(fault, control(app, fault, settings[fault.name]))),
      canExpireToken
        ? row(
            { label: 'Token của trợ lý', hint: 'Lần gọi sau phải làm mới' },
            button('Cho hết hạn', `fault-${app}-expire-token`, expire),
          )
        : null,
      canRevokeConsent
        ? row(
            { label: 'Quyền của ứng dụng', hint: 'Như quản trị viên Official Account thu hồi' },
            button('Thu hồi', `fault-${app}-revoke-consent`, revoke),
          )
        : null,
      staffForm(app, name),
    );
  }

  function alarm(words) {
    return el('p', { class: 'bench-alarm' }, words);
  }

  function staffForm(app, name) {
    const input = el('input', {
      class: 'field',
      maxlength: '500',
      qa: `fault-${app}-staff-text`,
    });
    const form = el(
      'form',
      { class: 'staff-form' },
      el('label', {}, `Cán bộ nhắn thẳng từ trang quản lý ${name}`, input),
      el('button', { class: 'ghost', qa: `fault-${app}-staff-send` }, 'Nhắn'),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = input.value.trim();
      if (text === '') return;
      input.value = '';
      attempt(() => api.writeAsStaff(app, resident(), text), 'Đã nhắn như cán bộ; trợ lý sẽ tạm dừng.');
    });
    return form;
  }

  function control(app, { name, choices, kind }, value) {
    const qa = `fault-${app}-${name}`;
    const save = (next) => attempt(() => api.setFault(app, name, next), 'Đã lưu.');
    if (choices !== undefined) {
      const options = choices.map(([id, label]) =>
        el('option', { value: id, selected: id === value }, label),
      );
      return el(
        'select',
        { class: 'field', qa, on: { change: ({ target }) => save(target.value) } },
        options,
      );
    }
    if (kind === undefined) {
      const properties = { type: 'checkbox', role: 'switch', class: 'switch', checked: value, qa };
      return el('input', { ...properties, on: { change: ({ target }) => save(target.checked) } });
    }
    const { shown, read, ...attributes } = numberField(kind, value);
    const change = ({ target }) => save(read(target.value.trim()));
    return el('input', { class: 'field', value: shown, qa, ...attributes, on: { change } });
  }

  function clockGroup() {
    const { now, offsetMs } = situation.clock;
    const forward = FORWARD.map(([hours, label]) =>
      button(label, 'clock-forward', () => attempt(() => api.moveClock(hours), `Đã dời đồng hồ ${label}.`)),
    );
    return group(
      'Đồng hồ của Zalo và Facebook',
      'Đồng hồ của Zalo và Facebook',
      el(
        'p',
        { class: 'fault' },
        el('b', { qa: 'clock-now' }, momentOf(now)),
        el('span', { class: 'hint' }, offsetMs === 0 ? 'đúng giờ' : ahead(offsetMs)),
      ),
      el(
        'div',
        { class: 'bench-row' },
        forward,
        button('Về đúng giờ', 'clock-reset', () => attempt(api.resetClock, 'Đồng hồ đã về đúng giờ.')),
      ),
      el(
        'p',
        { class: 'hint' },
        'Dời tới để thấy hết thời hạn được nhắn (Messenger 24 giờ, Zalo 48 giờ rồi 7 ngày) và token hết hạn (Zalo 25 giờ).',
      ),
    );
  }

  return {
    show,
    load: () => attempt(api.getFaults, ''),
  };
}

function group(label, title, ...content) {
  return el(
    'div',
    { class: 'fault-group', role: 'group', 'aria-label': label },
    el('h3', {}, title),
    ...content,
  );
}

function row({ label, hint }, input) {
  const words = el('span', {}, label, hint === undefined ? null : el('small', {}, hint));
  return el(input.tagName === 'BUTTON' ? 'div' : 'label', { class: 'fault' }, words, input);
}

function button(label, qa, onClick) {
  return el('button', { type: 'button', class: 'ghost', qa, on: { click: onClick } }, label);
}

function ahead(offsetMs) {
  const hours = Math.round(offsetMs / 3_600_000);
  return hours >= 0 ? `nhanh hơn ${hours} giờ` : `chậm hơn ${-hours} giờ`;
}

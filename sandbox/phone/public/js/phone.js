import * as api from './api.js';
import { wireComposer } from './composer.js';
import { createConversationView } from './conversation-view.js';
import { el } from './dom.js';
import { buildFrame } from './phone-frame.js';
import { wireMenu } from './menu.js';
import { wireSheet } from './sheet.js';
import { timeOf } from './texts.js';

const NOTICE_MS = 6000;
const MAX_FILE_BYTES = 25 * 1024 * 1024;

/** One phone with one app. `onUsed` runs when somebody turns to it, `view` shows a picture large. */
export function createPhone(app, root, { onUsed, view: viewImage }) {
  const frame = buildFrame(app, root);
  let residentId = null;
  let noticeTimer = 0;
  let pending = 0;

  function notice(text) {
    clearTimeout(noticeTimer);
    frame.error.textContent = text;
    frame.error.hidden = text === '';
    if (text !== '') noticeTimer = setTimeout(() => notice(''), NOTICE_MS);
  }

  /** Runs a call to the server and says why when it is refused. Resolves to whether it went well. */
  async function attempt(act) {
    try {
      await act();
      notice('');
      return true;
    } catch (error) {
      notice(
        error instanceof api.ApiError ? error.message : 'Có lỗi trên trang này. Tải lại trang rồi thử lại.',
      );
      return false;
    }
  }

  const view = createConversationView(app, frame.log, {
    tap: (message, index) => attempt(() => api.tap(app, residentId, message.id, index)),
    call: (phone) => notice(`Trên điện thoại thật, nút này gọi số ${phone}.`),
    open: (how) => attempt(() => api.open(app, residentId, how)),
    view: viewImage,
  });

  /** A message on its way, until the server tells the real one. */
  function pendingMessage(fields) {
    pending += 1;
    return {
      id: `pending-${pending}`,
      from: 'resident',
      at: Date.now(),
      text: '',
      media: null,
      location: null,
      contact: null,
      buttons: [],
      cards: [],
      quickReplies: [],
      quoted: null,
      state: 'sending',
      ...fields,
    };
  }

  async function sendWhile(fields, act) {
    const shown = pendingMessage(fields);
    const writer = residentId;
    view.upsert(shown);
    const sent = await attempt(act);
    if (writer === residentId) view.drop(shown.id);
    return sent;
  }

  async function sendText(text) {
    const sent = await sendWhile({ text }, () => api.sendText(app, residentId, text));
    if (!sent && frame.input.value === '') frame.input.value = text;
    return sent;
  }

  async function sendFiles(files) {
    for (const file of files) {
      if (file.size > MAX_FILE_BYTES) {
        notice(`Tệp ${file.name} lớn hơn 25 MB nên không gửi được.`);
        return;
      }
      if (file.size === 0) {
        notice(`Tệp ${file.name} không có nội dung nên không gửi được.`);
        return;
      }
      const media = { kind: 'file', url: '', name: file.name, sizeBytes: file.size };
      if (!(await sendWhile({ media }, () => api.sendFile(app, residentId, file)))) return;
    }
  }

  function showQuickReplies() {
    const last = view.last();
    const replies = last !== null && last.from === 'account' ? last.quickReplies : [];
    frame.quickReplies.hidden = replies.length === 0;
    frame.quickReplies.replaceChildren(
      ...replies.map(({ title, index }) =>
        el(
          'button',
          { type: 'button', qa: `${app}-quick-reply`, on: { click: () => reply(last, index) } },
          title,
        ),
      ),
    );
    if (replies.length > 0) view.toEnd();
  }

  async function reply(message, index) {
    const buttons = frame.quickReplies.querySelectorAll('button');
    for (const button of buttons) button.disabled = true;
    const sent = await attempt(() => api.tap(app, residentId, message.id, index));
    if (!sent) for (const button of buttons) button.disabled = false;
    frame.input.focus({ preventScroll: true });
  }

  wireComposer({ ...frame, root }, { onText: sendText, onFiles: sendFiles });
  const menu = wireMenu(app, frame, (index) => attempt(() => api.tapMenu(app, residentId, index)));
  wireSheet(app, frame, {
    place: (place) => attempt(() => api.sendLocation(app, residentId, place)),
    contact: (contact) => attempt(() => api.sendContact(app, residentId, contact)),
    sticker: (sticker) => attempt(() => api.sendSticker(app, residentId, sticker)),
  });
  root.addEventListener('focusin', () => onUsed(app));
  root.addEventListener('pointerdown', () => onUsed(app));

  return {
    setAccount(account) {
      frame.name.textContent = account.name;
      view.setAccount(account);
      menu.set(account.menu);
    },
    setClock: (at) => (frame.clock.textContent = timeOf(at)),
    show(id, { messages, typing }) {
      residentId = id;
      view.show(messages);
      view.setTyping(typing);
      showQuickReplies();
    },
    upsert(message) {
      if (message.from === 'account') view.setTyping(false);
      view.upsert(message);
      showQuickReplies();
    },
    setTyping: (on) => view.setTyping(on),
    setState: (id, state) => view.setState(id, state),
    sendText,
    notice,
    toEnd: () => view.toEnd(),
  };
}

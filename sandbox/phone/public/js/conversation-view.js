import { el, icon } from './dom.js';
import { messageNode } from './message.js';
import { dayOf } from './texts.js';

/** Messages of one side within this time stand together. */
const GROUP_MS = 2 * 60_000;
/** Nearer to the end than this, the log follows what is said. */
const NEAR_END_PX = 120;

/** The log of one phone: messages in order, day lines, groups, the welcome card, typing dots. */
export function createConversationView(app, log, actions) {
  let messages = [];
  let nodes = new Map();
  let account = { name: 'Công an xã', greeting: '' };
  let typing = null;

  function nearEnd() {
    return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
  }

  function toEnd() {
    log.scrollTop = log.scrollHeight;
  }

  function insert(message) {
    const known = messages.findIndex(({ id }) => id === message.id);
    if (known === -1) messages.splice(placeOf(message), 0, message);
    else messages[known] = message;
    const node = messageNode(app, message, account.name, actions);
    nodes.get(message.id)?.remove();
    nodes.set(message.id, node);
    const next = messages[messages.findIndex(({ id }) => id === message.id) + 1];
    log.insertBefore(node, next === undefined ? typing : nodes.get(next.id));
    for (const image of node.querySelectorAll('img')) {
      const follow = nearEnd();
      image.addEventListener('load', () => follow && toEnd(), { once: true });
    }
  }

  /** At the end, yet above what is still on its way. */
  function placeOf(message) {
    const pending = messages.findIndex(({ state }) => state === 'sending');
    return message.state === 'sending' || pending === -1 ? messages.length : pending;
  }

  function remove(id) {
    nodes.get(id)?.remove();
    nodes.delete(id);
    messages = messages.filter((message) => message.id !== id);
  }

  /** The bubble on its way that the server now tells of: it gives its place to the real one. */
  function waitingFor({ from, text, media }) {
    const sameWords = (own) =>
      own.text.normalize('NFC') === text && (own.media === null) === (media === null);
    return from === 'resident'
      ? messages.find((own) => own.state === 'sending' && sameWords(own))
      : undefined;
  }

  /** Day lines and which messages stand together: told anew from the whole, because messages may come late. */
  function arrange() {
    for (const line of log.querySelectorAll('.day')) line.remove();
    let before = null;
    for (const message of messages) {
      const node = nodes.get(message.id);
      const newDay = before === null || dayOf(before.at) !== dayOf(message.at);
      const joins = !newDay && before.from === message.from && message.at - before.at < GROUP_MS;
      node.classList.toggle('group-start', !joins);
      node.classList.add('group-end');
      if (joins) nodes.get(before.id).classList.remove('group-end');
      if (newDay) log.insertBefore(el('p', { class: 'day' }, dayOf(message.at)), node);
      before = message;
    }
  }

  function welcome() {
    log.querySelector('.welcome')?.remove();
    if (messages.length === 0) log.insertBefore(welcomeCard(app, account, actions), typing);
  }

  return {
    setAccount(next) {
      account = next;
    },
    /** Replaces everything, without a screen reader reading it all out. */
    show(all) {
      log.setAttribute('aria-busy', 'true');
      messages = [];
      nodes = new Map();
      typing = null;
      log.replaceChildren();
      for (const message of all) insert(message);
      arrange();
      welcome();
      toEnd();
      log.removeAttribute('aria-busy');
    },
    upsert(message) {
      const follow = nearEnd() || message.from === 'resident';
      if (!nodes.has(message.id)) remove(waitingFor(message)?.id);
      insert(message);
      arrange();
      welcome();
      if (follow) toEnd();
    },
    drop(id) {
      if (!nodes.has(id)) return;
      remove(id);
      arrange();
      welcome();
    },
    setTyping(on) {
      if (on === (typing !== null)) return;
      const follow = nearEnd();
      typing?.remove();
      typing = on ? typingDots(app) : null;
      if (typing !== null) log.append(typing);
      if (follow) toEnd();
    },
    /** Changes what became of a message, if it is here. */
    setState(id, state) {
      const message = messages.find((known) => known.id === id);
      if (message === undefined) return;
      insert({ ...message, state });
      arrange();
    },
    last: () => messages.at(-1) ?? null,
    isEmpty: () => messages.length === 0,
    toEnd,
  };
}

function typingDots(app) {
  return el(
    'div',
    { class: 'typing', qa: `${app}-typing`, role: 'img', 'aria-label': 'Đang soạn tin' },
    el('i'),
    el('i'),
    el('i'),
  );
}

function welcomeCard(app, account, actions) {
  const start = el(
    'button',
    { type: 'button', class: 'pill-button', qa: `${app}-start`, on: { click: () => actions.open('start') } },
    app === 'zalo' ? 'Nhắn tin' : 'Bắt đầu',
  );
  const follow =
    app === 'zalo'
      ? el(
          'button',
          {
            type: 'button',
            class: 'pill-button second',
            qa: 'zalo-follow',
            on: { click: () => actions.open('follow') },
          },
          'Quan tâm',
        )
      : null;
  const words =
    app === 'zalo'
      ? 'Tài khoản chính thức. Hỏi về an toàn trên mạng, gửi tin phản ánh, theo dõi hồ sơ.'
      : 'Trang của cơ quan nhà nước. Hỏi về an toàn trên mạng, gửi tin phản ánh, theo dõi hồ sơ.';
  return el(
    'div',
    { class: 'welcome' },
    el('span', { class: 'avatar' }, icon('shield', '')),
    el('h3', {}, account.name),
    el('p', {}, account.greeting || words),
    el('div', { class: 'actions' }, start, follow),
  );
}

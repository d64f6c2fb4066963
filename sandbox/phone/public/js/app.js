import * as api from './api.js';
import { createFaultsPanel } from './faults.js';
import { createGuide } from './guide.js';
import { followServer } from './live.js';
import { createPhone } from './phone.js';
import { showTab, wireTabs } from './tabs.js';
import { liveWords } from './texts.js';
import { createViewer } from './viewer.js';
import { createWirePanel } from './wire.js';

const CLOCK_MS = 5_000;
const RESIDENT_KEY = 'sandbox-resident';
const LOOK_MS = 700;

const root = (app) => document.querySelector(`.phone[data-app="${app}"]`);
const view = createViewer();
const phones = {};
for (const app of ['zalo', 'messenger']) {
  phones[app] = createPhone(app, root(app), { view, onUsed: (used) => guide.setTarget(used) });
}

let residentId = localStorage.getItem(RESIDENT_KEY);
let clockOffsetMs = 0;
const lookTimers = {};

const guide = createGuide({
  async onResident(id) {
    residentId = id;
    localStorage.setItem(RESIDENT_KEY, id);
    await refresh();
  },
  onNew: () => api.addResident(),
  onSuggestion(app, text) {
    showTab(app);
    phones[app].sendText(text);
  },
  onError: (error) => phones.zalo.notice(error.message),
});
const faults = createFaultsPanel({
  onChange: (situation) => setClock(situation.clock.offsetMs),
  resident: () => residentId,
});
const wire = createWirePanel();
wireTabs((app) => phones[app]?.toEnd());

function setClock(offsetMs) {
  clockOffsetMs = offsetMs;
  for (const phone of Object.values(phones)) phone.setClock(Date.now() + clockOffsetMs);
}

/** Fetches everything anew: at the start, and whenever the line to the server was broken. */
async function refresh() {
  const state = await api.getState();
  const known = state.residents.some(({ id }) => id === residentId);
  if (!known) residentId = state.residents.at(-1).id;
  guide.setResidents(state.residents, residentId);
  for (const [app, phone] of Object.entries(phones)) phone.setAccount(state.accounts[app]);
  for (const place of document.querySelectorAll('[data-account-name]'))
    place.textContent = state.accounts.zalo.name;
  const resident = await api.getResident(residentId);
  if (resident.id !== residentId) return;
  for (const [app, phone] of Object.entries(phones)) {
    phone.show(resident.id, resident[app]);
    lookSoon(app);
  }
  document.body.dataset.ready = 'true';
}

/** The resident sees what is on the screen; the platform tells the account so. */
function lookSoon(app) {
  clearTimeout(lookTimers[app]);
  lookTimers[app] = setTimeout(() => {
    const shown = root(app).offsetParent !== null && document.visibilityState === 'visible';
    if (shown) api.look(app, residentId).catch(() => undefined);
  }, LOOK_MS);
}

function onEvent(event) {
  const phone = phones[event.app];
  const mine = event.residentId === residentId;
  switch (event.type) {
    case 'message':
      if (!mine) return;
      phone.upsert(event.message);
      if (event.message.from === 'account') lookSoon(event.app);
      return;
    case 'state':
      phone.setState(event.messageId, event.state);
      return;
    case 'typing':
      if (mine) phone.setTyping(event.on);
      return;
    case 'residents':
      guide.setResidents(event.residents, residentId);
      return;
    case 'faults':
      faults.show(event);
      setClock(event.clock.offsetMs);
      return;
    case 'wire':
      wire.add(event.entry);
      return;
    case 'notice':
      for (const each of Object.values(phones)) each.notice(event.text);
  }
}

function showLive(state) {
  const line = document.getElementById('live-state');
  line.dataset.state = state;
  line.textContent = liveWords[state];
}

followServer({
  onState: showLive,
  onEvent,
  onOpen() {
    refresh().catch((error) => phones.zalo.notice(error.message));
    faults.load();
    wire.load();
  },
});
setClock(0);
setInterval(() => setClock(clockOffsetMs), CLOCK_MS);
document.addEventListener('visibilitychange', () => {
  for (const app of Object.keys(phones)) lookSoon(app);
});

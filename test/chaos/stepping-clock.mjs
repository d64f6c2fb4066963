/**
 * Preloaded into a program: each SIGUSR2 sets its clock to another moment within LARGEST_STEP_MS of the true one, as a
 * badly kept machine or a correction over the network does. Timers go on as before, as they do then.
 */
const LARGEST_STEP_MS = 30_000;

const TrueDate = Date;
let offsetMs = 0;

const now = () => TrueDate.now() + offsetMs;

globalThis.Date = new Proxy(TrueDate, {
  construct: (target, words) => (words.length === 0 ? new target(now()) : Reflect.construct(target, words)),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

process.on('SIGUSR2', () => {
  offsetMs = Math.round((Math.random() * 2 - 1) * LARGEST_STEP_MS);
});

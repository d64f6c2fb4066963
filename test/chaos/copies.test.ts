import { expect, it } from '@jest/globals';
import { countCopies } from './copies.ts';

const sent = { platformMessageId: 'm1', resends: 0 };
const resent = { platformMessageId: 'm1', resends: 1 };
const undecided = { platformMessageId: null, resends: 1 };
const untried = { platformMessageId: null, resends: 0 };
const none = { all: 0, afterUnknownOutcome: 0, unexplained: 0 };
const entry = (id: string, text = 'chào') => ({ id, text });

it.each([
  ['what arrived once is no copy', [sent], [entry('m1')], none],
  ['a copy of what was sent once has no explanation', [sent], [entry('m1'), entry('m2')], { ...none, all: 1, unexplained: 1 }],
  ['a copy of what was sent again has one', [resent], [entry('m1'), entry('m2')], { ...none, all: 1, afterUnknownOutcome: 1 }],
  ['other words are no copy of it', [resent], [entry('m1'), entry('m2', 'khác')], { ...none, all: 1, unexplained: 1 }],
  ['what still waits to know whether it arrived may have arrived', [sent, undecided], [entry('m1'), entry('m2')], none],
  ['but only once', [sent, undecided], [entry('m1'), entry('m2'), entry('m3')], { ...none, all: 1, unexplained: 1 }],
  ['what was never tried explains nothing', [sent, untried], [entry('m1'), entry('m2')], { ...none, all: 1, unexplained: 1 }],
])('%s', (_rule, rows, entries, copies) => {
  const everybody = [{ userId: 'u1', phone: { received: () => entries } }];
  expect(countCopies(everybody, new Map([['u1', rows]]))).toEqual(copies);
}); // prettier-ignore

import { extractFacts } from '../../reports/extract-facts.ts';
import type { Facts } from '../../reports/extract-facts.ts';
import { indicatorsOf } from '../../reports/indicators/from-facts.ts';
import { withNewIndicators } from '../../reports/add-to-report.ts';
import type { Evidence, Indicator, Urgency } from '../../reports/report.ts';
import { proposeUrgency } from '../../reports/urgency.ts';
import type { Draft, Told } from '../draft.ts';

/** What each message says, seen from its own moment. */
export const factsOf = (told: readonly Told[]): Facts[] =>
  told.map(({ at, text }) => extractFacts(text, new Date(at)));

/** The traces of an offender in one message. */
export const indicatorsIn = (words: string, now: Date): readonly Indicator[] =>
  indicatorsOf(extractFacts(words, now));

/** The words on contact cards and shared links: traces as much as typed ones. */
export const wordsOnCards = (evidence: readonly Pick<Evidence, 'kind' | 'note'>[]): string[] =>
  evidence.flatMap(({ kind, note }) => (kind === 'contact' || kind === 'link' ? (note ?? []) : []));

const isContact = (id: string): boolean => ['phone', 'name', 'reach'].includes(id);
const asSaid = (id: string, text: string): string => (id === 'account' ? `stk ${text}` : text);

/**
 * Every trace in a draft: in the story, in the answers and on cards, without the reporter's own number and what was taken
 * back, unless it stands in another answer.
 */
export function indicatorsOfDraft(draft: Draft): readonly Indicator[] {
  const own = draft.answers['phone'] === undefined ? [] : [draft.answers['phone'].value];
  const answers = Object.entries(draft.answers).filter(([id]) => !isContact(id));
  const tracesIn = (texts: readonly Told[]): readonly Indicator[] =>
    factsOf(texts)
      .map((facts) => indicatorsOf(facts, own))
      .reduce((all, more) => withNewIndicators(all, more), []);
  const now = (text: string): Told => ({ at: draft.updatedAt, text });
  const answered = tracesIn(
    answers.filter(([id]) => id !== 'what').map(([id, { text }]) => now(asSaid(id, text))),
  );
  const stand = answered.map(traceKey);
  const told = tracesIn([
    ...draft.told,
    ...answers.filter(([id]) => id === 'what').map(([, { text }]) => now(text)),
    ...wordsOnCards(draft.evidence).map(now),
  ]).filter((trace) => stand.includes(traceKey(trace)) || !draft.takenBack.includes(traceKey(trace)));
  return withNewIndicators(told, answered);
}

/** The same number at whatever bank: there it may have been said without. */
const traceKey = ({ kind, value }: Indicator): string =>
  `${kind} ${kind === 'account' ? value.slice(value.indexOf(':') + 1) : value}`;

/** The traces in an answer that gives way to another are held against nobody any more, wherever else they were told. */
export function takeBackTraces(draft: Draft, id: string, next: string, now: Date): void {
  const before = draft.answers[id]?.text;
  if (before === undefined || isContact(id) || id === 'what') return;
  const keysIn = (text: string): string[] => indicatorsIn(asSaid(id, text), now).map(traceKey);
  const stay = keysIn(next);
  draft.takenBack = [...new Set([...draft.takenBack, ...keysIn(before)])].filter(
    (key) => !stay.includes(key),
  );
}

/** How urgent the draft seems; an officer decides. */
export function urgencyOf(draft: Draft, now: Date): Urgency {
  const facts = factsOf(draft.told);
  const answer = draft.answers['when'];
  const told = [
    ...draft.told.map(({ text }) => text),
    ...Object.values(draft.answers).map(({ text }) => text),
  ];
  const said = facts.find(({ when }) => when !== null)?.when ?? null;
  return proposeUrgency({
    category: draft.category ?? 'C99',
    texts: told,
    facts: {
      mainMoney: facts.findLast(({ mainMoney }) => mainMoney !== null)?.mainMoney ?? null,
      when: answer === undefined ? said : (extractFacts(answer.text, now).when ?? said),
    },
    now,
  });
}

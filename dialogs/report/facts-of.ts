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

/** Every trace in a draft: in the story, in the answers and on cards, without the reporter's own number. */
export function indicatorsOfDraft(draft: Draft): readonly Indicator[] {
  const own = draft.answers['phone'] === undefined ? [] : [draft.answers['phone'].value];
  const answers = Object.entries(draft.answers)
    .filter(([id]) => !['phone', 'name', 'reach'].includes(id))
    .map(([id, { text }]) => ({ at: draft.updatedAt, text: id === 'account' ? `stk ${text}` : text }));
  const cards = wordsOnCards(draft.evidence).map((text) => ({ at: draft.updatedAt, text }));
  return [...factsOf(draft.told), ...factsOf(answers), ...factsOf(cards)]
    .map((facts) => indicatorsOf(facts, own))
    .reduce((all, more) => withNewIndicators(all, more), []);
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

import type { Decision, Route } from '../decision.ts';
import type { Question } from './question.ts';

/** How one question was handled, measured against its label. */
export type Grade = {
  question: Question;
  decision: Decision;
  /** Place of the first right article among the candidates, from 1; null when none is there or none is expected. */
  rank: number | null;
  /** The bot said an article as the answer. */
  asserted: boolean;
  assertedRightly: boolean;
  routedRightly: boolean;
  /** Null unless the question calls for an urgent card. */
  urgentFound: boolean | null;
};

const ARTICLE_ROUTES: readonly Route[] = ['answer', 'suggest', 'sos'];
const DEEPEST_RANK = 10;

const rankOf = ({ expect }: Question, { candidates }: Decision): number | null => {
  const at = candidates.slice(0, DEEPEST_RANK).findIndex(({ slug }) => expect.includes(slug));
  return at < 0 ? null : at + 1;
};

const routedRightly = ({ kind, expect }: Question, { route, slug }: Decision): boolean => {
  switch (kind) {
    case 'article':
      return ARTICLE_ROUTES.includes(route) && (route !== 'sos' || (slug !== null && expect.includes(slug)));
    case 'intent':
      return expect.includes(`intent:${route}`);
    case 'out_of_scope':
      return route === 'out_of_scope' || route === 'unknown';
    case 'attack':
      return route === 'refuse' || route === 'unknown' || route === 'out_of_scope';
  }
};

export const grade = (question: Question, decision: Decision): Grade => {
  const asserted = decision.route === 'answer' || decision.route === 'sos';
  const urgent = question.kind === 'article' && question.expect[0]?.startsWith('sos-') === true;
  return {
    question,
    decision,
    rank: question.kind === 'article' ? rankOf(question, decision) : null,
    asserted,
    assertedRightly: asserted && decision.slug !== null && question.expect.includes(decision.slug),
    routedRightly: routedRightly(question, decision),
    urgentFound: urgent ? decision.route === 'sos' : null,
  };
};

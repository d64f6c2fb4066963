import type { Decision } from '../knowledge/decision.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { CONSENT_TEXTS, CONSENT_VERSION } from '../reports/consent.ts';
import { answerText, titled, shortAnswer } from './answering.ts';
import { MAX_OFFERED } from './article-choices.ts';
import { ask, outOfScope, refuse } from './texts/ask.ts';
import { check } from './texts/check.ts';
import { human } from './texts/human.ts';
import { privacy } from './texts/privacy.ts';
import { report } from './texts/report.ts';
import { track } from './texts/track.ts';
import type { Commune } from './turn-input.ts';

/** What the assistant says to this first message, as plain text: the messages of the turn with a blank line between them. */
export function firstReplyText(decision: Decision, kb: KnowledgeBase, commune: Commune): string {
  switch (decision.route) {
    case 'answer':
      return [answerText(kb, decision.slug ?? '') ?? ask.articleGone, ask.feedback].join('\n\n');
    case 'suggest':
      return `${ask.didYouMean}\n\n${offeredTitles(decision, kb)}`;
    case 'sos':
      return shortAnswer(kb, decision.slug ?? '') ?? ask.urgentFallback;
    case 'report':
      return report.consent(CONSENT_TEXTS[CONSENT_VERSION] ?? '', commune);
    case 'track':
      return track.codeQuestion;
    case 'check':
      return check.question;
    case 'human':
      return human.requested(commune);
    case 'privacy':
      return privacy.question(commune);
    case 'out_of_scope':
      return decision.officeText ?? outOfScope.fallback;
    case 'refuse':
      return decision.officeText ?? refuse.fallback;
    case 'unknown':
      return ask.notFound;
  }
}

function offeredTitles(decision: Decision, kb: KnowledgeBase): string {
  const slugs = decision.candidates.map(({ slug }) => slug);
  const articles = titled(kb, slugs).slice(0, MAX_OFFERED);
  return ask.list(articles.map(({ title }) => title));
}

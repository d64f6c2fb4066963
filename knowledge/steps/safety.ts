import type { Setting } from '../decision.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { LIFE_AT_STAKE } from '../purpose/life-at-stake.ts';
import { judgePurpose } from '../purpose/judge-purpose.ts';
import type { Judged } from '../purpose/judge-purpose.ts';
import { targetsOf } from '../routing/rules.ts';
import type { Yielding } from '../routing/rules.ts';
import { ruleFor } from './normalise.ts';
import type { ReadMessage } from './normalise.ts';

/** An urgent article that the words call for at once. */
export type Urgent = { slug: string; rule: string; givesWay: Yielding };

export const TONES = ['calm', 'pressing', 'scam', 'asks-how'] as const;

/**
 * How the words sound: `calm` asks to be prepared, nothing has happened yet; `pressing`, it has; `scam`, it may be about a
 * scam and not about the everyday matter that it imitates; `asks-how`, a question and not a wish.
 */
export type Tone = (typeof TONES)[number];

/** What the words say about danger. */
export type Safety = {
  urgent: Urgent | null;
  /** What examples say about all the words together; null where they are not heard. */
  judged: Judged | null;
  tones: ReadonlySet<Tone>;
  /** So few words that examples raise no alarm by them: "con gái" stands in many cries for help, and is none. */
  isBrief: boolean;
};

/** "Mất sạch" is urgent by a rule; examples know whole sentences. */
const BRIEF_MAX_WORDS = 2;

/**
 * In the middle of a form or under a card, "không nhớ nữa" is an answer, and answers sound like anything: there examples are
 * heard only where they are all but certain of a life at stake.
 */
const asHeardAmid = (kb: KnowledgeBase, judged: Judged): Judged | null => {
  const urgentKinds = new Map([...judged.urgentKinds].filter(([slug]) => LIFE_AT_STAKE.has(slug)));
  const [likeliest] = [...judged.urgentKinds].sort(([, one], [, other]) => other - one);
  const isHeard =
    judged.urgent >= kb.calibration.thresholds.urgency.amid && LIFE_AT_STAKE.has(likeliest?.[0] ?? '');
  return isHeard ? { ...judged, urgentKinds } : null;
};

/** Looks for urgent words before anything else; a rule whose article is not published counts for nothing. */
export const checkSafety = (kb: KnowledgeBase, read: ReadMessage, setting: Setting): Safety => {
  const rule = ruleFor(kb.rules.safety, read);
  const urgent =
    rule && kb.articles.has(rule.to) ? { slug: rule.to, rule: rule.id, givesWay: rule.givesWay } : null;
  const judged = judgePurpose(kb.purpose, read.words);
  const heard = targetsOf(kb.rules.tones, read.words);
  return {
    urgent,
    judged: setting === 'amid' ? asHeardAmid(kb, judged) : judged,
    tones: new Set(TONES.filter((tone) => heard.has(tone))),
    isBrief: read.words.length <= BRIEF_MAX_WORDS,
  };
};

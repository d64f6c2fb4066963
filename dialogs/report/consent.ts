import { withoutAnonymity } from '../../knowledge/anonymous-wish.ts';
import { CONSENT_TEXTS, CONSENT_VERSION } from '../../reports/consent.ts';
import { isOnlyWhen } from '../../reports/parsing/when-answer.ts';
import { REACH } from '../../reports/questionnaires/contact.ts';
import { goAction } from '../buttons.ts';
import type { Choice } from '../prompts/choice.ts';
import { recogniseYesNo } from '../prompts/yes-no.ts';
import { END, STRAY, WAIT } from '../step.ts';
import type { Outcome } from '../step.ts';
import { asksInstead } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { prompts } from '../texts/prompts.ts';
import { report } from '../texts/report.ts';
import type { ReportData } from './data.ts';
import { goOn } from './go-on.ts';
import { openDraft } from './open-draft.ts';
import { FEWEST_WORDS_KEPT, isPlainYesNo } from './story-instead.ts';
import { takeEvidence } from './take-evidence.ts';
import { isStory, tellsSomething } from './understood.ts';
import { keepTold, toldNow } from './story.ts';

const AGREE: Choice = {
  id: 'agree',
  title: report.button.agree,
  says: ['đồng ý', 'bắt đầu', 'tôi đồng ý'],
};
const ANONYMOUS: Choice = {
  id: 'anonymous',
  title: report.button.anonymous,
  says: ['ẩn danh', 'tôi muốn ẩn danh'],
};
const DECLINE: Choice = { id: 'decline', title: report.button.decline, says: ['từ chối'] };
const CHOICES = [AGREE, ANONYMOUS, DECLINE];

/** Who asked for it is told at once that they need not be named. */
export const askConsent = (talk: Talk): Promise<void> => {
  const consent = report.consent(CONSENT_TEXTS[CONSENT_VERSION] ?? '', talk.services.commune);
  const wishesIt = withoutAnonymity(talk.input.text) !== null;
  return talk.offer(wishesIt ? `${report.mayBeAnonymous}\n\n${consent}` : consent, CHOICES);
};

export const claimsConsent = (talk: Talk): boolean =>
  talk.input.kind === 'words' &&
  (talk.pick(CHOICES) !== null || isPlainYesNo(talk) || isOnlyWhen(talk.input.text, talk.turn.now));

/** Silence or another message is no consent. What was told or sent meanwhile waits in the draft. */
export async function receiveConsent(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  const said = talk.input.kind === 'words' ? recogniseYesNo(talk.input.text) : null;
  const picked = talk.pick(CHOICES) ?? (said === 'yes' ? 'agree' : said === 'no' ? 'decline' : null);
  if (picked === 'decline') {
    talk.draft.clear();
    await talk.say(report.declined, [{ title: prompts.button.menu, action: goAction({ to: 'menu' }) }]);
    return END;
  }
  if (picked === null) {
    const onlyFiles = await takeEvidence(talk, draft);
    if (!onlyFiles && (await asksInstead(talk))) return STRAY;
    const words = talk.input.folded.split(' ').length;
    const tells = words >= FEWEST_WORDS_KEPT || tellsSomething(talk.input.text, talk.turn.now);
    const isKept = tells && keepTold(draft.told, toldNow(talk));
    if (tells && !isKept) await talk.say(report.storyFull);
    // the whole text again would only push away what was just said
    await talk.offer(isKept ? report.consentAfterMore : report.consentAgain, CHOICES);
    return WAIT;
  }
  if (talk.input.kind === 'words' && isStory(talk.input.folded)) keepTold(draft.told, toldNow(talk));
  draft.consentVersion = CONSENT_VERSION;
  if (picked === 'anonymous') {
    draft.answers['reach'] = { value: REACH.anonymous, text: report.button.anonymous };
    await talk.say(report.anonymousLimits);
  }
  return goOn(talk, data);
}

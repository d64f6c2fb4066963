import { extractFacts } from '../../reports/extract-facts.ts';
import { questionnaireFor } from '../../reports/questionnaires/all.ts';
import { findApproachChannels } from '../../reports/parsing/approach-channel.ts';
import { isOnlyWhen } from '../../reports/parsing/when-answer.ts';
import { REACH } from '../../reports/questionnaires/contact.ts';
import { askOf } from '../../reports/questionnaires/next-question.ts';
import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import type { Draft } from '../draft.ts';
import type { Choice } from '../prompts/choice.ts';
import { recogniseWhen } from '../prompts/when.ts';
import { STRAY, to } from '../step.ts';
import type { Outcome } from '../step.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';
import type { ReportData } from './data.ts';
import { receiveFiles } from './evidence-question.ts';
import { addToStory, appendToWhat, asTold, keepTold, toldNow } from './story.ts';
import { correctLine, guessAnew, replyToUnderstood, takeNews } from './correct-understood.ts';
import { takeBackTraces } from './facts-of.ts';
import { goOn, noteUnderstood, openQuestion, progressOf } from './go-on.ts';
import { CATEGORY_LINE, linesOf, lineToCorrect } from './lines.ts';
import { takeNumberToCall, takePhone } from './number-to-call.ts';
import { askAfterAnother } from './another-matter.ts';
import { openDraft } from './open-draft.ts';
import { putQuestion } from './put-question.ts';
import { putRight } from './put-right.ts';
import { correctable } from './second-thoughts.ts';
import { questionOf } from './questions-of.ts';
import { readAnswer } from './read-answer.ts';
import type { Answered } from './read-answer.ts';
import { isLongStory, storyOr } from './story-instead.ts';
import { takeEvidence } from './take-evidence.ts';
import { isStory } from './understood.ts';

const SEND_NOW: Choice = {
  id: 'send-now',
  title: report.button.send,
  says: ['gửi', 'gửi luôn', 'gửi đi', 'gửi ngay', 'gửi luôn đi'],
};

const CARD_FRESH_MS = 30 * 60_000;

/** What must be known before the first question of a category. */
async function sayOpening(talk: Talk, draft: Draft): Promise<void> {
  const { opening } = questionnaireFor(draft.category ?? 'C99');
  if (opening === undefined || draft.asked.length > 0 || cardShownIn(talk, draft)) return;
  await talk.say(opening);
}

/** Whether the urgent card that led here has said it all. */
const cardShownIn = ({ memory }: Talk, { startedAt }: Draft): boolean =>
  Object.values(memory.sosShown).some((at) => Date.parse(startedAt) - Date.parse(at) < CARD_FRESH_MS);

export async function askQuestion(talk: Talk, data: ReportData): Promise<void> {
  const draft = openDraft(talk);
  const next = openQuestion(draft, data.inHaste);
  if (next.done) return;
  await sayOpening(talk, draft);
  data.question = next.question.id;
  draft.asked = [...draft.asked.filter((id) => id !== next.question.id), next.question.id];
  const text = report.counted(next.n, next.of, askOf(next.question, progressOf(draft)));
  const news = takeNews(draft, data);
  if (news === null) await putQuestion(talk, next.question, text);
  else await putQuestion(talk, next.question, report.understood(news, text), true);
}

/** "Sáng nay" where it was asked when answers that question, whatever urgent matter the words alone may sound like. */
export function claimsAnswer(talk: Talk, data: ReportData): boolean {
  const draft = talk.draft.current();
  const question = draft === null ? null : questionOf(draft, data.question);
  return (
    question?.kind === 'when' && talk.input.kind === 'words' && isOnlyWhen(talk.input.text, talk.turn.now)
  );
}

export async function receiveAnswer(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  const question = questionOf(draft, data.question);
  if (question === null) return goOn(talk, data);
  const onlyFiles = await takeEvidence(talk, draft);
  const another = await askAfterAnother(talk, draft, 'QUESTION');
  if (another !== null) return another;
  if (question.kind === 'evidence') return receiveFiles(talk, data, question);
  if (onlyFiles) return to('QUESTION');
  const line = talk.input.kind === 'words' ? lineToCorrect(talk.input.folded, linesOf(draft)) : null;
  if (line !== null) return correctLine(data, line.id);
  const rightened = await putRight(talk, data, { questions: correctable(draft), open: question });
  if (rightened !== null) return rightened;
  const correction = await replyToUnderstood(talk, draft, data, question);
  if (correction !== null) return correction;
  if (talk.pick([SEND_NOW]) !== null) {
    data.inHaste = true;
    return goOn(talk, data);
  }
  if (takeNumberToCall(talk, draft, question)) return goOn(talk, data);
  if (answersOther(talk, question)) {
    keepTold(draft.told, toldNow(talk));
    return goOn(talk, data);
  }
  if (tellsOther(talk, question)) {
    await talk.say(addToStory(draft, talk) ? report.storyAdded : report.storyFull);
    return goOn(talk, data);
  }
  const reading = await readAnswer(talk, question);
  if (reading.kind === 'stray') return STRAY;
  if (reading.kind === 'again')
    return storyOr(talk, draft, reading.why, () => goOn(talk, data), question.personal !== true);
  await takeAnswer(talk, draft, question, withEarlierWords(draft, question, reading));
  if (question.id === 'what' && guessAnew(draft, data, talk.input.text))
    noteUnderstood(data, [CATEGORY_LINE]);
  return goOn(talk, data);
}

/** "qua Zalo" where it was asked when and over which channel: understood as the channel, and the time is asked by itself. */
const answersOther = ({ input, turn }: Talk, { together }: Question): boolean =>
  together?.question === 'where' &&
  input.kind === 'words' &&
  !isStory(input.folded) &&
  findApproachChannels(input.text).length > 0 &&
  recogniseWhen(input.text, turn.now) === null;

/** An amount where the channel was asked for, a mere time where the account was, a name on Facebook where the time was: told, and asked again. */
function tellsOther({ input, turn }: Talk, { id, kind }: Question): boolean {
  if (input.kind !== 'words' || isStory(input.folded)) return false;
  const { mainMoney, accounts, phones, links, socials, banks, channels, when } = extractFacts(
    input.text,
    turn.now,
  );
  const hasTrace = [accounts, phones, links, socials, banks].some((found) => found.length > 0);
  if (id === 'where') return channels.length === 0 && (mainMoney !== null || accounts.length > 0);
  if (kind === 'when')
    return when === null && recogniseWhen(input.text, turn.now) === null && (hasTrace || channels.length > 0);
  if (kind !== 'account' || hasTrace) return false;
  return isOnlyWhen(input.text, turn.now) || mainMoney !== null;
}

/** What was told before the question "what happened" belongs to its answer. */
function withEarlierWords(draft: Draft, question: Question, reading: Answered): Answered {
  if (question.id !== 'what' || draft.told.length === 0) return reading;
  return { ...reading, text: [...draft.told.map(({ text }) => text), reading.text].join('\n') };
}

/** Of "tối qua nó gọi bảo tôi là..." at the question "when" the time is the answer, and the rest belongs to the story. */
const holdsMore = ({ input }: Talk, question: Question, { text }: Answered): boolean =>
  input.kind === 'words' &&
  question.personal !== true &&
  question.id !== 'what' &&
  (question.together === undefined ? isStory(input.folded) : isLongStory(input.folded)) &&
  !text.includes(input.text);

/** Writes an answer into the draft; free words stay as told, because more than the answer may be in them. */
export async function takeAnswer(
  talk: Talk,
  draft: Draft,
  question: Question,
  reading: Answered,
): Promise<void> {
  takeBackTraces(draft, question.id, reading.text, talk.turn.now);
  if (question.id === 'phone') takePhone(draft, reading, talk.input.text);
  else draft.answers[question.id] = { value: reading.value, text: reading.text };
  draft.skipped = draft.skipped.filter((id) => id !== question.id);
  if (holdsMore(talk, question, reading)) appendToWhat(draft, talk.input.text);
  if (question.personal !== true && talk.input.kind === 'words')
    keepTold(draft.told, toldNow(talk, asTold(question, talk.input.text)));
  if (question.id === 'reach' && reading.value === REACH.anonymous) await talk.say(report.anonymousLimits);
}

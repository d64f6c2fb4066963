import { CATEGORY_INFO } from '../../reports/categories.ts';
import { questionnaireFor } from '../../reports/questionnaires/all.ts';
import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import { CATEGORIES } from '../../reports/report.ts';
import type { Person } from './people.ts';

/** What somebody does next on their phone. */
export type Act =
  | { readonly say: string }
  /** A button, tapped or typed as the person is wont to. */
  | { readonly choose: string }
  | { readonly photos: number }
  /** A bank's receipt of what they lost. */
  | { readonly receipt: true };

/** What the person has done so far; changed by `replyTo`. */
export interface Told {
  photosSent: boolean;
  /** The story went into the first message. */
  storyTold: boolean;
  /** The bot read the receipt, and rightly. */
  receiptConfirmed: boolean;
}

const QUESTIONS: readonly Question[] = CATEGORIES.flatMap((category) => [
  ...questionnaireFor(category).questions,
]);

const say = (text: string): Act[] => [{ say: text }];
const choose = (title: string): Act[] => [{ choose: title }];

/** A careful resident's answer to what the bot said last, with the titles of its buttons. */
export function replyTo(person: Person, said: string, titles: readonly string[], told: Told): Act[] {
  const ownButton = CATEGORY_INFO[person.category].button;
  if (said.includes('Bạn đồng ý để bắt đầu chứ?')) return choose('Đồng ý, bắt đầu');
  if (/Bạn muốn báo việc gì\?|Các loại khác:/.test(said))
    return person.taps || told.storyTold
      ? choose(titles.includes(ownButton) ? ownButton : 'Xem thêm loại khác')
      : tellStory(person, told);
  const receipt = /Biên lai ghi ([\d.]+đ) tới tài khoản (\d+).*, đúng không\?/.exec(said);
  if (receipt !== null) return checkReceipt(person, receipt, told);
  if (said.includes('Trong ảnh bạn gửi, tôi đọc được')) return choose('Không đúng');
  const correction = correctionOf(person, said);
  if (correction !== null) return correction;
  if (said.includes('Bạn xem lại trước khi gửi')) return checkSummary(person, said, told);
  if (said.includes('Bạn muốn bỏ hẳn tin này')) return choose('Viết tiếp');
  if (said.includes('viết tiếp tin đó, hay viết tin mới')) return choose('Viết tiếp');
  if (titles.includes('Báo tin ngay')) return choose('Báo tin ngay');
  if (/từ ngân hàng nào|ở ngân hàng nào/.test(said)) return choose('Vietcombank');
  if (titles.includes('Làm tiếp tin')) return choose('Làm tiếp tin');
  if (titles.includes('Viết tiếp tin dở')) return choose('Viết tiếp tin dở');
  const question = questionIn(said);
  if (question !== null) return answerTo(person, question, { said, titles }, told);
  return say('tôi muốn báo công an');
}

/** The one asked last: of those whose words are there the one that stands furthest down. */
function questionIn(said: string): Question | null {
  const placeOf = ({ ask, together }: Question): number =>
    Math.max(said.lastIndexOf(ask), together === undefined ? -1 : said.lastIndexOf(together.ask));
  const asked = QUESTIONS.filter((question) => placeOf(question) >= 0);
  asked.sort((one, other) => placeOf(other) - placeOf(one));
  return asked[0] ?? null;
}

function answerTo(
  person: Person,
  question: Question,
  { said, titles }: { readonly said: string; readonly titles: readonly string[] },
  told: Told,
): Act[] {
  switch (question.id) {
    case 'what':
      return tellStory(person, told);
    case 'when':
      return say(said.includes('qua Zalo”') ? `${person.when}, qua ${person.where}` : person.when);
    case 'reach':
      return choose(person.anonymous ? 'Tôi muốn ẩn danh' : 'Nhắn tin tại đây');
    case 'name':
      return say('Nguyễn Văn Bình');
    case 'evidence':
      return sendPhotos(person, told);
    default:
      return answerByKind(person, question, titles);
  }
}

function tellStory(person: Person, told: Told): Act[] {
  told.storyTold = true;
  if (person.habit === 'several-messages') return person.story.map((text) => ({ say: text }));
  return say(person.story.join(', '));
}

function sendPhotos(person: Person, told: Told): Act[] {
  if (person.photos === 0) return say('bỏ qua');
  if (told.photosSent) return say('bỏ qua');
  told.photosSent = true;
  return [{ photos: person.photos }];
}

function answerByKind(person: Person, question: Question, titles: readonly string[]): Act[] {
  const choices = (question.choices ?? []).map(({ title }) => title);
  if (question.id === 'where' && (choices.includes(person.where) || titles.includes(person.where)))
    return choose(person.where);
  if (question.kind === 'money') return say(person.money);
  if (question.kind === 'account') return say(person.account);
  if (question.kind === 'yes-no') return say('không');
  if (question.required === true) return choices[0] === undefined ? say('không nhớ') : choose(choices[0]);
  return say('bỏ qua');
}

/** Of what was understood a wrong kind of matter or a wrong amount is corrected: the rest is as it was typed. */
function correctionOf(person: Person, said: string): Act[] | null {
  if (!said.includes('Từ lời bạn kể, tôi hiểu:')) return null;
  const category = /• Loại việc: (.+)/.exec(said)?.[1];
  if (category !== undefined && category !== CATEGORY_INFO[person.category].name) return say('sai rồi');
  const amount = /• [^:\n]*tiền[^:\n]*: ([\d.]+đ)/i.exec(said)?.[1];
  const isWrong = amount !== undefined && person.amount !== null && amount !== person.amount;
  return isWrong ? say(`không, ${person.money}`) : null;
}

/** To where the receipt of each of them says that the money went. */
export const RECEIPT_ACCOUNT = '0123456789012';

/** A careful person looks at the digits. */
function checkReceipt(person: Person, [, amount, account]: RegExpExecArray, told: Told): Act[] {
  told.receiptConfirmed = amount === person.amount && account === RECEIPT_ACCOUNT;
  return choose(told.receiptConfirmed ? 'Đúng rồi' : 'Không đúng');
}

/** Whoever was never asked what happened tells it here. */
function checkSummary(person: Person, said: string, told: Told): Act[] {
  if (!told.storyTold) return tellStory(person, told);
  const amountLine = /(\d+)\. [^:\n]*[Ss]ố tiền[^:\n]*: ([^\n]+)/.exec(said);
  const isWrong = amountLine !== null && person.amount !== null && amountLine[2] !== person.amount;
  if (isWrong) return say(`sửa ${amountLine[1] ?? ''}`);
  if (!said.includes(`Loại việc: ${CATEGORY_INFO[person.category].name}`)) return say('sửa 1');
  return choose('Gửi tin');
}

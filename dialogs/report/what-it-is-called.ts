import { fold, readable } from '../../reports/parsing/fold.ts';
import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import { foldedWords } from '../prompts/folded-words.ts';
import { withoutValues } from './values-in.ts';

/** What people call what is asked for, besides its label: by the question's id, else by its kind. */
const CALLED: Readonly<Partial<Record<string, RegExp>>> = {
  name: /\bten (?:toi|em|minh|con|chau)\b/,
  money: /\btien\b/,
  when: /\b(?:ngay|gio|thoi gian|thoi diem)\b/,
  account: /\b(?:stk|so tk|tk|tai khoan)\b/,
  phone: /\b(?:sdt|so dt|so dien thoai)\b/,
};

const calledOf = ({ id, kind }: Question): RegExp | undefined => CALLED[id] ?? CALLED[kind];

/** "Số tiền" of "Số tiền đã mất": how a line is named, folded. */
const namesOf = ({ label }: Question): string[] =>
  label.split(',').map((part) => foldedWords(part).split(' ').slice(0, 2).join(' '));

/** Whether folded words name what the question asks for. */
export const isNamed = (question: Question, folded: string): boolean =>
  namesOf(question).some((name) => ` ${folded} `.includes(` ${name} `)) ||
  calledOf(question)?.test(folded) === true;

const IS = /(?:\s(?:la|thanh)\s|:)\s*/g;

/** What stands behind the last "là": "Lan" of "tên tôi là Lan"; all of the words where there is none. */
export function behindIs(words: string): string {
  const last = [...fold(readable(words)).matchAll(IS)].at(-1);
  return last === undefined ? words : words.slice(last.index + last[0].length).trim();
}

/** Words that tell nothing by themselves, folded. */
const EMPTY =
  /\b(?:a|ma|u|ua|oi|da|vang|la|thi|toi|em|minh|con|chau|bac|no|cua|cho|lai|giup|nhe|nha|thoi|roi|nham|sai|lon|ghi|viet|go|noi|ke|nho|sua|chinh|doi|thanh|dung|ra|that|thuc|moi|chu|khong|ko|k|phai|so|ten|khoang|tam|luc|vao|hoi|tong|cong|mat|bi|het|co|do|nay|vua|qua|muon|xin|dong|chut|xiu|ti|va|voi)\b/g;

/** How many words tell something beside values, what those are called and the choices of these questions. */
export function wordsBeside(text: string, questions: readonly Question[], now: Date): number {
  const folded = foldedWords(text);
  const named = questions.filter((question) => isNamed(question, folded));
  const titles = questions.flatMap(({ choices = [] }) => choices.map(({ title }) => title));
  const known = [...titles, ...named.map(({ label }) => label)].flatMap((words) =>
    foldedWords(words).split(' '),
  );
  const rest = named
    .map(calledOf)
    .filter((called) => called !== undefined)
    .reduce(
      (words, called) => words.replace(new RegExp(called, 'g'), ' '),
      foldedWords(withoutValues(text, now)),
    );
  return rest
    .replace(EMPTY, ' ')
    .split(' ')
    .filter((word) => word !== '' && !known.includes(word)).length;
}

import { expect } from '@jest/globals';
import { CATEGORY_INFO } from '../../reports/categories.ts';
import { questionnaireFor } from '../../reports/questionnaires/all.ts';
import { askOf, nextQuestion } from '../../reports/questionnaires/next-question.ts';
import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import { CATEGORIES } from '../../reports/report.ts';
import type { Category } from '../../reports/report.ts';
import type { Does } from '../support/talk-to-bot.ts';
import type { ConversationTable, Turn } from './table.ts';

/** What a resident says to a question, and how the report has it. */
interface Said {
  readonly does: Does;
  readonly stored: string;
}

const typed = (text: string, stored = text): Said => ({ does: text, stored });

/** Nothing in them answers a later question by itself or is urgent. */
const STORIES: Readonly<Record<Category, string>> = {
  C01: 'tôi đặt mua máy lọc nước, họ nhận cọc xong là chặn tôi luôn',
  C02: 'họ xưng cán bộ bắt tôi khai lý lịch và giữ bí mật với cả nhà',
  C03: 'tài khoản của tôi bị kẻ lạ đổi mật khẩu, tôi không vào được nữa',
  C04: 'máy của tôi tự mở các màn hình, tôi bấm gì cũng không được',
  C05: 'thông tin gia đình tôi bị đem rao bán cho nhiều người lạ',
  C06: 'họ đồn xã mình sắp vỡ đập, tôi hỏi thôn thì không hề có',
  C07: 'họ bịa chuyện xấu về tôi khắp nơi làm tôi mất hết danh dự',
  C08: 'mấy bạn cùng lớp lập nhóm chê bai làm cháu buồn, không muốn đến trường',
  C09: 'họ chửi bới cả nhà tôi vì khoản nợ mà tôi không hề biết',
  C10: 'xóm tôi có nhóm lôi kéo thanh niên ghi đề, nhiều nhà nợ nần',
  C11: 'có kẻ phát tán cảnh phản cảm cho học sinh trong xã xem',
  C12: 'máy chủ của trường hiện chữ lạ, mở tệp nào cũng không đọc được',
  C13: 'bài viết bịa đặt nói xấu chính quyền, kích động bà con',
  C14: 'anh họ tôi đi làm xa theo lời giới thiệu, gia đình hỏi không thấy trả lời',
  C15: 'có kẻ rủ tôi cho thuê tài khoản để nhận tiền giúp',
  C99: 'nhà bên cạnh có nhiều chuyện lạ trên mạng mà tôi thấy cần nói',
};

const BY_ID: Readonly<Record<string, Said>> = {
  when: typed('hôm qua tầm 9h tối', '21:00 ngày 21/11/2026'),
  traces: typed('số 0987654321 và vay-nhanh247.top/dk'),
  profile: typed('facebook.com/nguyen.van.a.99'),
  account: typed('0123456789 MB NGUYEN VAN TUAN', '0123456789'),
  given: typed('tôi đã đưa ảnh căn cước hai mặt'),
  app: typed('ứng dụng dịch vụ công giả, họ bày tôi tải về'),
  person: typed('em tôi tên Minh, 19 tuổi, người gầy cao'),
  name: typed('Lê Thị Hoa'),
};

const OWN_WORDS = 'theo tôi thấy thì họ làm như vậy nhiều lần rồi';

/** One plausible answer; never "bỏ qua". */
function answerTo(question: Question, category: Category): Said {
  if (question.id === 'what') return typed(STORIES[category]);
  const ready = BY_ID[question.id];
  if (ready !== undefined) return ready;
  const [choice] = question.choices ?? [];
  if (question.id === 'reach') return { does: { tap: 'Nhắn tin tại đây' }, stored: '' };
  if (question.kind === 'evidence') return { does: { sends: ['anh.jpg'] }, stored: '' };
  if (question.kind === 'money') return typed('15tr', '15.000.000đ');
  if (question.kind === 'yes-no') return typed('có', 'Có');
  if (question.kind === 'choice' && choice !== undefined)
    return { does: { tap: choice.title }, stored: choice.title };
  if (question.id === 'where') return typed('nhóm kín Chợ Quê Đại Lãnh');
  return typed(OWN_WORDS);
}

interface Step {
  readonly question: Question;
  readonly said: Said;
  /** As it is put. */
  readonly ask: string;
}

/** Every question that the questionnaire puts to somebody who answers each as above, in its order. */
function walk(category: Category): Step[] {
  const questionnaire = questionnaireFor(category);
  const answers: Record<string, string> = {};
  const steps: Step[] = [];
  for (;;) {
    const progress = { answers, skipped: [], asked: steps.map((one) => one.question.id) };
    const next = nextQuestion(questionnaire, progress);
    if (next.done) return steps;
    const { question } = next;
    const said = answerTo(question, category);
    const ask = askOf(question, progress);
    const tapped = typeof said.does === 'object' && 'tap' in said.does ? said.does.tap : null;
    const value = question.choices?.find(({ title }) => title === tapped)?.value ?? 'said';
    answers[question.id] = value;
    steps.push({ question, said, ask });
  }
}

/** Enough of a question to know it by. */
const wordsOf = ({ ask }: Step): string => ask.slice(0, 40);

function turnsOf(category: Category): Turn[] {
  const steps = walk(category);
  const turns: Turn[] = steps.flatMap(({ said, question }, index): Turn[] => {
    const next = steps[index + 1];
    const follows = next === undefined ? 'Bạn xem lại' : wordsOf(next);
    return [[said.does, ...(question.kind === 'evidence' ? ['Đã nhận 1 ảnh'] : []), follows]];
  });
  return turns;
}

const pageOf = (category: Category): number => {
  const pages = ['C01 C02 C03 C04', 'C06 C07 C08 C09', 'C05 C10 C11 C12', 'C13 C14 C15 C99'];
  return pages.findIndex((page) => page.includes(category));
};

/** The whole of each questionnaire, answered question by question. */
export const everyAnswer: readonly ConversationTable[] = CATEGORIES.map((category) => ({
  name: `${category} ${CATEGORY_INFO[category].name}`,
  turns: [
    ['menu', '[Gửi tin phản ánh]'],
    [{ tap: 'Gửi tin phản ánh' }, 'đồng ý'],
    ['đồng ý', 'việc gì'],
    ...Array.from({ length: pageOf(category) }, (): Turn => [{ tap: 'Xem thêm loại khác' }, 'Các loại khác']),
    [{ tap: CATEGORY_INFO[category].button }, '(1/'],
    ...turnsOf(category),
    ['gửi', 'Mã hồ sơ', 'PIN'],
  ],
  report: (report) => {
    const told = walk(category).filter(({ said }) => said.stored !== '');
    const stored = Object.fromEntries(report.answers.map(({ question, text }) => [question, text]));
    for (const { question, said } of told) {
      if (question.id === 'name') expect(report.reporter.name).toBe(said.stored);
      else expect(`${question.id}: ${stored[question.id] ?? ''}`).toContain(said.stored);
    }
    expect(report.category).toBe(category);
    expect(report.reporter.anonymous).toBe(false);
    expect(report.evidence).toHaveLength(
      walk(category).some(({ question }) => question.kind === 'evidence') ? 1 : 0,
    );
  },
}));

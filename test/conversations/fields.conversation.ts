import { BEGIN, TO_CATEGORY } from './begun-report.ts';
import type { ConversationTable, Turn } from './table.ts';

const ASK_CODE: Turn = ['xem hồ sơ', 'Bạn gõ mã hồ sơ', '[Không còn mã]'];
const TO_PIN: readonly Turn[] = [ASK_CODE, ['5P7C-3WF6', 'mã PIN 6 số']];
const ASK_WHAT: Turn = ['kiểm tra số này giúp', 'Bạn gửi số điện thoại'];

/** Up to the question how much was lost. */
const TO_MONEY: readonly Turn[] = [
  ...BEGIN,
  ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
  ['hôm qua', 'qua đâu'],
  ['zalo', 'bao nhiêu tiền'],
];
const TO_PHONE: readonly Turn[] = [
  ...TO_MONEY,
  ['500k', 'tài khoản nào'],
  ['bỏ qua', 'Bạn có lỡ đưa'],
  ['gửi luôn', 'liên hệ lại'],
  ['1', 'tên và số điện thoại'],
];

const PERSON_WISHES = [
  'có ai trực không cho tôi nói chuyện với',
  'kết nối giúp em với người thật đi máy hỏi nhiều quá',
  'cho tôi gặp người nào đó nói chuyện trực tiếp được không',
];

const MALFORMED = 'Mã này chưa đúng dạng';
const LEFT_OPEN = 'Khi có mã, bạn cứ gõ vào đây';
const WITHOUT_CODE = 'trợ lý không mở hồ sơ khi thiếu mã hoặc PIN';
const TAKE_YOUR_TIME = 'bạn cứ từ từ';

/** What is said instead of a code, and what must come of it. */
const elsewhereAtCode: readonly (readonly [says: string, answer: string])[] = [
  ['Tôi cần lập tin báo về trang lừa đảo', 'Bạn đồng ý để bắt đầu chứ?'],
  ['tôi muốn gửi tin báo về vụ tôi bị lừa', 'Bạn đồng ý để bắt đầu chứ?'],
  ['wifi công cộng có an toàn không', 'Nguồn:'],
  ['bên mình có làm căn cước không', 'căn cước'],
];

export const fields: readonly ConversationTable[] = [
  ...elsewhereAtCode.map(([says, answer]): ConversationTable => ({
    name: `at the question for a code "${says}" is heard`,
    decidedBy: 'chain',
    turns: [ASK_CODE, [says, LEFT_OPEN, answer]],
  })),
  {
    name: 'after a question in between the code is simply typed',
    decidedBy: 'chain',
    turns: [ASK_CODE, ['wifi công cộng có an toàn không', LEFT_OPEN, 'Nguồn:'], ['5P7C-3WF6', 'mã PIN 6 số']],
  },
  {
    name: 'a person is to be had at the question for a code',
    turns: [ASK_CODE, ['cho gặp cán bộ đi', 'Đã báo cán bộ']],
  },
  {
    name: 'a child in danger comes before a code',
    decidedBy: 'chain',
    turns: [ASK_CODE, ['con tôi bị dụ gửi ảnh', 'Gọi 111', '[Báo tin ngay]']],
  },
  {
    name: 'a loss with figures in it is no code',
    decidedBy: 'chain',
    turns: [ASK_CODE, ['tôi bị lừa 15tr qua zalo bây giờ làm sao', 'Đừng chuyển thêm', 'ngân hàng nào']],
  },
  {
    name: 'a code with a slip is a code',
    turns: [
      ASK_CODE,
      ['K7M4-RX9', MALFORMED],
      ['mã của em là 5p7c 3wf9 ạ', MALFORMED],
      ['5p7c3wf6', 'mã PIN 6 số'],
    ],
  },
  {
    name: 'a telephone number is no code',
    turns: [ASK_CODE, ['0912345678', MALFORMED]],
  },
  {
    name: 'whoever lost the code is told what to do, and the way to a person',
    turns: [
      ASK_CODE,
      ['quên mã rồi', WITHOUT_CODE, '“xem hồ sơ”: không cần mã và PIN', '[Gặp cán bộ]'],
      ['không có mà', 'Chưa thấy mã hồ sơ', 'Bạn gõ mã hồ sơ'],
      ['mất mã tra cứu', WITHOUT_CODE, '[Gặp cán bộ]'],
      ['mất mã rồi', WITHOUT_CODE],
      ['5P7C-3WF6', 'mã PIN 6 số'],
    ],
  },
  {
    name: 'the button says the same as the words',
    turns: [ASK_CODE, [{ tap: 'Không còn mã' }, WITHOUT_CODE], [{ tap: 'Gặp cán bộ' }, 'Đã báo cán bộ']],
  },
  {
    name: 'whoever begins with the lost code is not asked for it',
    decidedBy: 'chain',
    turns: [['quên mã hồ sơ rồi làm sao', WITHOUT_CODE, /^(?![\s\S]*Bạn gõ mã hồ sơ)/]],
  },
  {
    name: 'whoever lost the PIN is told the same, and is shown nothing',
    turns: [...TO_PIN, ['không nhớ mã PIN', WITHOUT_CODE], ['pin là 123999', 'Mã hồ sơ hoặc PIN chưa đúng']],
  },
  {
    name: 'a PIN with a slip is a PIN, and other wishes are heard',
    decidedBy: 'chain',
    turns: [
      ...TO_PIN,
      ['48291', 'PIN gồm đúng 6 chữ số'],
      ['Tôi cần lập tin báo về trang lừa đảo', LEFT_OPEN, 'Bạn đồng ý để bắt đầu chứ?'],
    ],
  },
  {
    name: 'a PIN among words is a PIN, but an OTP read out is urgent',
    decidedBy: 'chain',
    turns: [
      ...TO_PIN,
      ['mã PIN của em là 123 999', 'Mã hồ sơ hoặc PIN chưa đúng'],
      ['5P7C-3WF6', 'mã PIN 6 số'],
      ['em đọc mã otp 482913 cho nó rồi', 'Gọi NGAY tổng đài ngân hàng'],
    ],
  },
  {
    name: 'a photo is no code',
    turns: [ASK_CODE, [{ sends: ['a.jpg'] }, 'cần bạn gõ bằng chữ', 'Bạn gõ mã hồ sơ']],
  },
  {
    name: 'whoever looks for the code is given the time',
    turns: [
      ASK_CODE,
      ['khoan đã', TAKE_YOUR_TIME],
      ['đợi em xíu', TAKE_YOUR_TIME],
      ['để em tìm lại đã', TAKE_YOUR_TIME],
      ['5P7C-3WF6', 'mã PIN 6 số'],
    ],
  },
  {
    name: 'a wish to report is heard where a number to check was asked for',
    decidedBy: 'chain',
    turns: [ASK_WHAT, ['tôi muốn gửi tin báo về vụ tôi bị lừa', 'Bạn đồng ý để bắt đầu chứ?']],
  },
  {
    name: 'a child in danger comes before a number to check',
    decidedBy: 'chain',
    turns: [ASK_WHAT, ['con tôi bị dụ gửi ảnh', 'Gọi 111']],
  },
  ...PERSON_WISHES.flatMap((says) =>
    Object.entries({ 'an amount': TO_MONEY, 'a telephone number': TO_PHONE }).map(
      ([field, turns]): ConversationTable => ({
        name: `"${says}" where ${field} is asked for leads to a person, and the report is kept`,
        decidedBy: 'chain',
        turns: [...turns, [says, '7 ngày', 'Đã báo cán bộ']],
      }),
    ),
  ),
  {
    name: 'a child in danger comes before an amount, and before a telephone number',
    decidedBy: 'chain',
    turns: [
      ...TO_PHONE,
      ['con tôi bị dụ gửi ảnh', 'Gọi 111', '[Báo tin ngay]'],
      ['báo tin ngay', 'Ta làm tiếp tin'],
    ],
  },
  {
    name: 'another report is looked for where an amount is asked for',
    decidedBy: 'chain',
    turns: [...TO_MONEY, ['hồ sơ hôm trước em gửi tới đâu rồi', 'Bạn gõ mã hồ sơ']],
  },
  {
    name: 'what is wished of the police is written down, and leads nowhere else',
    decidedBy: 'chain',
    turns: [
      ...TO_CATEGORY,
      ['thông tin cá nhân của tôi bị rao bán trên mạng, hôm qua tôi thấy trên facebook', 'nào bị lộ'],
      ['bỏ qua', 'gây ra điều gì'],
      ['bỏ qua', 'số điện thoại'],
      ['bỏ qua', 'mong Công an xã giúp'],
      ['xin cán bộ xóa thông tin của tôi trên đó', 'ảnh chụp màn hình'],
    ],
  },
];

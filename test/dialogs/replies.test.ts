import { describe, expect, it } from '@jest/globals';
import { readAction, goAction, answerAction } from '../../dialogs/buttons.ts';
import { readCommand } from '../../dialogs/commands.ts';
import { asTap, readInput } from '../../dialogs/input.ts';
import { recogniseChoice } from '../../dialogs/prompts/choice.ts';
import { foldedWords } from '../../dialogs/prompts/folded-words.ts';
import { recogniseMoney } from '../../dialogs/prompts/money.ts';
import { recognisePhone } from '../../dialogs/prompts/phone.ts';
import { recogniseWhen } from '../../dialogs/prompts/when.ts';
import { recogniseYesNo } from '../../dialogs/prompts/yes-no.ts';

describe('yes and no', () => {
  it.each([
    'có', 'co', 'Có ạ', 'ừ', 'uh', 'ừm', 'dạ', 'dạ đúng rồi', 'dung roi', 'đúng r', 'ok', 'oke em', 'okie', 'vâng', 'vang a', 'phải', 'chuẩn luôn',
    'đồng ý', 'dong y', 'được', 'dc', 'xác nhận', 'có, nó gọi hai lần', 'có chứ', 'yes', 'đúng hết rồi', 'ừa', 'dạ có', 'dạ vâng ạ', 'phải rồi đó',
  ])('"%s" is yes', (text) => expect(recogniseYesNo(text)).toBe('yes')); // prettier-ignore

  it.each([
    'không', 'khong', 'ko', 'k', 'hông', 'hổng', 'hem', 'không phải', 'ko phải', 'chưa', 'chưa đúng', 'sai', 'sai rồi', 'sai hết rồi', 'nhầm rồi',
    'thôi', 'dạ không', 'dạ không ạ', 'không cần đâu', 'hông phải', 'đâu có', 'no', 'không, 25 triệu', 'không đúng', 'hok', 'chua phai', 'k đúng',
  ])('"%s" is no', (text) => expect(recogniseYesNo(text)).toBe('no')); // prettier-ignore

  it.each([
    '',
    '...',
    'hôm qua',
    'tôi không biết nó là ai',
    'có người gọi cho tôi',
    'bao lâu có kết quả',
    'co ai khong vay',
  ])('"%s" is neither', (text) => expect(recogniseYesNo(text)).toBeNull());
});

describe('a choice', () => {
  const channels = [
    { id: 'call', title: 'Gọi điện' },
    { id: 'sms', title: 'Tin nhắn SMS' },
    { id: 'facebook', title: 'Facebook, Messenger' },
    { id: 'mb', title: 'MB', says: ['quân đội'] },
  ];

  it.each([
    ['1', 'call'], ['số 2', 'sms'], ['ba', 'facebook'], ['gọi điện', 'call'], ['goi dien', 'call'], ['GỌI ĐIỆN', 'call'], ['gọi diện', 'call'],
    ['go dien', 'call'], ['nó gọi điện cho tôi', 'call'], ['facebook', 'facebook'], ['tin nhan', 'sms'], ['mb', 'mb'], ['ngân hàng quân đội', 'mb'],
    ['bank mb nha', 'mb'], ['Go\u0323i \u0111ie\u0302\u0323n', 'call'],
  ])('"%s" means %s', (text, id) => expect(recogniseChoice(text, channels)).toBe(id)); // prettier-ignore

  it.each([
    '',
    '9',
    'xyz',
    '???',
    'zalo',
    'gọi điện hoặc tin nhắn sms',
    'nó không có gọi điện',
    'hôm qua có một người lạ mặt đến tận nhà tôi gọi điện mãi',
  ])('"%s" means none', (text) => expect(recogniseChoice(text, channels)).toBeNull());
});

describe('commands', () => {
  it.each([
    ['hủy', 'cancel'], ['huy', 'cancel'], ['HỦY!', 'cancel'], ['hủy đi em', 'cancel'], ['quay lại', 'back'], ['quay lai nhe', 'back'],
    ['trợ giúp', 'help'], ['tro giup', 'help'], ['menu', 'menu'], ['thoát', 'leave'], ['gặp cán bộ', 'human'], ['cán bộ', 'human'],
    ['cho tôi gặp cán bộ với', 'human'], ['để sau', 'later'], ['thôi để mai', 'later'],
    ['tối em báo tiếp nhé', 'later'], ['hẹn hôm khác ạ', 'later'], ['để mai tính', 'later'], ['mai viết tiếp', 'later'], ['bỏ qua', 'skip'], ['sửa', 'correct'], ['viết tiếp', 'resume'],
    ['khoan đã', 'wait'], ['ủa khoan', 'wait'], ['đợi em xíu', 'wait'], ['chờ tí', 'wait'], ['để tôi hỏi vợ đã', 'wait'], ['thôi hủy', 'cancel'],
    ['à không viết tiếp', 'resume'], ['chị ơi', 'hello'], ['em muốn hỏi chút', 'hello'],
    ['xin chào', 'hello'], ['alo', 'hello'], ['cảm ơn nhé', 'thanks'], ['gap can bp', 'human'], ['quay lạii', 'back'],
    ['ok em cảm ơn', 'thanks'], ['vâng ạ cảm ơn', 'thanks'], ['xin cảm ơn các anh chị nhiều lắm ạ', 'thanks'],
    ['bạn là ai', 'who'], ['mày là ai', 'who'], ['đang nói chuyện với ai vậy', 'who'], ['đây có phải người thật không', 'who'], ['người hay máy vậy', 'who'], ['ai đấy ạ', 'who'],
  ])('"%s" is %s', (text, command) => expect(readCommand(foldedWords(text))).toBe(command)); // prettier-ignore

  it.each([
    'chờ', 'để em chuyển tiền cho nó', 'khoan chuyển tiền', 'nó bảo đợi', 'không hủy', 'chị ơi em bị lừa rồi', 'hỏi làm gì', 'cho hỏi otp là gì',
    'tối nay', 'mai', 'sáng mai', 'để tối nay nó gọi lại', 'nó hẹn mai trả', 'chiều nay nó báo tôi trúng thưởng', 'hẹn mai trả tiền',
    'nó bắt tôi hủy lệnh chuyển tiền', 'không nhớ nữa', 'đúng', 'sửa 3', 'giúp tôi với', 'tôi muốn quay lại gặp người đó', '', 'cán bộ nào phụ trách',
    'nó là ai', 'ai là kẻ lừa đảo', 'bạn là kẻ lừa đảo', 'phải là người ta lừa tôi', 'cảm ơn nó rồi chuyển tiền', 'nó cảm ơn tôi', 'người thật việc thật', 'có phải lừa đảo không', 'có phải công an thật không', 'máy bị treo', 'ai lấy tiền của tôi',
  ])('"%s" is none', (text) => expect(readCommand(foldedWords(text))).toBeNull()); // prettier-ignore
});

describe('what a resident types as a value', () => {
  const now = new Date('2026-11-22T02:00:00Z');

  it('reads money, asks back a bare number, and knows nothing lost', () => {
    expect(recogniseMoney('tầm 15tr')).toMatchObject({ kind: 'answer', text: '15.000.000đ' });
    expect(recogniseMoney('chưa mất')).toMatchObject({ kind: 'answer', text: 'Chưa mất tiền' });
    expect(recogniseMoney('15')).toEqual({ kind: 'which', amounts: ['15.000.000đ', '15.000đ'] });
    expect(recogniseMoney('nhiều')).toEqual({ kind: 'none' });
  });

  it('reads times and "không nhớ"', () => {
    expect(recogniseWhen('hôm qua', now)?.text).toBe('ngày 21/11/2026');
    expect(recogniseWhen('không nhớ', now)).toEqual({ value: 'unknown', text: 'Không nhớ' });
    expect(recogniseWhen('màu xanh', now)).toBeNull();
  });

  it('keeps what stands beside a telephone number', () => {
    expect(recognisePhone('0912345678')).toEqual({ value: '+84912345678', text: '0912 345 678' });
    expect(recognisePhone('0912345678 gọi sau 5h chiều')?.text).toContain('gọi sau 5h chiều');
    expect(recognisePhone('số cũ')).toBeNull();
  });
});

describe('buttons', () => {
  it.each([
    { to: 'menu' }, { to: 'draft' }, { to: 'report', category: null }, { to: 'report', category: 'C01' }, { to: 'article', slug: 'so-khan-cap' },
    { to: 'sos', slug: 'sos-vua-chuyen-tien' }, { to: 'steps', slug: 'ma-otp-la-gi' },
  ] as const)('%j survives the way to the phone and back', (destination) => {
    expect(readAction(goAction(destination))).toEqual({ kind: 'go', destination });
  }); // prettier-ignore

  it('an answer carries the question that it belongs to', () => {
    expect(readAction(answerAction('report', 3, 'skip'))).toEqual({
      kind: 'answer',
      dialogId: 'report',
      serial: 3,
      choice: 'skip',
    });
  });

  it.each(['', 'go', 'go:', 'go:console', 'report:x:skip', 'report:1.5:skip', ':1:a', 'go:article:../etc'])(
    '"%s" was never made by this product',
    (action) => expect(readAction(action)).toBeNull(),
  );
});

describe('a message as the dialogs read it', () => {
  const shown = [
    { title: 'Gặp cán bộ', action: 'go:human' },
    { title: 'Về menu', action: 'go:menu' },
  ];
  const read = (text: string) => readInput({ type: 'message', text } as never, []);

  it('a typed title is a tap; a number only where numbers mean buttons', () => {
    expect(asTap(read('gap can bo'), shown, false).action).toBe('go:human');
    expect(asTap(read('2'), shown, true).action).toBe('go:menu');
    expect(asTap(read('2'), shown, false).kind).toBe('words');
    expect(asTap(read('7'), shown, true).kind).toBe('words');
  });

  it.each([
    [{ type: 'message', value: { action: 'go:menu' } }, 'tap'],
    [{ type: 'message', value: 'go:menu' }, 'nothing'],
    [{ type: 'message', value: { action: 7 }, text: 'xin chào' }, 'words'],
    [{ type: 'message', text: '\u200b\u200b' }, 'nothing'],
    [{ type: 'conversationUpdate', text: 'x' }, 'arrival'],
    [{ type: 'message' }, 'nothing'],
  ])('%j is %s', (activity, kind) => {
    expect(readInput(activity as never, []).kind).toBe(kind);
  });
});

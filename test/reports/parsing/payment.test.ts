import { describe, expect, it } from '@jest/globals';
import { readPayment } from '../../../reports/parsing/payment.ts';
import type { Payment } from '../../../reports/parsing/payment.ts';

const CASES: readonly (readonly [text: string, payment: Payment | null])[] = [
  ['tôi chuyển 15tr vào stk 0123456789 MB', 'made'],
  ['em ck 3 lần tổng 12tr5', 'made'],
  ['nó bảo tôi chuyển 15tr, tôi chuyển rồi', 'made'],
  ['no bao toi chuyen 15tr, toi chuyen roi', 'made'],
  ['dọa tôi liên quan rửa tiền nên tôi chuyển 15tr', 'made'],
  ['nó giục quá nên em nộp 20 triệu', 'made'],
  ['bảo nạp 500k, tôi nạp 3 lần', 'made'],
  ['nó dụ tôi nạp 5tr rồi chặn', 'made'],
  ['lừa tôi chuyển 5 triệu', 'made'],
  ['tôi muốn báo chuyển nhầm 5 triệu', 'made'],
  ['mất 36 triệu trong thẻ', 'made'],
  ['tài khoản bị trừ 2 triệu', 'made'],
  ['đã đóng 3 triệu tiền cọc', 'made'],
  ['tôi bị lừa 10 triệu', 'made'],
  ['chuyển 5tr rồi, lần sau nó đòi nộp thêm 10tr thì tôi không nộp', 'made'],
  ['yêu cầu chuyển cọc 5 triệu, tôi chưa chuyển', 'refused'],
  ['yeu cau chuyen coc 5 trieu, toi chua chuyen', 'refused'],
  ['đòi tôi chuyển 20 triệu nhưng tôi không chuyển', 'refused'],
  ['nó bảo tôi nộp 20 triệu tiền cọc nhưng tôi chưa kịp nộp', 'refused'],
  ['suýt bị lừa 20 triệu, may mà không chuyển', 'refused'],
  ['tôi muốn báo vụ lừa đảo đòi 20 triệu, tôi chưa mất tiền', 'refused'],
  ['xưng công an bảo tôi chuyển 15tr vào tài khoản 0123456789 MB', 'demanded'],
  ['xung cong an bao toi chuyen 15tr', 'demanded'],
  ['nó đòi tôi phải nộp 20 triệu phí', 'demanded'],
  ['yêu cầu thanh toán 2 triệu', 'demanded'],
  ['máy lọc nước giá 3 triệu', null],
  ['bán xong không trả hàng, giá 3 triệu', null],
  ['', null],
];

describe('whether money was paid', () => {
  it.each(CASES)('%p: %p', (text, payment) => {
    expect(readPayment(text)).toBe(payment);
  });
});

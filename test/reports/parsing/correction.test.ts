import { describe, expect, it } from '@jest/globals';
import { readCorrection } from '../../../reports/parsing/correction.ts';

describe('words that put something right', () => {
  it.each([
    ['à mà sửa số tiền 22 triệu', ['số tiền 22 triệu'], null],
    ['Ghi nhầm, 5 triệu thôi', ['5 triệu thôi'], null],
    ['em nói lộn 500k rồi, 1,5 triệu mới đúng', ['1,5 triệu mới đúng', '500k rồi'], null],
    ['số tiền 5 triệu, em ghi nhầm', ['số tiền 5 triệu,'], null],
    ['số tiền sai rồi, 5 triệu', ['5 triệu', 'số tiền'], null],
    ['5 triệu mới đúng', ['5 triệu'], null],
    ['stk đúng là 1029384756 vcb', ['1029384756 vcb'], null],
    ['ghi sai rồi', [], null],
    ['Số tk là 0987654321 chứ không phải 0123456789', ['Số tk là 0987654321'], '0123456789'],
    ['1,5 triệu, chứ ko phải 15 triệu nhé', ['1,5 triệu'], '15 triệu nhé'],
    ['không phải Zalo mà là Telegram', ['Telegram'], 'Zalo'],
  ])('%s', (text, right, wrong) => {
    expect(readCorrection(text)).toMatchObject({ right, wrong });
  });

  it.each([
    'nó nói nhầm 5 triệu',
    'tôi chuyển nhầm 5 triệu',
    'đúng rồi',
    'nó bảo sai số tài khoản nên bị treo tiền',
    '',
  ])('are not in "%s"', (text) => {
    expect(readCorrection(text)).toBeNull();
  });
});

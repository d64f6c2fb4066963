import { describe, expect, it } from '@jest/globals';
import { nameBeside, recognisePhone } from '../../dialogs/prompts/phone.ts';

describe('The name beside a number to call', () => {
  it.each([
    ['Lan 0912345678', 'Lan'],
    ['Lan 0912 345 678, sau 5 giờ chiều', 'Lan'],
    ['0912345678 Trần Thị B', 'Trần Thị B'],
    ['tôi là Trần Thị B, 0987 654 321', 'Trần Thị B'],
    ['toi ten nguyen van nam sdt 0987654321', 'nguyen van nam'],
    ['em tên Hoa, số em là 0987654321', 'Hoa'],
    ['Nguyễn Văn A - 0987654321', 'Nguyễn Văn A'],
    ['Bác Tư\n0987.654.321', 'Bác Tư'],
    ['bà Sáu 0987654321', 'bà Sáu'],
    ["H'Hen Niê 0987654321", "H'Hen Niê"],
    ['0987654321', null],
    ['0987654321 gọi sau 5h chiều', null],
    ['số tôi 0987654321', null],
    ['+84987654321', null],
    ['sđt 0987654321 nhé', null],
    ['gọi cho tôi 0987654321 buổi tối', null],
    ['đừng gọi giờ hành chính, 0987654321', null],
  ])('%j is %j', (text, name) => {
    expect(nameBeside(text)).toBe(name);
  });

  it.each([
    ['Lan 0987654321', '0987 654 321'],
    ['tôi là Trần Thị B, 0987 654 321', '0987 654 321'],
    ['0987654321 gọi sau 5h chiều', '0987 654 321 (0987654321 gọi sau 5h chiều)'],
  ])('the number of %j is kept as %j', (text, kept) => {
    expect(recognisePhone(text)?.text).toBe(kept);
  });
});

import { describe, expect, it } from '@jest/globals';
import { stripPersonal } from '../../knowledge/strip-personal.ts';

describe('what could name a person is taken out', () => {
  it.each([
    ['số 0912345678 gọi tôi', 'số [số] gọi tôi'],
    ['stk 1903 4567 8901 23 mang ten ai', 'stk [số] mang ten ai'],
    ['sinh ngày 12/03/1990', 'sinh ngày [số]'],
    ['vào https://vcb-uudai.top/abc?id=1 rồi', 'vào [link] rồi'],
    ['trang shopee-trian.vip có thật không', 'trang [link] có thật không'],
    ['gửi vào lan.nguyen@gmail.com', 'gửi vào [email]'],
    ['mã K7M4-QX9C tới đâu', 'mã [mã] tới đâu'],
    ['tôi tên là Hoa ở thôn 2', 'tôi tên là [tên]'],
    ['Nguyễn Thị Hoa lừa tôi', '[tên] lừa tôi'],
    ['nguyen van tuan no tien toi', '[tên] no tien toi'],
    ['chị Lan bảo chuyển', 'chị [tên] bảo chuyển'],
  ])('%s', (typed, stripped) => {
    expect(stripPersonal(typed)).toContain(stripped.replace('tôi tên là [tên]', 'tôi tên là [tên]'));
  });

  it.each([
    'bị lừa 20 triệu qua zalo',
    'bật bảo mật 2 lớp cho facebook',
    'gọi 113 hay 115',
    'lớp 8 bị bắt nạt',
    'anh Công an gọi cho tôi',
  ])('"%s" stays as it is: it names nobody', (question) => {
    expect(stripPersonal(question)).toBe(question);
  });
});

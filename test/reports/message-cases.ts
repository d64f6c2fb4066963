/** Whole messages as residents write them, and everything that is understood (Sunday 22 November 2026, 14:00). */
export const MESSAGES: readonly (readonly [message: string, facts: Readonly<Record<string, unknown>>])[] = [
  [
    'Hôm qua tầm 9h tối có số 0912 345 678 gọi cho em xưng công an, em chuyển 15tr vào stk 0123456789 MB NGUYEN VAN AN',
    {
      money: 15_000_000,
      when: '21:00 ngày 21/11/2026',
      channels: ['call'],
      phones: ['+84912345678'],
      accounts: ['0123456789 MB NGUYEN VAN AN'],
    },
  ],
  [
    'hom qua tam 9h toi co so 0912345678 goi cho em xung cong an, em chuyen 15tr vao stk 0123456789 mb nguyen van an',
    {
      money: 15_000_000,
      when: '21:00 ngày 21/11/2026',
      channels: ['call'],
      phones: ['+84912345678'],
      accounts: ['0123456789 MB'],
    },
  ],
  [
    'e bị lừa 1 tỷ 2 trên fb, nick facebook.com/dautu.pro, ck 3 lần vào 19031234567890 techcombank chủ tk Trần Thị Bé, từ 15/11',
    {
      money: 1_200_000_000,
      when: 'ngày 15/11/2026',
      channels: ['facebook'],
      accounts: ['19031234567890 Techcombank TRẦN THỊ BÉ'],
      links: ['facebook.com/dautu.pro'],
      socials: ['facebook:dautu.pro'],
    },
  ],
  [
    'Mẹ em bấm vào vneid-24h[.]top cài app lạ sáng nay lúc 8h, bị trừ 36.500.000đ trong vcb',
    { money: 36_500_000, when: '08:00 ngày 22/11/2026', channels: ['website'], links: ['vneid-24h.top'] },
  ],
  [
    'vừa chuyển 5 triệu cho shop trên zalo 0987654321, giờ nó chặn rồi',
    {
      money: 5_000_000,
      when: 'khoảng 14 giờ ngày 22/11/2026',
      channels: ['zalo'],
      phones: ['+84987654321'],
      socials: ['zalo:+84987654321'],
    },
  ],
  [
    'Rủ vào tele @dautu_vip88 làm nhiệm vụ, nạp 500k rồi 2tr rồi 10tr, tổng 12tr5, từ thứ hai tuần trước',
    {
      money: 12_500_000,
      when: 'ngày 09/11/2026',
      channels: ['telegram'],
      socials: ['telegram:dautu_vip88'],
    },
  ],
  [
    'Có người giả công an xã gọi 02888865154 bảo ra ngân hàng, tôi chưa chuyển gì',
    { channels: ['call'], phones: ['+842888865154'] },
  ],
  [
    'bán acc game trên fb, nó bảo ck phí 200k vào momo 0912345678',
    { money: 200_000, channels: ['facebook'], accounts: ['0912345678 MoMo'] },
  ],
  [
    'Email hotro@vcb-online.top gửi link http://vcb-online.top/dangnhap bảo nhập otp hồi tối qua',
    {
      when: 'tối 21/11/2026',
      channels: ['website'],
      links: ['vcb-online.top/dangnhap'],
      emails: ['hotro@vcb-online.top'],
    },
  ],
  [
    'STK: 1023456789\nNgân hàng: Vietcombank\nChủ TK: LE THI HOA\nSố tiền: 7.500.000 VND\nThời gian: 20/11/2026 09:30:15\nMã GD: FT26325123456789',
    { money: 7_500_000, when: '09:30 ngày 20/11/2026', accounts: ['1023456789 Vietcombank LE THI HOA'] },
  ],
  ['tôi bị lừa', {}],
  ['Alo có ai không', {}],
  ['', {}],
];

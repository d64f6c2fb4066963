import { RECEIPT_LINES } from '../../support/receipt-picture.ts';

/** Words as Tesseract reads them in pictures, with what a person sees in them; null: no receipt. */
export const RECEIPTS: readonly (readonly [name: string, words: string, shows: string | null])[] = [
  [
    'labels above values',
    RECEIPT_LINES.join('\n\n'),
    '15.000.000đ tới tài khoản 0123456789012 – MB – NGUYEN VAN TUAN, 20:45 ngày 20/11/2026, mã giao dịch FT26325123456789',
  ],
  [
    'labels beside values',
    'BIÊN LAI CHUYỂN TIỀN\nSố tiền: 2,500,000 VND\nTài khoản nguồn: 19038887766554\nTài khoản thụ hưởng: 1017 888 999\nTên người thụ hưởng: TRẦN THỊ HOA\nNgân hàng thụ hưởng: Vietcombank\nPhí giao dịch: 5,500 VND\nNgày giao dịch: 19/11/2026 08:05:33\nSố dư: 120,000,000 VND',
    '2.500.000đ tới tài khoản 1017888999 – Vietcombank – TRAN THI HOA, 08:05 ngày 19/11/2026',
  ],
  [
    'the balance stands first',
    'Giao dịch thành công\nSố dư\n88.000.000 VND\nSố tiền\n500.000 VND\nSố tài khoản nhận\n060123456789\nNgười nhận\nLE VAN BA\nNgân hàng\nSacombank',
    '500.000đ tới tài khoản 060123456789 – Sacombank – LE VAN BA',
  ],
  [
    'a wallet without an account',
    'Giao dịch thành công\n-1.200.000đ\nNgười nhận\nPHAM MINH DUC\nMã giao dịch\n63512345678\nThời gian\n14:20 - 21/11/2026',
    '1.200.000đ tới PHAM MINH DUC, 14:20 ngày 21/11/2026, mã giao dịch 63512345678',
  ],
  [
    'the receiving account is hidden by stars',
    'Chuyển khoản thành công\nSố tiền: 3.000.000đ\nTài khoản nhận: ******6789\nNgân hàng nhận: BIDV',
    '3.000.000đ tới BIDV',
  ],
  [
    "only the sender's own account is shown",
    'Chuyển tiền thành công\n9.000.000 VND\nTừ tài khoản: 0441000765432',
    '9.000.000đ',
  ],
  [
    'a time that is still to come is not believed',
    'Giao dịch thành công\nSố tiền: 700.000 VND\nThời gian: 09:00 25/12/2026',
    '700.000đ',
  ],
  ['a chat about money', 'Anh chuyển giúp em 5 triệu nhé\nMai em trả', null],
  ['a failed try without an amount', 'Giao dịch không thành công\nChuyển tiền\nVui lòng thử lại', null],
  ['a poster', 'Tuyển cộng tác viên online\nThu nhập 500.000đ mỗi ngày', null],
  ['nothing', '', null],
];

import sharp from 'sharp';

const FONT_SIZE_PX = 34;
const LINE_PX = 62;

/** A picture of lines of text, as a phone's screenshot of a banking app would show them. */
export function pictureOf(lines: readonly string[], { width = 760 } = {}): Promise<Buffer> {
  const escaped = lines.map((line) => line.replace(/[&<>]/g, (sign) => `&#${String(sign.codePointAt(0))};`));
  const texts = escaped.map(
    (line, index) =>
      `<text x="48" y="${String(90 + index * LINE_PX)}" font-family="DejaVu Sans" font-size="${String(FONT_SIZE_PX)}" fill="#222">${line}</text>`,
  );
  const height = 140 + lines.length * LINE_PX;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}"><rect width="100%" height="100%" fill="#fff"/>${texts.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** What stands on a bank's receipt; the sender's own account is always the same. */
export const receiptLines = (transfer: {
  /** "15.000.000". */
  readonly amount: string;
  readonly account: string;
  /** "20:45 - 20/11/2026". */
  readonly moment: string;
}): readonly string[] => [
  'Chuyển tiền thành công',
  `${transfer.amount} VND`,
  'Từ tài khoản',
  '0441000765432',
  'Đến tài khoản',
  transfer.account,
  'Tên người nhận',
  'NGUYEN VAN TUAN',
  'Ngân hàng nhận',
  'MB Bank (Ngân hàng TMCP Quân đội)',
  'Thời gian',
  transfer.moment,
  'Mã giao dịch',
  'FT26325123456789',
];

/** A transfer of 15 million to an account at MB. */
export const RECEIPT_LINES = receiptLines({
  amount: '15.000.000',
  account: '0123456789012',
  moment: '20:45 - 20/11/2026',
});

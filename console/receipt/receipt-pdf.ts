import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import type { Receipt } from '../../reports/receipt.ts';
import type { Report } from '../../reports/report.ts';
import { readableMoment } from '../../reports/moments.ts';
import { vi } from '../texts/vi.ts';
import { printedLines } from './receipt-lines.ts';

const FONTS = createRequire(import.meta.url);
const fontFile = (name: string): string => FONTS.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

const MARGIN = 56;
const QR_SIZE = 110;

export interface ReceiptPdf {
  readonly report: Pick<Report, 'code' | 'createdAt'>;
  readonly receipt: Receipt;
  readonly communeName: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
}

/** The receipt on paper, A4: code, time, what it means, the way to look it up, and the signed lines. Nothing personal. */
export async function createReceiptPdf({
  report,
  receipt,
  communeName,
  publicUrl,
}: ReceiptPdf): Promise<Buffer> {
  const text = vi.receipt;
  const moment = readableMoment(report.createdAt);
  const lines = printedLines(receipt);
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    font: fontFile('DejaVuSans'),
    lang: 'vi-VN',
    info: { Title: `${text.title} ${report.code}`, Author: communeName, CreationDate: report.createdAt },
  });
  const bytes = collect(document);
  const bold = fontFile('DejaVuSans-Bold');
  const plain = fontFile('DejaVuSans');

  document.fontSize(11).text(communeName, { align: 'center' });
  document.moveDown(0.5).font(bold).fontSize(16).text(text.heading, { align: 'center' }).moveDown();
  drawQr(document, `${publicUrl}/tra-cuu?ma=${report.code}`);
  document.font(plain).fontSize(11).fillColor('black');
  const width = document.page.width - 2 * MARGIN - QR_SIZE - 20;
  const evidence = text.evidenceCount(lines.filter((line) => line.startsWith('sha256 ')).length);
  for (const [label, value] of [
    [text.code, report.code],
    [text.sentAt, moment],
    [text.evidence, evidence],
  ] as const) {
    document.font(plain).text(`${label}: `, { continued: true, width }).font(bold).text(value);
    document.moveDown(0.3);
  }
  document.font(plain).fontSize(9).text(`${text.qr}: ${publicUrl}/tra-cuu`, { width });
  document.y = Math.max(document.y, QR_SIZE + 3 * MARGIN);
  document.fontSize(11).text(text.standing(communeName, moment, report.code), { align: 'justify' });
  document.moveDown().font(bold).text(text.signed);
  document
    .font(plain)
    .fontSize(9)
    .text(text.signedNote(`${publicUrl}/kiem-tra-bien-nhan`))
    .moveDown(0.5);
  document.font(fontFile('DejaVuSansMono')).fontSize(7.5).text(lines.join('\n'));
  document.end();
  return bytes;
}

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    document.on('error', reject);
  });
}

/** At the right of where the text goes on; as squares, so that it stays sharp on paper. */
function drawQr(document: PDFKit.PDFDocument, address: string): void {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  const side = QR_SIZE / modules.size;
  const left = document.page.width - MARGIN - QR_SIZE;
  const top = document.y;
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column) !== 0) document.rect(left + column * side, top + row * side, side, side);
  document.fill('black');
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import QRCode from 'qrcode';
import { addToReport } from '../../reports/add-to-report.ts';
import { printedLines, readPrintedLines } from '../../console/receipt/receipt-lines.ts';
import type { Report } from '../../reports/report.ts';
import { readPdf } from '../support/read-pdf.ts';
import { standingWords } from '../support/standing-words.ts';
import { SECRETS, changed, evidenceOf, nextId } from '../reports/report-builder.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import { createVisitor } from './visitor.ts';

describe('the signed receipt', () => {
  let server: ConsoleServer;
  let report: Report;
  beforeAll(async () => {
    server = await startConsole();
    report = await server.addReport({
      evidence: [evidenceOf({ sha256: 'cd'.repeat(32), arrivedAt: server.clock.now })],
    });
  });
  afterAll(() => server.close());

  const addressOf = (code: string) => `/bien-nhan/${server.deps.receipts.token(code)}`;
  const linesOf = (one: Report) => printedLines(server.deps.receipts.sign(one)).join('\r\n');

  const pdfOf = async (one: Report): Promise<Buffer> => {
    const response = await fetch(server.url + addressOf(one.code));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/pdf');
    expect(response.headers.get('cache-control')).toBe('no-store');
    return Buffer.from(await response.arrayBuffer());
  };

  it('is a PDF whose printed lines carry a signature that fits code, time and hashes', async () => {
    const { lines } = readPdf(await pdfOf(report));
    const printed = readPrintedLines(lines.slice(lines.indexOf('commune-police-receipt/1')).join('\n'));
    expect(printed).not.toBeNull();
    expect(printed?.text).toContain(`code ${report.code}\n`);
    expect(printed?.text).toContain(`sha256 ${'cd'.repeat(32)}`);
    expect(printed !== null && server.deps.receipts.verify(printed)).toBe(true);
    const words = lines.join('').replaceAll(' ', '');
    const standing = standingWords(server.deps.communeName, '14:00 ngày 22/11/2026', report.code);
    expect(words).toContain(standing.replaceAll(' ', ''));
    for (const secret of Object.values(SECRETS)) expect(words).not.toContain(secret.replaceAll(' ', ''));
  });

  it('bears a QR code of the page on which this very report is looked up', async () => {
    const { squares } = readPdf(await pdfOf(report));
    const { modules } = QRCode.create(`${server.deps.publicUrl}/tra-cuu?ma=${report.code}`, {
      errorCorrectionLevel: 'M',
    });
    const wanted = Array.from({ length: modules.size ** 2 }, (_, index) => index)
      .map((index) => [Math.floor(index / modules.size), index % modules.size] as const)
      .filter(([row, column]) => modules.get(row, column) !== 0)
      .map(([row, column]) => `${row},${column}`);
    expect([...squares].sort()).toEqual(wanted.sort());
  });

  it('is nowhere else: neither by the code alone nor by a token that was changed', async () => {
    const token = server.deps.receipts.token(report.code);
    const changedToken = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
    for (const wrong of [report.code, `${report.code}-`, changedToken, 'x'.repeat(300)]) {
      const { status, text } = await createVisitor(server.url).get(`/bien-nhan/${wrong}`);
      expect([wrong, status]).toEqual([wrong, 404]);
      expect(text).toContain('Không có biên nhận này');
    }
  });

  it('names the evidence of its day and nobody, also after more was added', () => {
    const more = { messageId: nextId(), text: 'thêm', indicators: [], now: new Date('2026-11-23T00:00:00Z') };
    const later = evidenceOf({ sha256: 'ef'.repeat(32), arrivedAt: more.now });
    const added = changed(addToReport(report, { ...more, evidence: [later] }));
    expect(linesOf(added)).toBe(linesOf(report));
    expect(linesOf(report)).toContain('cd'.repeat(32));
    for (const secret of Object.values(SECRETS)) expect(linesOf(report)).not.toContain(secret);
  });

  it('is known as real by anybody who pastes it, and as forged when one sign is changed', async () => {
    const visitor = createVisitor(server.url);
    expect((await visitor.get('/kiem-tra-bien-nhan')).status).toBe(200);
    const check = (lines: string) => visitor.post('/kiem-tra-bien-nhan', { lines });
    const real = await check(`  ${linesOf(report)}\n\n`);
    expect(real.text).toContain(`Biên nhận thật: hồ sơ ${report.code}`);
    const forged = await check(linesOf(report).replace('2026', '2025'));
    expect([forged.status, forged.text.includes('Không khớp chữ ký')]).toEqual([422, true]);
    expect((await check('không phải biên nhận')).status).toBe(422);
  });

  it('printed lines come back as the receipt they were', () => {
    const receipt = server.deps.receipts.sign(report);
    expect(readPrintedLines(linesOf(report))).toEqual(receipt);
  });
});

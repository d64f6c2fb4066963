import express from 'express';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { PublicPagesDependencies } from '../dependencies.ts';
import { paragraphs, pathText, readForm } from '../form.ts';
import type { SendPublicPage } from '../send-public-page.tsx';
import { vi } from '../texts/vi.ts';
import { CheckReceipt, UnknownReceipt } from '../views/receipt.tsx';
import { readPrintedLines } from './receipt-lines.ts';

/** Sixty hashes and a signature, percent-encoded. */
const FORM_MAX_BYTES = 20_000;
const checkForm = z.object({ lines: paragraphs(8_000) });

/** The receipt as a PDF at an address that only its resident was given, and the page that checks one. */
export function receiptPages(
  deps: Pick<PublicPagesDependencies, 'reports' | 'receipts' | 'communeName' | 'publicUrl'>,
  sendPage: SendPublicPage,
): Router {
  const { receipts, communeName, publicUrl } = deps;
  const router = express.Router();

  router.get('/bien-nhan/:token', async (request: Request, response: Response) => {
    const code = receipts.readToken(pathText(request, 'token'));
    const report = code === null ? null : await deps.reports.byCode(code);
    if (report === null) {
      sendPage(response, { title: vi.receipt.unknown, status: 404 }, <UnknownReceipt />);
      return;
    }
    const receipt = receipts.sign(report);
    // with a library for PDF and fonts that nothing else needs
    const { createReceiptPdf } = await import('./receipt-pdf.ts');
    const pdf = await createReceiptPdf({ report, receipt, communeName, publicUrl });
    response
      .type('application/pdf')
      .set('Content-Disposition', `inline; filename="${vi.receipt.fileName(report.code)}"`)
      .set('X-Robots-Tag', 'noindex')
      .send(pdf);
  });
  router.get('/kiem-tra-bien-nhan', (_request: Request, response: Response) => {
    sendPage(response, { title: vi.receipt.checkTitle }, <CheckReceipt result={null} code={null} />);
  });
  router.post(
    '/kiem-tra-bien-nhan',
    express.urlencoded({ extended: false, limit: FORM_MAX_BYTES, parameterLimit: 5 }),
    (request: Request, response: Response) => {
      const form = readForm(request, checkForm);
      const receipt = form === null ? null : readPrintedLines(form.lines);
      const isReal = receipt !== null && receipts.verify(receipt);
      const code = isReal ? (/^code (\S+)$/m.exec(receipt.text)?.[1] ?? null) : null;
      sendPage(
        response,
        { title: vi.receipt.checkTitle, status: isReal ? 200 : 422 },
        <CheckReceipt result={isReal ? 'real' : 'forged'} code={code} />,
      );
    },
  );
  return router;
}

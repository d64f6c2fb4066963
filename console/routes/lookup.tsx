import express from 'express';
import type { NextFunction, Request, Response, Router } from 'express';
import { z } from 'zod';
import { parseCaseCode } from '../../reports/case-code.ts';
import { parsePin } from '../../reports/pin.ts';
import type { Report } from '../../reports/report.ts';
import { countViews, reportSubject } from '../audit-acts.ts';
import type { SendPublicPage } from '../send-public-page.tsx';
import type { PublicPagesDependencies } from '../dependencies.ts';
import { queryText, readForm } from '../form.ts';
import { limitLookupByAddress, limitLookupByCode } from '../middleware/rate-limits.ts';
import { vi } from '../texts/vi.ts';
import type { LookupFault } from '../views/lookup.tsx';
import { FoundReport, LookupForm } from '../views/lookup.tsx';

const FORM_MAX_BYTES = 2_000;
const AUDIT_LISTED = 500;

const lookupForm = z.object({ code: z.string().max(100), pin: z.string().max(100) });

/**
 * A resident looks a report up by code and PIN. An unknown code, a wrong PIN and a malformed one are answered alike and
 * cost the same slow hash; tries are counted for the address and for the code, known or not. The form changes nothing and
 * keeps no session, so that a foreign page could gain nothing by sending it: it carries no token and works without cookies.
 */
export function lookupRoutes(deps: PublicPagesDependencies, sendPage: SendPublicPage): Router {
  const router = express.Router();
  const showForm = (response: Response, code: string, fault: LookupFault | null, status: number) => {
    sendPage(response, { title: vi.lookup.title, status }, <LookupForm code={code} fault={fault} />);
  };
  const refuse = (request: Request, response: Response) => {
    showForm(response, typedCode(request) ?? '', 'tooMany', 429);
  };

  router.get('/', (request, response) => {
    const code = queryText(request, 'ma', 40) ?? '';
    showForm(response, parseCaseCode(code) ?? '', null, 200);
  });
  router.post(
    '/',
    express.urlencoded({ extended: false, limit: FORM_MAX_BYTES, parameterLimit: 10 }),
    limitLookupByAddress(refuse),
    limitLookupByCode(typedCode, refuse),
    async (request, response) => {
      const form = readForm(request, lookupForm);
      const report = await findReport(deps, form?.code ?? '', form?.pin ?? '');
      if (report === null) {
        showForm(response, (form?.code ?? '').slice(0, 20), 'wrong', 422);
        return;
      }
      const entries = await deps.audit.ofSubject(reportSubject(report.id), AUDIT_LISTED);
      sendPage(
        response,
        { title: vi.lookup.title },
        <FoundReport report={report} views={countViews(entries)} />,
      );
    },
  );
  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const status = error instanceof Error && 'status' in error ? error.status : null;
    if (typeof status !== 'number' || status >= 500 || response.headersSent) next(error);
    else showForm(response, '', 'wrong', 422);
  });
  return router;
}

/** The code in its one written form, for counting; null when nothing of that form was sent. */
function typedCode(request: Request): string | null {
  const form = readForm(request, lookupForm);
  return form === null ? null : parseCaseCode(form.code);
}

async function findReport(
  deps: PublicPagesDependencies,
  codeText: string,
  pinText: string,
): Promise<Report | null> {
  const code = parseCaseCode(codeText);
  const pin = parsePin(pinText) ?? '';
  const report = code === null ? null : await deps.reports.byCode(code);
  if (report === null) {
    await deps.pins.hash(pin);
    return null;
  }
  return (await deps.pins.verify(pin, report.pinHash)) ? report : null;
}

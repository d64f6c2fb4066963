import express from 'express';
import type { NextFunction, Request, Response, Router } from 'express';
import type { PublicPagesDependencies } from './dependencies.ts';
import { keepNothing, securityHeaders } from './middleware/security-headers.ts';
import { receiptPages } from './receipt/receipt-pages.tsx';
import { lookupRoutes } from './routes/lookup.tsx';
import { zaloSiteFile } from './routes/zalo-site.ts';
import { createSendPublicPage } from './send-public-page.tsx';
import { createStaticFiles } from './static-files.ts';
import { vi } from './texts/vi.ts';
import { Broken, Landing, NotFound, Privacy, Refused } from './views/landing.tsx';

/** The pages for residents, to be mounted at the root: they keep no session and set no cookie. */
export function createPublicPages(deps: PublicPagesDependencies): Router {
  const { communeName, dutyPhone, chatLinks, zaloSiteVerification: zaloSite } = deps;
  const router = express.Router();
  const guard = [securityHeaders(deps.secureCookies), keepNothing];
  const sendPage = createSendPublicPage(communeName, dutyPhone);

  router.use('/tinh', securityHeaders(deps.secureCookies), createStaticFiles());
  router.use(zaloSiteFile(zaloSite));
  router.get('/', ...guard, (_request: Request, response: Response) => {
    sendPage(
      response,
      { title: vi.landing.title, zaloSite },
      <Landing communeName={communeName} chatLinks={chatLinks} />,
    );
  });
  router.get('/quyen-rieng-tu', ...guard, (_request: Request, response: Response) => {
    sendPage(response, { title: vi.privacyPage.title }, <Privacy communeName={communeName} />);
  });
  router.use(['/bien-nhan', '/kiem-tra-bien-nhan'], ...guard);
  router.use(receiptPages(deps, sendPage));
  router.use('/tra-cuu', ...guard, lookupRoutes(deps, sendPage));
  router.use(forPeople, ...guard, (_request: Request, response: Response) => {
    sendPage(response, { title: vi.public.notFound, status: 404 }, <NotFound />);
  });
  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const status = faultOfTheCall(error);
    if (status === null) deps.onError(error);
    if (response.headersSent) next(error);
    else if (status !== null) sendPage(response, { title: vi.public.refused, status }, <Refused />);
    else sendPage(response, { title: vi.public.broken, status: 500 }, <Broken />);
  });
  return router;
}

/** A person who mistyped gets a page; programs are answered in plain words by whoever mounts these pages. */
function forPeople(request: Request, _response: Response, next: NextFunction): void {
  if (request.method === 'GET' && request.accepts('text', 'html') === 'html') next();
  else next('router');
}

/** The status when what was sent could not be read; null when the fault is ours. */
function faultOfTheCall(error: unknown): number | null {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

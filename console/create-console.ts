import express from 'express';
import type { Request, RequestHandler, Response, Router } from 'express';
import { draftKeyOf } from './accounts/draft-key.ts';
import { consoleRoutes } from './console-routes.ts';
import type { ConsoleDependencies } from './dependencies.ts';
import { hasCsrfToken } from './middleware/csrf.ts';
import { currentStaff } from './middleware/current-staff.ts';
import { keepNothing, securityHeaders } from './middleware/security-headers.ts';
import { createSession } from './middleware/session.ts';
import { createErrorPage, refuse } from './refusals.tsx';
import type { Route, Visit } from './route.ts';
import { checkRoutes } from './route.ts';
import { createStaticFiles } from './static-files.ts';

/** Room for an article with hundreds of phrasings, percent-encoded. */
const FORM_MAX_BYTES = 1_000_000;
/** Sign-in and one-time links: three short fields. */
const OPEN_FORM_MAX_BYTES = 10_000;
const FORM_FIELDS_MAX_COUNT = 200;

/** The staff console, to be mounted at /console. Refused by default: what is not in the table of routes does not exist. */
export function createConsole(deps: ConsoleDependencies): Router {
  const router = express.Router({ caseSensitive: true });
  router.use(securityHeaders(deps.secureCookies));
  router.use('/tinh', createStaticFiles());
  router.use(keepNothing, createSession(deps));
  for (const page of checkRoutes(consoleRoutes(deps))) {
    router[page.method](page.path, ...(page.limits ?? []), handlerOf(deps, page));
  }
  router.use(async (request, response) => {
    const visit = await visitOf(deps, request, response, false);
    refuse(visit, visit.staff === null ? 'signed-out' : 'not-found');
  });
  router.use(createErrorPage(deps));
  return router;
}

/** First who may, then the form's body, then whether the form was ours, then the page. */
function handlerOf(deps: ConsoleDependencies, page: Route): RequestHandler {
  const parseForm = express.urlencoded({
    extended: false,
    limit: page.roles === 'everyone' ? OPEN_FORM_MAX_BYTES : FORM_MAX_BYTES,
    parameterLimit: FORM_FIELDS_MAX_COUNT,
  });
  return async (request, response) => {
    const visit = await visitOf(deps, request, response, page.background !== true);
    const { staff } = visit;
    if (page.roles !== 'everyone' && (staff === null || !page.roles.includes(staff.role))) {
      refuse(visit, staff === null ? 'signed-out' : 'forbidden');
      return;
    }
    if (page.method === 'post') {
      await passThrough(parseForm, request, response);
      if (!hasCsrfToken(request)) {
        refuse(visit, 'foreign-form');
        return;
      }
    }
    if (page.roles === 'everyone') await page.handler(visit);
    else if (staff !== null) await page.handler({ ...visit, staff });
  };
}

async function visitOf(
  deps: ConsoleDependencies,
  request: Request,
  response: Response,
  acts: boolean,
): Promise<Visit> {
  const staff = await currentStaff(deps, request, acts);
  const draftKey = staff === null ? null : draftKeyOf(deps.sessionSecret, staff.id);
  return { request, response, now: deps.clock(), staff, draftKey, communeName: deps.communeName };
}

/** Runs a middleware; its error becomes ours. */
function passThrough(middleware: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void middleware(request, response, (error?: unknown) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('The form could not be read'));
    });
  });
}

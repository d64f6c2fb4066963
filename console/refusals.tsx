import type { ErrorRequestHandler, Request, Response } from 'express';
import { ReportError } from '../reports/errors.ts';
import type { ConsoleDependencies } from './dependencies.ts';
import type { Visit } from './route.ts';
import { goTo, sendPage, wantsFragment } from './send-page.tsx';
import { vi } from './texts/vi.ts';
import { formPage, lockedPath, signInPath } from './then.ts';

export type Refusal = Exclude<keyof typeof vi.refusal, 'toConsole' | 'toSignIn'>;

const STATUS: Readonly<Record<Refusal, number>> = {
  'signed-out': 401,
  forbidden: 403,
  'foreign-form': 403,
  'not-found': 404,
  'bad-form': 400,
  'too-large': 413,
  'too-many': 429,
  'changed-meanwhile': 409,
  broken: 500,
};

/** Says kindly why this does not go. A page that needs somebody signed in leads to the sign-in. */
export function refuse(visit: Visit, refusal: Refusal): void {
  const { request, response } = visit;
  if (refusal === 'signed-out' && wantsFragment(visit)) {
    response
      .set('HX-Redirect', lockedPath(request.get('HX-Current-URL')))
      .status(401)
      .end();
    return;
  }
  if (refusal === 'signed-out' && request.method === 'GET') {
    goTo(visit, signInPath(request.originalUrl));
    return;
  }
  const { title, text } = vi.refusal[refusal];
  sendPage(
    visit,
    { title, status: STATUS[refusal] },
    <section class="card narrow" data-refused>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a
          class="button"
          href={visit.staff === null ? signInPath(formPage(request.originalUrl)) : '/console'}
        >
          {visit.staff === null ? vi.refusal.toSignIn : vi.refusal.toConsole}
        </a>
      </p>
    </section>,
  );
}

/** A call of which is not known who made it. */
function nobodysVisit(
  { clock, communeName }: Pick<ConsoleDependencies, 'clock' | 'communeName'>,
  request: Request,
  response: Response,
): Visit {
  return { request, response, now: clock(), staff: null, draftKey: null, communeName };
}

/** What a limit answers. */
export function tooMany(
  deps: Pick<ConsoleDependencies, 'clock' | 'communeName'>,
): (request: Request, response: Response) => void {
  return (request, response) => {
    refuse(nobodysVisit(deps, request, response), 'too-many');
  };
}

/** The last handler: what a browser did wrong gets a clear answer, a fault of ours is reported and told without details. */
export function createErrorPage(
  deps: Pick<ConsoleDependencies, 'onError' | 'clock' | 'communeName'>,
): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const refusal = refusalOf(error);
    if (refusal === 'broken') deps.onError(error);
    if (response.headersSent) {
      next(error);
      return;
    }
    refuse(nobodysVisit(deps, request, response), refusal);
  };
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof ReportError && error.code === 'conflict') return 'changed-meanwhile';
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (status === 413) return 'too-large';
  if (typeof status === 'number' && status >= 400 && status < 500) return 'bad-form';
  return 'broken';
}

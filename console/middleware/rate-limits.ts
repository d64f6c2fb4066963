import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';

const QUARTER_HOUR_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;

interface Limit {
  readonly windowMs: number;
  readonly limit: number;
  /** Answers in our own words; the status 429 is set. */
  readonly refuse: (request: Request, response: Response) => void;
}

/** Tries of one address that failed. Several officers share one: the account's own lock is the tighter guard. */
export function limitSignIn(refuse: Limit['refuse']): RequestHandler {
  return limitByAddress({ windowMs: QUARTER_HOUR_MS, limit: 40, refuse }, hasFailed);
}

/** Looks of one address at a page that begins a session: every screen of a unit that locks itself has one. */
export function limitFirstPages(refuse: Limit['refuse']): RequestHandler {
  return limitByAddress({ windowMs: QUARTER_HOUR_MS, limit: 600, refuse });
}

/** Look-ups of one address that found nothing. */
export function limitLookupByAddress(refuse: Limit['refuse']): RequestHandler {
  return limitByAddress({ windowMs: QUARTER_HOUR_MS, limit: 15, refuse }, hasFailed);
}

/** Wrong PINs for one code, from wherever they come; whether the code exists makes no difference. */
export function limitLookupByCode(
  codeOf: (request: Request) => string | null,
  refuse: Limit['refuse'],
): RequestHandler {
  return rateLimit({
    windowMs: HOUR_MS,
    limit: 6,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request) => codeOf(request) ?? '',
    skip: (request) => codeOf(request) === null,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (request, response) => !hasFailed(request, response),
    handler: refuse,
  });
}

function limitByAddress(
  { windowMs, limit, refuse }: Limit,
  counts?: (request: Request, response: Response) => boolean,
): RequestHandler {
  return rateLimit({
    windowMs,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    handler: refuse,
    ...(counts && {
      skipSuccessfulRequests: true,
      requestWasSuccessful: (request, response) => !counts(request, response),
    }),
  });
}

function hasFailed(_request: Request, response: Response): boolean {
  return response.statusCode >= 400;
}

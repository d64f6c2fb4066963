import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import { z } from 'zod';
import type { ConsoleDependencies } from '../dependencies.ts';

/** However busy, a session ends after one shift. */
export const SESSION_MAX_MS = 12 * 60 * 60_000;

/** What the console keeps in a session. Moments are milliseconds since 1970. */
const consoleSessionSchema = z.object({
  csrfToken: z.string().optional(),
  /** Signed in with both factors. */
  signedIn: z.object({ staffId: z.string(), at: z.number(), activeAt: z.number() }).optional(),
  /** Password was right, the code is still to come. */
  halfway: z.object({ staffId: z.string(), at: z.number(), then: z.string() }).optional(),
  /** A one-time link is being used; the new second factor's secret, sealed. */
  enrolment: z.object({ tokenHash: z.string(), sealedSecret: z.string() }).optional(),
  /** What was last searched for, sealed: a page that is gone back to asks again, and no address holds it. */
  search: z.object({ sealedWords: z.string() }).optional(),
  /** The rights over the Zalo account are being granted anew; the PKCE verifier, sealed. */
  zaloConsent: z
    .object({ state: z.string(), sealedVerifier: z.string().nullable(), at: z.number() })
    .optional(),
});

export type ConsoleSession = z.infer<typeof consoleSessionSchema>;

declare module 'express-session' {
  interface SessionData {
    console: ConsoleSession;
  }
}

export function createSession(
  deps: Pick<ConsoleDependencies, 'sessionStore' | 'sessionSecret' | 'secureCookies'>,
): RequestHandler {
  return session({
    name: 'console.sid',
    store: deps.sessionStore,
    secret: deps.sessionSecret,
    resave: false,
    saveUninitialized: false,
    unset: 'destroy',
    cookie: {
      path: '/console',
      httpOnly: true,
      sameSite: 'lax',
      secure: deps.secureCookies,
      maxAge: SESSION_MAX_MS,
    },
  });
}

/** What the session holds; nothing when it was written by another version of the program. */
export function readSession(request: Request): ConsoleSession {
  const parsed = consoleSessionSchema.safeParse(request.session.console ?? {});
  return parsed.success ? parsed.data : {};
}

export function writeSession(request: Request, data: ConsoleSession): void {
  request.session.console = data;
}

/**
 * A new session id with nothing of the old session, so that an id known before a sign-in is worth nothing after it.
 * Stored, as every change, before the answer ends.
 */
export async function renewSession(request: Request, data: ConsoleSession): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: unknown) => {
      if (error === undefined || error === null) resolve();
      else
        reject(error instanceof Error ? error : new Error('The session store did not take a session away'));
    });
  });
  writeSession(request, data);
}

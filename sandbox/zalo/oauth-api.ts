import { createHash, randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { Router } from 'express';
import type { Faults } from '../platform/faults.ts';
import { answerUnder } from '../platform/trouble.ts';
import type { WireAnswer } from '../platform/trouble.ts';
import type { Grant } from './grant.ts';
import type { ZaloSandboxOptions } from './options.ts';

const CODE_LIFE_MS = 10 * 60_000;

interface IssuedCode {
  readonly challenge: string | null;
  readonly endsAt: number;
}

/** OAuth v4: consent (given at once, there is nobody to ask), exchange of its code, refresh. */
export function createOauthApi(
  options: ZaloSandboxOptions,
  grant: Grant,
  faults: Faults,
  now: () => Date,
): Router {
  const codes = new Map<string, IssuedCode>();
  const router = Router();

  router.get('/v4/oa/permission', (request, response) => {
    const { app_id: appId, redirect_uri: redirectUri, code_challenge: challenge, state } = request.query;
    if (appId !== options.appId || typeof redirectUri !== 'string' || !URL.canParse(redirectUri)) {
      response.status(200).json(failure(-14_003, 'Invalid redirect uri'));
      return;
    }
    const code = randomBytes(24).toString('base64url');
    codes.set(code, {
      challenge: typeof challenge === 'string' ? challenge : null,
      endsAt: now().getTime() + CODE_LIFE_MS,
    });
    const target = new URL(redirectUri);
    target.searchParams.set('code', code);
    target.searchParams.set('oa_id', options.oaId);
    if (typeof state === 'string') target.searchParams.set('state', state);
    response.redirect(target.href);
  });

  router.post('/v4/oa/access_token', (request, response) =>
    answerUnder(faults.draw().tokenTrouble, request, response, () => token(request)),
  );

  function token(request: Request): WireAnswer {
    const form = formBody(request);
    if (request.headers['secret_key'] !== options.appSecret || form.get('app_id') !== options.appId) {
      return refused(-14_002, 'Invalid app');
    }
    if (form.get('grant_type') === 'refresh_token') {
      const pair = grant.refresh(form.get('refresh_token') ?? undefined);
      return pair === null ? refused(-14_014, 'Invalid refresh token') : { status: 200, json: pair };
    }
    if (form.get('grant_type') === 'authorization_code') return exchange(form);
    return refused(-14_001, 'Invalid grant type');
  }

  /** A code works once, and only with the verifier of its challenge. */
  function exchange(form: URLSearchParams): WireAnswer {
    const code = form.get('code') ?? '';
    const issued = codes.get(code);
    codes.delete(code);
    if (issued === undefined || issued.endsAt < now().getTime()) return refused(-14_012, 'Invalid code');
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (issued.challenge !== null && issued.challenge !== verifier)
      return refused(-14_012, 'Invalid code verifier');
    return { status: 200, json: grant.renew() };
  }

  return router;
}

/** Failures of OAuth come with HTTP 200. */
function refused(code: number, name: string): WireAnswer {
  return { status: 200, json: failure(code, name) };
}

function failure(error: number, name: string): object {
  return {
    error_name: name,
    error_reason: name,
    ref_doc: 'https://developers.zalo.me',
    error_description: name,
    error,
  };
}

function formBody(request: Request): URLSearchParams {
  const body: unknown = request.body;
  return new URLSearchParams(Buffer.isBuffer(body) ? body.toString('utf8') : '');
}

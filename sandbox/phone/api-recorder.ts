import type { RequestHandler } from 'express';
import type { PhoneApp } from './phone-message.ts';
import { readableBody } from './wire-log.ts';
import type { WireLog } from './wire-log.ts';

/** Notes every call of the bot to the platform that passes; downloads of media are left out. */
export function recordApiCalls(app: PhoneApp, log: WireLog): RequestHandler {
  return (request, response, next) => {
    if (request.path.startsWith('/media/')) {
      next();
      return;
    }
    const at = Date.now();
    const path = request.path;
    let answer = '';
    const send = response.send.bind(response);
    response.send = (body: unknown) => {
      if (typeof body === 'string') answer = body;
      return send(body);
    };
    response.once('close', () => {
      const body: unknown = request.body;
      const raw = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
      log.add({
        app,
        direction: 'api',
        at,
        title: `${request.method} ${path}`,
        status: response.writableFinished ? response.statusCode : null,
        durationMs: Date.now() - at,
        request: readableBody(raw, request.get('content-type') ?? ''),
        answer,
      });
    });
    next();
  };
}

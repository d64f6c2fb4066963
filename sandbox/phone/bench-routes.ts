import express, { Router } from 'express';
import { refuse, sentences, valueOf } from './answers.ts';
import { appSchema, clockSchema, read } from './input.ts';
import type { PhoneDesk } from './phone-desk.ts';
import { phoneApps } from './phone-message.ts';

const HOUR_MS = 3_600_000;
/** What can befall the bot's token, by its address. */
const tokenActs = [
  ['expire', 'expireToken'],
  ['revoke', 'revokeConsent'],
] as const;

/** Faults, the platforms' clock and the raw calls: for whoever runs or mends the product. */
export function createBenchRoutes(desk: PhoneDesk): Router {
  const router = Router();
  const json = express.json({ limit: '16kb' });

  const situation = () => ({
    clock: { now: desk.line('zalo').clock.now().getTime(), offsetMs: desk.line('zalo').clock.offsetMs() },
    zalo: faultsOf('zalo'),
    messenger: faultsOf('messenger'),
  });
  const faultsOf = (app: (typeof phoneApps)[number]) => {
    const { faults, deliveries, expireToken, revokeConsent } = desk.line(app);
    return {
      settings: faults.read(),
      webhookOn: deliveries.isOn(),
      canExpireToken: expireToken !== null,
      canRevokeConsent: revokeConsent !== null,
    };
  };
  const tell = () => desk.feed.publish({ type: 'faults', ...situation() });

  router.get('/faults', (_request, response) => {
    response.json(situation());
  });
  router.patch('/faults/:app', json, (request, response) => {
    const app = appSchema.safeParse(request.params['app']);
    if (!app.success || !desk.line(app.data).faults.change(request.body)) {
      refuse(response, app.success ? 400 : 404, sentences.badFault);
      return;
    }
    tell();
    response.json(situation());
  });
  router.delete('/faults', (_request, response) => {
    for (const app of phoneApps) {
      desk.line(app).faults.reset();
      desk.line(app).deliveries.switchOn();
    }
    tell();
    response.json(situation());
  });
  for (const [path, act] of tokenActs) {
    router.post(`/token/:app/${path}`, (request, response) => {
      const app = appSchema.safeParse(request.params['app']);
      const run = app.success ? desk.line(app.data)[act] : null;
      if (run === null) {
        refuse(response, app.success ? 409 : 404, app.success ? sentences.noToken : sentences.notFound);
        return;
      }
      run();
      response.json({ ok: true });
    });
  }
  router.post('/clock', json, (request, response) => {
    const body = valueOf(response, read(clockSchema, request.body));
    if (body === null) return;
    for (const app of phoneApps) desk.line(app).clock.advance(body.hours * HOUR_MS);
    tell();
    response.json(situation());
  });
  router.delete('/clock', (_request, response) => {
    for (const app of phoneApps) desk.line(app).clock.reset();
    tell();
    response.json(situation());
  });

  router.get('/wire', (_request, response) => {
    response.json(desk.wire.list());
  });
  router.delete('/wire', (_request, response) => {
    desk.wire.clear();
    response.json({ ok: true });
  });
  return router;
}

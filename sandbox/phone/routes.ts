import express, { Router } from 'express';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { answerErrors, ownSiteOnly, refuse, sentences, valueOf } from './answers.ts';
import { createBenchRoutes } from './bench-routes.ts';
import {
  MAX_FILE_BYTES,
  appSchema,
  contactSchema,
  fileSchema,
  locationSchema,
  lookSchema,
  menuSchema,
  openSchema,
  read,
  stickerSchema,
  tapSchema,
  textSchema,
} from './input.ts';
import type { PhoneDesk } from './phone-desk.ts';
import type { PhoneLine } from './phone-line.ts';

/** Whose phone and which app a call is about. */
interface Caller {
  readonly line: PhoneLine;
  readonly userId: string;
}

type Act<T> = (caller: Caller, body: T) => void;
/** False when the platform has nothing to do it with. */
type Attempt<T> = (caller: Caller, body: T) => boolean;

/** The page's API, JSON throughout; a refusal is `{error}` with a Vietnamese sentence. */
export function createPhoneRoutes(desk: PhoneDesk): Router {
  const router = Router();
  router.use(ownSiteOnly);
  router.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });

  router.get('/state', (_request, response) => {
    response.json({
      accounts: { zalo: accountOf(desk.line('zalo')), messenger: accountOf(desk.line('messenger')) },
      residents: desk.residents.list().map(nameOf),
    });
  });
  router.post('/residents', (_request, response) => {
    response.status(201).json(nameOf(desk.addResident()));
  });
  router.get('/residents/:id', (request, response) => {
    const resident = desk.residents.find(request.params.id);
    if (resident === null) {
      refuse(response, 404, sentences.noResident);
      return;
    }
    response.json({
      ...nameOf(resident),
      zalo: desk.conversation('zalo', resident),
      messenger: desk.conversation('messenger', resident),
    });
  });
  router.get('/events', (_request, response) => {
    if (!desk.feed.join(response)) refuse(response, 503, sentences.tooManyPages);
  });

  router.use(createBenchRoutes(desk));
  addActs(router, desk);
  addFiles(router, desk);
  router.use((_request, response) => refuse(response, 404, sentences.notFound));
  router.use(answerErrors);
  return router;
}

function addActs(router: Router, desk: PhoneDesk): void {
  const json = express.json({ limit: '256kb' });
  const attempt = <T>(name: string, schema: z.ZodType<T>, refusal: string, run: Attempt<T>) =>
    router.post(`/:app/:id/${name}`, json, (request, response) => {
      const caller = callerOf(desk, request, response);
      const body = caller === null ? null : valueOf(response, read(schema, request.body));
      if (caller === null || body === null) return;
      if (run(caller, body)) response.json({ ok: true });
      else refuse(response, 409, refusal);
    });
  const act = <T>(name: string, schema: z.ZodType<T>, run: Act<T>) =>
    attempt(name, schema, sentences.broken, (caller, body) => {
      run(caller, body);
      return true;
    });

  act('open', openSchema, ({ line, userId }, { how }) => line.open(userId, how));
  act('text', textSchema, ({ line, userId }, { text }) => line.sendText(userId, text));
  act('staff', textSchema, ({ line, userId }, { text }) => line.writeAsStaff(userId, text));
  act('look', lookSchema, ({ line, userId }) => line.lookAtChat(userId));
  act('sticker', stickerSchema, ({ line, userId }, { sticker }) => line.sendSticker(userId, sticker));
  attempt('tap', tapSchema, sentences.noButton, ({ line, userId }, { messageId, index }) =>
    line.tap(userId, messageId, index),
  );
  attempt('menu', menuSchema, sentences.noButton, ({ line, userId }, { index }) =>
    line.tapMenu(userId, index),
  );
  attempt('location', locationSchema, sentences.noExtras, ({ line, userId }, place) => {
    line.extras?.sendLocation(userId, place);
    return line.extras !== null;
  });
  attempt('contact', contactSchema, sentences.noExtras, ({ line, userId }, contact) => {
    line.extras?.sendContact(userId, contact);
    return line.extras !== null;
  });
}

/** The body is the file itself; name and media type are in the query. */
function addFiles(router: Router, desk: PhoneDesk): void {
  const raw = express.raw({ type: () => true, limit: MAX_FILE_BYTES });
  router.post('/:app/:id/file', raw, (request, response) => {
    const caller = callerOf(desk, request, response);
    if (caller === null) return;
    const file = valueOf(response, read(fileSchema, request.query));
    if (file === null) return;
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
      refuse(response, 400, sentences.emptyFile);
      return;
    }
    caller.line.sendFile(caller.userId, { name: file.name, mediaType: file.type, bytes });
    response.json({ ok: true });
  });
}

function callerOf(desk: PhoneDesk, request: Request, response: Response): Caller | null {
  const app = appSchema.safeParse(request.params['app']);
  const id = request.params['id'];
  const resident = typeof id === 'string' ? desk.residents.find(id) : null;
  if (!app.success || resident === null) {
    refuse(response, 404, app.success ? sentences.noResident : sentences.notFound);
    return null;
  }
  return { line: desk.line(app.data), userId: resident.userIds[app.data] };
}

function accountOf(line: PhoneLine): object {
  return { name: line.accountName, ...line.profile() };
}

function nameOf({ id, name }: { id: string; name: string }): { id: string; name: string } {
  return { id, name };
}

import path from 'node:path';
import express, { Router } from 'express';
import helmet from 'helmet';
import { z } from 'zod';
import { createKeptFiles } from './kept-files.ts';
import { createLiveFeed } from './live-feed.ts';
import { createPhoneDesk } from './phone-desk.ts';
import type { PhoneLine } from './phone-line.ts';
import type { PhoneApp } from './phone-message.ts';
import { phoneApps } from './phone-message.ts';
import { createResidents, phoneResidentSchema } from './residents.ts';
import { createPhoneRoutes } from './routes.ts';
import { createStateFile, readStateFile } from './state-file.ts';
import { createWireLog } from './wire-log.ts';
import type { WireLog } from './wire-log.ts';

export interface PhonePageOptions {
  readonly lines: Readonly<Record<PhoneApp, PhoneLine>>;
  /** Where chats outlive the program; null: they do not. */
  readonly stateFile: string | null;
}

export interface PhonePage {
  /** The page at `/`, its API at `/api`. */
  readonly router: Router;
  readonly wire: WireLog;
  /** Lets the open pages go and writes what is not written yet. */
  close(): Promise<void>;
}

const PUBLIC_FOLDER = path.join(import.meta.dirname, 'public');

const savedSchema = z.object({
  residents: z.array(phoneResidentSchema).max(50),
  zalo: z.unknown(),
  messenger: z.unknown(),
});

/** The phone page over two lines. Takes up the chats of an earlier run before it answers anybody. */
export function createPhonePage({ lines, stateFile }: PhonePageOptions): PhonePage {
  const saved = savedSchema.safeParse(stateFile === null ? null : readStateFile(stateFile));
  if (saved.success) for (const app of phoneApps) lines[app].memory.restore(saved.data[app]);
  const kept = (app: PhoneApp) =>
    stateFile === null ? null : createKeptFiles(path.join(`${stateFile}.files`, app), lines[app].shelf);
  const files = { zalo: kept('zalo'), messenger: kept('messenger') };

  const feed = createLiveFeed();
  const residents = createResidents(saved.success ? saved.data.residents : []);
  const notice = () => feed.publish({ type: 'notice', text: 'Không ghi được cuộc trò chuyện vào đĩa.' });
  const content = () => ({
    residents: residents.list(),
    zalo: lines.zalo.memory.read(),
    messenger: lines.messenger.memory.read(),
  });
  const state = stateFile === null ? null : createStateFile(stateFile, content, notice);
  const wire = createWireLog((entry) => {
    feed.publish({ type: 'wire', entry });
    // A call may have changed what no chat shows, such as the bot's token.
    if (entry.direction === 'api') state?.changed();
  });
  const desk = createPhoneDesk({
    residents,
    wire,
    feed,
    lines,
    onChange: () => state?.changed(),
    onFile: (app, fileId) => void files[app]?.keep(fileId).catch(notice),
  });

  const router = Router();
  router.use('/api', createPhoneRoutes(desk));
  router.use(
    helmet({ contentSecurityPolicy: { useDefaults: false, directives: contentPolicy } }),
    express.static(PUBLIC_FOLDER, { index: 'index.html', cacheControl: false }),
  );
  return {
    router,
    wire,
    async close() {
      feed.close();
      await state?.close();
    },
  };
}

const contentPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  mediaSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

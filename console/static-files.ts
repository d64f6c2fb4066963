import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import express from 'express';
import type { Router } from 'express';

const HTMX_FILE = createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js');
const PUBLIC_FOLDER = fileURLToPath(new URL('./public/', import.meta.url));
const HTMX_MAX_AGE_MS = 3_600_000;

/** In the order in which they must come: later ones refine earlier ones. */
const STYLE_SHEETS = [
  'tokens',
  'base',
  'frame',
  'forms',
  'tags',
  'queue',
  'notices',
  'report',
  'pages',
  'figures',
  'narrow',
  'paper',
] as const;

/** Style, our own script and htmx: nothing else of the disk can be reached. */
export function createStaticFiles(): Router {
  const router = express.Router();
  const style = STYLE_SHEETS.map((name) => readFileSync(`${PUBLIC_FOLDER}css/${name}.css`, 'utf8')).join(
    '\n',
  );
  const etag = `"${createHash('sha256').update(style).digest('base64url')}"`;
  router.get('/htmx.js', (_request, response) => {
    response.sendFile(HTMX_FILE, { maxAge: HTMX_MAX_AGE_MS, dotfiles: 'allow' });
  });
  // asked for again at each page, answered with 304: new pages never wear an old style after an update
  router.get('/console.css', (_request, response) => {
    response.set({ 'Cache-Control': 'no-cache', ETag: etag }).type('css').send(style);
  });
  router.use(express.static(PUBLIC_FOLDER, { maxAge: 0, index: false, redirect: false }));
  router.use((_request, response) => {
    response.status(404).type('text/plain').send('Không có tệp này.');
  });
  return router;
}

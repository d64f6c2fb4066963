import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import express from 'express';
import type { Router } from 'express';

const HTMX_FILE = createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js');
const PUBLIC_FOLDER = fileURLToPath(new URL('./public/', import.meta.url));
const MAX_AGE_MS = 3_600_000;

/** Style, our own script and htmx: nothing else of the disk can be reached. */
export function createStaticFiles(): Router {
  const router = express.Router();
  router.get('/htmx.js', (_request, response) => {
    response.sendFile(HTMX_FILE, { maxAge: MAX_AGE_MS, dotfiles: 'allow' });
  });
  router.use(express.static(PUBLIC_FOLDER, { maxAge: MAX_AGE_MS, index: false, redirect: false }));
  router.use((_request, response) => {
    response.status(404).type('text/plain').send('Không có tệp này.');
  });
  return router;
}

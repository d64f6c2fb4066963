import { Router } from 'express';

/**
 * The file by which Zalo learns that this address is the account's own (app console, "Xác thực domain"; 2026-11-22).
 * The same code stands in the landing page's head: Zalo takes either.
 */
export function zaloSiteFile(code: string | null): Router {
  const router = Router();
  if (code === null) return router;
  router.get(`/zalo_verifier${code}.html`, (_request, response) => {
    const mark = `<meta name="zalo-platform-site-verification" content="${code}" />`;
    response
      .type('html')
      .send(`<!doctype html><html lang="vi"><head><title>Zalo</title>${mark}</head></html>`);
  });
  return router;
}

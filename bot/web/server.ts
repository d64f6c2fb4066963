import { timingSafeEqual } from 'node:crypto';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Router,
} from 'express';
import type { Log } from '../logging.ts';
import type { Metrics } from '../metrics.ts';

/** What people look at. */
export interface Pages {
  /** The staff console, at /console. */
  readonly console: RequestHandler;
  /** Pages for residents (`/tra-cuu`, `/quyen-rieng-tu`), at the root. */
  readonly publicPages: RequestHandler;
}

export interface WebParts {
  readonly webhooks: Router;
  /** There once the knowledge is loaded: webhooks are taken before, and whoever asks for a page meanwhile waits for it. */
  readonly pages: Promise<Pages>;
  /** The phone page with its stand-ins for the platforms; null while the sandbox is off. */
  readonly sandbox: RequestHandler | null;
  /** Resolves when the database can store. */
  readonly ready: () => Promise<void>;
  readonly metrics: Metrics;
  readonly metricsToken: string | null;
  readonly log: Log;
}

/** Joins the program's pages. Webhooks come first: no middleware of the pages touches their raw bytes. */
export function createWeb(parts: WebParts): Express {
  const { log, metrics, metricsToken, ready } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.use('/webhooks', parts.webhooks);
  app.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok');
  });
  app.get('/readyz', (_request, response) => {
    ready().then(
      () => response.type('text/plain').send('ready'),
      () => response.status(503).type('text/plain').send('the database cannot be reached'),
    );
  });
  app.get('/metrics', (request, response, next) => {
    if (!mayReadMetrics(request, metricsToken)) {
      response.status(403).type('text/plain').send('forbidden');
      return;
    }
    metrics.registry.metrics().then((text) => response.type(metrics.registry.contentType).send(text), next);
  });
  app.use('/console', shown(parts, 'console'));
  if (parts.sandbox !== null) {
    // its page names its files relatively
    app.get(/^\/sandbox$/, (_request, response) => {
      response.redirect(308, '/sandbox/');
    });
    app.use('/sandbox', parts.sandbox);
  }
  app.use(shown(parts, 'publicPages'));
  app.use((_request, response) => {
    response.status(404).type('text/plain; charset=utf-8').send('Không tìm thấy trang này.');
  });
  app.use(createErrorPage(log));
  return app;
}

function shown({ pages }: WebParts, name: keyof Pages): RequestHandler {
  return async (request, response, next) => {
    await (await pages)[name](request, response, next);
  };
}

function mayReadMetrics(request: Request, token: string | null): boolean {
  const given = Buffer.from(request.get('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${token ?? ''}`);
  if (token !== null && given.length === wanted.length && timingSafeEqual(given, wanted)) return true;
  const from = request.socket.remoteAddress ?? '';
  const direct = request.get('x-forwarded-for') === undefined;
  return token === null && direct && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(from);
}

function statusOf(error: unknown): number {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return 500;
  return error.status >= 400 && error.status < 500 ? error.status : 500;
}

function wordsOf(status: number): string {
  if (status === 413) return 'Nội dung gửi lên quá lớn.';
  return status < 500 ? 'Yêu cầu không hợp lệ.' : 'Hệ thống đang gặp sự cố. Xin thử lại sau ít phút.';
}

function createErrorPage(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = statusOf(error);
    if (status === 500) log.error('request failed', { method: request.method, error });
    else log.warn('request refused', { method: request.method, status });
    if (response.headersSent) {
      next(error);
      return;
    }
    response.status(status).type('text/plain; charset=utf-8').send(wordsOf(status));
  };
}

import type { Request, Response } from 'express';
import type { FaultSettings } from './faults.ts';

export interface WireAnswer {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Runs an endpoint under a trouble: some break the call before it acts, some after. */
export async function answerUnder(
  trouble: FaultSettings['sendTrouble'],
  request: Request,
  response: Response,
  act: () => WireAnswer | Promise<WireAnswer>,
): Promise<void> {
  if (trouble === 'hang') return;
  if (trouble === 'broken') {
    request.socket.destroy();
    return;
  }
  if (trouble === 'busy') {
    response.status(503).type('html').send('<html><body>Service Unavailable</body></html>');
    return;
  }
  const answer = await act();
  if (trouble === 'lost-answer') {
    request.socket.destroy();
  } else if (trouble === 'error-after-acting') {
    response.status(500).type('html').send('<html><body>Internal Server Error</body></html>');
  } else {
    response
      .status(answer.status)
      .set(answer.headers ?? {})
      .json(answer.json);
  }
}

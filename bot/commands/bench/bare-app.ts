import { timingSafeEqual } from 'node:crypto';
import express from 'express';
import type { Db } from 'mongodb';
import { z } from 'zod';
import { macOf } from './zalo-account.ts';

const eventSchema = z.looseObject({ timestamp: z.string(), message: z.looseObject({ msg_id: z.string() }) });

/** What any receiver must do at least: verify the same signature, insert one document durably, answer 200. */
export function bareApp(db: Db) {
  const events = db.collection<{ _id: string; receivedAt: Date; event: unknown }>('bareInbox', {
    writeConcern: { w: 'majority', journal: true },
  });
  const app = express();
  app.post('/bare', express.raw({ type: () => true }), async (request, response) => {
    const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const text = raw.toString('utf8');
    const event = eventSchema.parse(JSON.parse(text));
    const mac = Buffer.from((request.get('x-zevent-signature') ?? '').replace('mac=', ''), 'hex');
    const wanted = Buffer.from(macOf(text, event.timestamp), 'hex');
    if (mac.length !== wanted.length || !timingSafeEqual(mac, wanted)) {
      response.sendStatus(403);
      return;
    }
    await events.insertOne({ _id: event.message.msg_id, receivedAt: new Date(), event });
    response.status(200).send('OK');
  });
  return app;
}

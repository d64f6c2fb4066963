import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { OutboundMessage } from '../../adapters/channel.ts';
import { channelContract } from './channel-contract.ts';
import { TOY_ACCOUNT, TOY_MAX_TEXT, TOY_SECRET, createToyChannel } from './toy-channel.ts';

const USER = 'resident-1';
const event = (fields: object) => JSON.stringify({ id: 'e-1', account: TOY_ACCOUNT, user: USER, ...fields });
const bodyOf = ({ body }: OutboundMessage) =>
  z
    .object({ text: z.string(), buttons: z.array(z.object({ title: z.string(), action: z.string() })) })
    .parse(body);

channelContract('A third channel', {
  create: createToyChannel,
  accountId: TOY_ACCOUNT,
  userId: USER,
  canNudge: true,
  maxText: TOY_MAX_TEXT,
  sign: (body) => ({ 'toy-mac': createHmac('sha256', TOY_SECRET).update(body).digest('hex') }),
  text: (words, id) => event({ id, type: 'said', text: words }),
  tap: (message, index) => {
    const button = bodyOf(message).buttons[index];
    return event({ type: 'tapped', text: button?.title, action: button?.action });
  },
  echo: (_outboxId, id) => event({ id, type: 'echo' }),
  takeover: () => event({ type: 'person' }),
  arrival: () => event({ type: 'came' }),
  location: (latitude, longitude) => event({ type: 'said', place: { latitude, longitude } }),
  unknown: () => event({ type: 'sneezed' }),
  foreign: () => event({ type: 'said', account: 'box-2', text: 'Xin chào' }),
  visible: (message) => ({
    text: bodyOf(message).text,
    buttons: bodyOf(message).buttons.map(({ title }) => title),
  }),
  success: { status: 200, body: '{"id":"platform-1"}' },
  errors: [['refused', { status: 400, body: '{}' }]],
});

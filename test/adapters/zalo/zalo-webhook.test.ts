import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createZaloChannel } from '../../../adapters/zalo/index.ts';
import { receiveZalo, zaloSignature } from '../../../adapters/zalo/webhook.ts';
import { APP_ID, NOW, OA_ID, OA_SECRET_KEY, USER_ID, zaloEvent, zaloOptions, zaloSign } from './zalo-wire.ts';

const channel = createZaloChannel(zaloOptions());
const receive = (body: string, headers: Record<string, string> = zaloSign(body)) =>
  channel.receive(Buffer.from(body), headers);
const eventOf = (body: string, headers?: Record<string, string>) => {
  const verdict = receive(body, headers);
  if (!verdict.ok) throw new Error(verdict.reason);
  expect(verdict.events).toHaveLength(1);
  return verdict.events[0]!;
};
const now = String(NOW.getTime());

describe('the signature of Zalo', () => {
  const body =
    '{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},"user_id_by_app":"552177279717587730","recipient":{"id":"388613280878808645"},"event_name":"user_send_text","message":{"text":"Xin chào","msg_id":"96d3cdf3af150460909"},"timestamp":"1727000000000"}';
  const mac = '05d17e0e6e2692e6c90f38e741ce4c02534674726429e20f6509b0922918ec21';

  it('is the plain hash of the two published vectors', () => {
    expect(zaloSignature(APP_ID, Buffer.from(body), '1727000000000', OA_SECRET_KEY)).toBe(mac);
    expect(zaloSignature('X', Buffer.from('BODY'), '1234567890', 'Y')).toBe(
      '2f1ef5aabe67e8396a459ca89562e108ad541f82ba5022c85f645bd6b7220cb9',
    );
  });

  it.each([`mac=${mac}`, `mac = ${mac}`, mac, `MAC=${mac.toUpperCase()}`, ` mac=${mac} `])(
    '%j is taken',
    (header) => {
      expect(receive(body, { 'x-zevent-signature': header }).ok).toBe(true);
    },
  );

  it.each(['', 'mac=', `mac=${mac.slice(1)}`, `mac=${mac}0`, `sha256=${mac}`, `mac=${'0'.repeat(64)}`])(
    '%j is refused',
    (header) => {
      expect(receive(body, { 'x-zevent-signature': header })).toEqual({ ok: false, reason: 'signature' });
    },
  );

  it('is refused with the App Secret in place of the OA Secret Key', () => {
    expect(receive(body, zaloSign(body, 'fixture-app-secret-not-real')).ok).toBe(false);
  });

  it('is over the bytes: the same JSON written otherwise has another one', () => {
    const escaped = body.replace('à', '\\u00e0');
    expect(JSON.parse(escaped)).toEqual(JSON.parse(body));
    expect(receive(escaped, { 'x-zevent-signature': `mac=${mac}` }).ok).toBe(false);
    expect(receive(escaped).ok).toBe(true);
  });

  it('of another app is refused, even when it is right for that app', () => {
    const foreign = body.replace(APP_ID, '111111111111111111');
    const hash = createHash('sha256')
      .update(`111111111111111111${foreign}1727000000000${OA_SECRET_KEY}`)
      .digest('hex');
    expect(receive(foreign, { 'x-zevent-signature': `mac=${hash}` })).toEqual({
      ok: false,
      reason: 'signature',
    });
  });

  it('holds with a timestamp written as a number', () => {
    const event = eventOf(body.replace('"1727000000000"', '1727000000000'));
    expect(event.occurredAt).toEqual(new Date(1_727_000_000_000));
  });

  it('a malformed timestamp of the console’s test button counts as now', () => {
    expect(eventOf(body.replace('1727000000000', '154390853474')).occurredAt).toEqual(NOW);
  });

  it.each(['', 'null', '[]', '"text"', '{}', '{"app_id":1}', '{"app_id":"x","event_name":"e"}', '{"a":'])(
    'a body %j is malformed',
    (text) => {
      expect(receive(text)).toEqual({ ok: false, reason: 'malformed' });
    },
  );
});

describe('the events of Zalo', () => {
  const message = { message: { msg_id: 'm1', text: 'x' } };
  const outward = { sender: { id: OA_ID }, recipient: { id: USER_ID } };
  const flat = { sender: undefined, recipient: undefined, oa_id: OA_ID };
  const userTypes = [
    'text',
    'image',
    'gif',
    'link',
    'audio',
    'video',
    'sticker',
    'location',
    'file',
    'business_card',
  ];
  const oaTypes = ['text', 'image', 'gif', 'list', 'file', 'sticker', 'template'];

  it.each<[string, object, string, string | null]>([
    ...userTypes.map((type): [string, object, string, string] => [
      `user_send_${type}`,
      message,
      'message',
      USER_ID,
    ]),
    ...oaTypes.map((type): [string, object, string, string] => [
      `oa_send_${type}`,
      { ...message, ...outward },
      'echo',
      USER_ID,
    ]),
    ['oa_send_image', { ...message, ...outward, sender: { id: OA_ID, admin_id: '77' } }, 'takeover', USER_ID],
    ['oa_send_text', { ...message, ...outward, sender: { id: OA_ID, admin_id: '' } }, 'echo', USER_ID],
    ['oa_send_video', { ...message, ...outward, sender: { id: OA_ID, admin_id: '77' } }, 'takeover', USER_ID],
    ['oa_send_consent', { ...flat, user_id: USER_ID }, 'ignored', null],
    ['oa_reacted_message', { ...message, ...outward }, 'ignored', null],
    ['user_submit_info', { info: {} }, 'message', USER_ID],
    ['user_reacted_message', { message: { msg_id: 'm1', react_icon: '/-heart' } }, 'ignored', USER_ID],
    ['user_received_message', { ...message, ...outward }, 'receipt', USER_ID],
    ['user_received_message', message, 'receipt', USER_ID],
    ['user_seen_message', { ...outward, message: { msg_ids: ['a', 'b'] } }, 'receipt', USER_ID],
    ['user_seen_message', { message: { msg_ids: ['a', 'b'] } }, 'receipt', USER_ID],
    ['follow', { ...flat, follower: { id: USER_ID } }, 'arrival', USER_ID],
    ['unfollow', { ...flat, follower: { id: USER_ID } }, 'withdrawal', USER_ID],
    ['user_click_chatnow', { ...flat, user_id: USER_ID }, 'arrival', USER_ID],
    ['user_withdraw', { ...flat, user_id: USER_ID }, 'withdrawal', USER_ID],
    ['permission_revoked', flat, 'alarm', null],
    ['permission_revoked', { ...flat, oa_id: undefined }, 'alarm', null],
    ['permission_revoked', { ...flat, oa_id: 'another' }, 'ignored', null],
    ['user_send_group_text', { ...message, oa_id: OA_ID, recipient: { id: 'group' } }, 'ignored', null],
    ['oa_send_group_text', { ...message, oa_id: OA_ID, recipient: { id: 'group' } }, 'ignored', null],
    ['anonymous_send_text', { message: { ...message.message, conversation_id: 'c' } }, 'ignored', null],
    ['oa_send_anonymous_text', { ...message, ...outward }, 'ignored', null],
    ['add_user_to_tag', { ...flat, tag: { user_ids: [USER_ID], name: 't' } }, 'ignored', null],
    ['user_send_hologram', message, 'ignored', null],
    ['user_send_text', { message: undefined }, 'ignored', null],
    ['user_send_text', { message: { text: 'without id' } }, 'ignored', null],
    ['user_send_text', { sender: { id: 5 } }, 'ignored', null],
    ['follow', { ...flat, oa_id: 'another', follower: { id: USER_ID } }, 'ignored', null],
    [
      'user_seen_message',
      { sender: { id: 'x' }, recipient: { id: 'y' }, message: { msg_ids: ['a'] } },
      'ignored',
      null,
    ],
  ])('%s with %j is %s', (name, fields, kind, userId) => {
    const event = eventOf(zaloEvent(name, fields as Record<string, unknown>));
    expect(event.kind).toBe(kind);
    expect(event.name).toBe(name);
    expect(event.from).toEqual(userId === null ? null : { accountId: OA_ID, userId });
  });

  it('receipts name the messages, whichever side the account stands on', () => {
    const seen = eventOf(zaloEvent('user_seen_message', { ...outward, message: { msg_ids: ['a', 'b'] } }));
    expect(seen.receipt).toEqual({ state: 'seen', platformMessageIds: ['a', 'b'], until: null });
    const received = eventOf(zaloEvent('user_received_message', message));
    expect(received.receipt).toEqual({ state: 'delivered', platformMessageIds: ['m1'], until: null });
  });

  it('a receipt of the phone-number service is none of ours', () => {
    const body = zaloEvent('user_received_message', {
      sender: { id: OA_ID },
      recipient: { id: '84123456789' },
      message: { msg_id: 'm1' },
    });
    expect(eventOf(body, { ...zaloSign(body), 'x-zevent-server': 'ZNS' })).toMatchObject({
      kind: 'ignored',
      from: null,
    });
  });

  it.each([
    ['user_send_text', { message: { msg_id: 'm1', text: 'x' } }, 'user_send_text:m1'],
    ['user_received_message', { ...outward, ...message }, 'user_received_message:m1'],
    ['follow', { ...flat, follower: { id: USER_ID } }, `follow:${USER_ID}:${now}`],
    ['user_withdraw', { ...flat, user_id: USER_ID }, `user_withdraw:${USER_ID}:${now}`],
  ])('%s is known again by its key', (name, fields, key) => {
    expect(eventOf(zaloEvent(name, fields)).key).toBe(key);
  });

  it('a retry keeps its key although its time is read anew', () => {
    const body = zaloEvent('user_send_text', { message: { msg_id: 'm1', text: 'x' } });
    const later = receiveZalo(Buffer.from(body), zaloSign(body), {
      ...zaloOptions(),
      clock: () => new Date(NOW.getTime() + 3_600_000),
    });
    expect(later).toEqual(receive(body));
  });

  it('an event that is not understood has a key all the same, the same for the same body', () => {
    const body = zaloEvent('user_send_text', { message: {} });
    expect(eventOf(body).key).toBe(eventOf(body).key);
    expect(eventOf(zaloEvent('user_send_text', { message: { a: 1 } })).key).not.toBe(eventOf(body).key);
  });
});

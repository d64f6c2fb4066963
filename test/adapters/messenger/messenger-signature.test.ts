import { describe, expect, it } from '@jest/globals';
import { verifyHandshake } from '../../../adapters/messenger/index.ts';
import { messengerCall, messengerChannel, messengerSign } from './messenger-wire.ts';

const channel = messengerChannel();

describe('the handshake of Meta', () => {
  const query = { 'hub.mode': 'subscribe', 'hub.verify_token': 'right', 'hub.challenge': '1158201444' };
  it('is answered with the challenge', () => {
    expect(verifyHandshake(query, 'right')).toBe('1158201444');
  });
  it.each([
    [{ ...query, 'hub.verify_token': 'wrong' }],
    [{ ...query, 'hub.mode': 'unsubscribe' }],
    [{ ...query, 'hub.challenge': '' }],
    [{ ...query, 'hub.challenge': ['1', '2'] }],
    [{ ...query, 'hub.verify_token': { $ne: null } }],
    [{}],
  ])('is refused to %j', (wrong) => {
    expect(verifyHandshake(wrong, 'right')).toBeNull();
  });
});

describe('the signature of Meta', () => {
  const body = messengerCall({ message: { mid: 'm1', text: 'Tôi bị lừa đảo' } });

  it('is over the bytes: the same JSON without escapes has another one', () => {
    expect(body).toContain('\\u00f4');
    const plain = JSON.stringify(JSON.parse(body));
    expect(channel.receive(Buffer.from(plain), messengerSign(body))).toEqual({
      ok: false,
      reason: 'signature',
    });
    expect(channel.receive(Buffer.from(body), messengerSign(body)).ok).toBe(true);
  });

  it.each([
    undefined,
    '',
    messengerSign(body)['x-hub-signature-256']?.slice('sha256='.length),
    messengerSign(body)['x-hub-signature-256']?.toUpperCase(),
    messengerSign(body)['x-hub-signature-256']?.replace('sha256', 'sha1'),
    messengerSign(body, 'another secret')['x-hub-signature-256'],
  ])('%j is refused before anything is read', (header) => {
    const headers = header === undefined ? {} : { 'x-hub-signature-256': header };
    expect(channel.receive(Buffer.from(body), headers)).toEqual({ ok: false, reason: 'signature' });
  });

  it.each([
    '{}',
    '[]',
    'null',
    '{"object":"page"}',
    '{"object":"page","entry":[5]}',
    `{"object":"page","entry":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  ])('a signed body %.40s is malformed', (text) => {
    expect(channel.receive(Buffer.from(text), messengerSign(text))).toEqual({
      ok: false,
      reason: 'malformed',
    });
  });

  it('a signed body about something else than a Page is not ours', () => {
    const text = '{"object":"instagram","entry":[]}';
    expect(channel.receive(Buffer.from(text), messengerSign(text))).toEqual({
      ok: false,
      reason: 'not-ours',
    });
  });
});

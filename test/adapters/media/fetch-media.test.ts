import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFetchMedia } from '../../../adapters/media/fetch-media.ts';
import { mediaTarget } from '../../../adapters/media/media-target.ts';
import { isPublicAddress } from '../../../adapters/media/public-address.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02', 'hex');

const pages: Record<string, RequestListener> = {
  '/image': (_request, response) => response.setHeader('content-type', 'text/html').end(PNG),
  '/text': (_request, response) => response.end('Nội dung tin nhắn lừa đảo'),
  '/unknown': (_request, response) => response.end(Buffer.from([0, 1, 2, 3, 0xff])),
  '/empty': (_request, response) => response.end(),
  '/gone': (_request, response) => response.writeHead(410).end(),
  '/broken': (_request, response) => response.writeHead(500).end(),
  '/silent': () => undefined,
  '/stalls': (_request, response) => void response.writeHead(200).write('x'),
  '/announces': (_request, response) => response.writeHead(200, { 'content-length': '2000' }).end(),
  '/floods': (_request, response) => {
    response.writeHead(200);
    const flood = () => {
      while (response.write(Buffer.alloc(512))) if (response.destroyed) return;
    };
    response.on('drain', flood);
    flood();
  },
  '/half': (_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('abc', () => response.destroy());
  },
  '/once': (_request, response) => response.writeHead(302, { location: '/image' }).end(),
  '/forever': (_request, response) => response.writeHead(302, { location: '/forever' }).end(),
  '/inward': (_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
  '/headers': (request, response) => response.end(JSON.stringify(request.headers)),
};

let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((request, response) => pages[request.url ?? '']?.(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const fetcher = (change = {}) =>
  createFetchMedia({
    hosts: ['zdn.vn'],
    plainHttpOrigins: [origin],
    maxBytes: 1_000,
    headerTimeoutMs: 20_000,
    idleTimeoutMs: 20_000,
    totalTimeoutMs: 20_000,
    ...change,
  });

describe('fetching what a resident sent', () => {
  it('gives the bytes, their hash and the type that they have, not the one that is claimed', async () => {
    expect(await fetcher()(`${origin}/image`)).toEqual({
      ok: true,
      bytes: PNG,
      mediaType: 'image/png',
      sha256: createHash('sha256').update(PNG).digest('hex'),
    });
  });

  it.each([
    ['/text', 'text/plain'],
    ['/unknown', 'application/octet-stream'],
    ['/once', 'image/png'],
  ])('%s is %s', async (path, mediaType) => {
    expect(await fetcher()(`${origin}${path}`)).toMatchObject({ ok: true, mediaType });
  });

  it.each([
    ['/empty', 'empty'],
    ['/gone', 'gone'],
    ['/broken', 'http-error'],
    ['/announces', 'too-large'],
    ['/floods', 'too-large'],
    ['/half', 'unreachable'],
    ['/forever', 'too-many-redirects'],
    ['/inward', 'host-not-allowed'],
  ])('%s fails as %s', async (path, reason) => {
    expect(await fetcher()(`${origin}${path}`)).toEqual({ ok: false, reason });
  });

  it.each([
    ['/silent', { headerTimeoutMs: 300 }],
    ['/stalls', { idleTimeoutMs: 300 }],
  ])('%s is not waited for beyond %j', async (path, limit) => {
    expect(await fetcher(limit)(`${origin}${path}`)).toEqual({ ok: false, reason: 'timeout' });
  });

  it('ends in time even when the sender never stops sending', async () => {
    const patient = fetcher({ maxBytes: Number.MAX_SAFE_INTEGER, totalTimeoutMs: 300 });
    expect(await patient(`${origin}/floods`)).toEqual({ ok: false, reason: 'timeout' });
  });

  it('a dead host is unreachable', async () => {
    const dead = 'http://127.0.0.1:1';
    expect(await fetcher({ plainHttpOrigins: [dead] })(`${dead}/x`)).toEqual({
      ok: false,
      reason: 'unreachable',
    });
  });

  it('tells the host nothing about us', async () => {
    const result = await fetcher()(`${origin}/headers`);
    const sent = result.ok ? Object.keys(JSON.parse(result.bytes.toString()) as object).sort() : [];
    expect(sent).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
  });

  it('an origin of this machine that is not named is refused', async () => {
    const strict = fetcher({ plainHttpOrigins: [] });
    expect(await strict(`${origin}/image`)).toEqual({ ok: false, reason: 'host-not-allowed' });
  });

  it('a listed name that resolves to this machine is refused', async () => {
    const listed = fetcher({ hosts: ['localhost'], plainHttpOrigins: [] });
    expect(await listed('https://localhost/image')).toEqual({ ok: false, reason: 'not-public' });
  });

  it('a listed address of a private network is refused without a connection', async () => {
    const listed = fetcher({ hosts: ['10.0.0.7'], plainHttpOrigins: [] });
    expect(await listed('https://10.0.0.7/image')).toEqual({ ok: false, reason: 'not-public' });
  });
});

describe('where media may come from', () => {
  const rules = { hosts: ['zdn.vn', '.fbcdn.net'], plainHttpOrigins: ['http://127.0.0.1:3978'] };
  it.each([
    ['https://zdn.vn/a.jpg', 'https://zdn.vn/a.jpg'],
    ['http://f6.photo.talk.zdn.vn/a.jpg', 'https://f6.photo.talk.zdn.vn/a.jpg'],
    ['https://scontent.xx.fbcdn.net/v?oe=1', 'https://scontent.xx.fbcdn.net/v?oe=1'],
    ['http://127.0.0.1:3978/sandbox/media/x', 'http://127.0.0.1:3978/sandbox/media/x'],
  ])('%s is fetched as %s', (address, expected) => {
    expect(mediaTarget(address, rules)?.url.href).toBe(expected);
  });
  it.each([
    'https://evil-zdn.vn/a.jpg',
    'https://zdn.vn.evil.example/a.jpg',
    'https://zdn.vn:8443/a.jpg',
    'https://user@zdn.vn/a.jpg',
    'file:///etc/passwd',
    'ftp://zdn.vn/a',
    'http://127.0.0.1:3979/',
    'http://localhost:3978/',
    'data:text/plain,x',
    'not an address',
    '',
  ])('%s is not fetched', (address) => {
    expect(mediaTarget(address, rules)).toBeNull();
  });
});

describe('public addresses', () => {
  it.each(['8.8.8.8', '171.244.0.1', '2606:4700::1111', '2a03:2880:f12f::1'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callHttp } from '../../../adapters/http-call.ts';
import { deadUrl, startPlatformStandIn } from '../../contracts/platform-stand-in.ts';
import type { PlatformStandIn } from '../../contracts/platform-stand-in.ts';

let standIn: PlatformStandIn;
beforeAll(async () => {
  standIn = await startPlatformStandIn();
});
afterAll(() => standIn.close());

const call = (url: string, timeoutMs = 20_000) => callHttp({ url, method: 'GET', headers: {}, timeoutMs });

describe('one call of a platform', () => {
  it('that was answered gives status and JSON', async () => {
    standIn.answer = { status: 400, body: '{"error":1}' };
    expect(await call(standIn.url)).toMatchObject({ kind: 'answered', status: 400, body: { error: 1 } });
  });

  it('whose answer is not JSON gives null', async () => {
    standIn.answer = { status: 502, body: '<html>' };
    expect(await call(standIn.url)).toMatchObject({ kind: 'answered', status: 502, body: null });
  });

  it('whose answer is larger than any of theirs gives null', async () => {
    standIn.answer = { status: 200, body: JSON.stringify('x'.repeat(1024 * 1024)) };
    expect(await call(standIn.url)).toMatchObject({ kind: 'answered', status: 200, body: null });
  });

  it('carries a form with its type, and words as they are', async () => {
    standIn.answer = { status: 200, body: '{}' };
    const post = { url: standIn.url, method: 'POST', headers: {}, timeoutMs: 1_000 } as const;
    const form = new FormData();
    form.set('file', new Blob(['bằng chứng']), 'a.txt');
    await callHttp({ ...post, body: form });
    await callHttp({ ...post, body: new URLSearchParams({ a: 'ă b' }) });
    await callHttp({ ...post, body: '{"a":"ă"}' });
    expect(standIn.calls.slice(-3)).toMatchObject([
      {
        headers: { 'content-type': expect.stringMatching(/^multipart\/form-data; boundary=/u) },
        body: expect.stringContaining('bằng chứng'),
      },
      { headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' }, body: 'a=%C4%83+b' },
      { headers: { 'content-length': '10' }, body: '{"a":"ă"}' },
    ]);
  });

  it('does not follow a redirect: our token would go along', async () => {
    standIn.answer = { status: 302, body: '', headers: { location: `${standIn.url}/elsewhere` } };
    expect(await call(standIn.url)).toMatchObject({ kind: 'answered', status: 302 });
    expect(standIn.calls.map(({ path }) => path)).not.toContain('/elsewhere');
  });

  it.each([
    ['that finds nobody', deadUrl, 'ECONNREFUSED'],
    [
      'to a name that does not exist',
      () => Promise.resolve('http://no-such-host.invalid'),
      /^(?:ENOTFOUND|EAI_AGAIN)$/u,
    ],
  ])('%s was surely not sent', async (_what, url, code) => {
    expect(await call(await url())).toEqual({ kind: 'not-sent', code: expect.stringMatching(code) });
  });

  it('that is never answered may have been acted on', async () => {
    standIn.answer = 'hang';
    expect(await call(standIn.url, 100)).toEqual({ kind: 'lost', code: 'timeout' });
  });
});

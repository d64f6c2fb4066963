import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startConsole, type ConsoleServer } from './console-server.ts';

const MARK = '<meta name="zalo-platform-site-verification" content="Kx9_zalo-code"';

describe('Zalo asks whether the site is the account’s own', () => {
  let server: ConsoleServer;
  beforeAll(async () => {
    server = await startConsole();
  });
  afterAll(() => server.close());

  it.each(['/zalo_verifierKx9_zalo-code.html', '/'])('%s carries the code', async (path) => {
    const answer = await fetch(server.url + path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(MARK);
  });

  it('another code has no file, and other pages carry none', async () => {
    expect((await fetch(`${server.url}/zalo_verifierother.html`)).status).toBe(404);
    expect(await (await fetch(`${server.url}/tra-cuu`)).text()).not.toContain('zalo-platform');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConsentFailure } from '../../console/dependencies.ts';
import { vi } from '../../console/texts/vi.ts';
import { startConsole, type ConsoleServer } from './console-server.ts';
import { signedIn, type Visitor } from './visitor.ts';

const PAGE = '/console/he-thong/zalo';
const BACK = `${PAGE}/xong?code=code-1&oa_id=1&state=state-1`;

describe('granting the rights over the Zalo account anew', () => {
  let server: ConsoleServer;
  let admin: Visitor;
  beforeAll(async () => {
    server = await startConsole();
  });
  beforeEach(async () => {
    server.consent.next = { ok: true };
    server.consent.begun.length = 0;
    server.consent.finished.length = 0;
    admin = (await signedIn(server, 'admin')).visitor;
  });
  afterAll(() => server.close());

  it('the system page leads to it, and it shows the address that Zalo must know', async () => {
    expect((await admin.get('/console/he-thong')).text).toContain(`href="${PAGE}"`);
    const page = await admin.get(PAGE);
    expect(page.text).toContain('href="https://oauth.zalo.example/permission"');
    expect(page.text).toContain(`${server.url}${PAGE}/xong`);
    expect(server.consent.begun).toEqual([`${server.url}${PAGE}/xong`]);
  });

  it('what Zalo comes back with is checked against what the same browser began, and is on record', async () => {
    await admin.get(PAGE);
    expect((await admin.get(BACK)).location).toBe('/console/he-thong?xong=consent');
    expect(server.consent.finished).toEqual([
      {
        begun: { state: 'state-1', verifier: 'verifier-1' },
        query: { code: 'code-1', oa_id: '1', state: 'state-1' },
      },
    ]);
    expect((await admin.get('/console/he-thong?xong=consent')).text).toContain('Zalo đã cấp lại quyền');
    const [newest] = await server.deps.audit.ofSubject('system', 1);
    expect(newest?.action).toBe('zalo-consent');
  });

  it('the verifier does not lie readable in the session store', async () => {
    await admin.get(PAGE);
    expect((await server.sessions()).join()).not.toContain('verifier-1');
  });

  it('a way back that nobody began here reaches nothing', async () => {
    const page = await admin.get(BACK);
    expect(page.status).toBe(422);
    expect(page.text).toContain(vi.zaloConsent.failure['not-begun']);
    expect(server.consent.finished).toEqual([]);
  });

  it('a way back counts once, and for half an hour', async () => {
    await admin.get(PAGE);
    await admin.get(BACK);
    expect((await admin.get(BACK)).text).toContain(vi.zaloConsent.failure['not-begun']);
    expect(server.consent.finished).toHaveLength(1);
  });

  it.each<ConsentFailure>(['wrong-state', 'wrong-account', 'no-code', 'refused', 'unreachable', 'overtaken'])(
    'a consent that ended with %s says so, with a fresh link',
    async (reason) => {
      server.consent.next = { ok: false, reason };
      await admin.get(PAGE);
      const page = await admin.get(BACK);
      expect(page.status).toBe(422);
      expect(page.text).toContain(vi.zaloConsent.failure[reason]);
      expect(page.text).toContain('href="https://oauth.zalo.example/permission"');
    },
  );
});

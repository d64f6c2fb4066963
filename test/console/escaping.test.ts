import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addToReport } from '../../reports/add-to-report.ts';
import { note } from '../../reports/note.ts';
import { writeToResident } from '../../reports/write-to-resident.ts';
import { ADDRESS, changed, evidenceOf } from '../reports/report-builder.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import { signedIn } from './visitor.ts';

const ATTACK = `"><img src=x onerror=alert(1)></textarea><script>alert('x')</script>`;
const LONG = 'dài'.repeat(20_000);
/** Turns what follows around: "anh‮gpj.exe" looks like "anhexe.jpg". */
const TURNED = 'anh\u202Egpj.exe';

describe('text from outside', () => {
  let server: ConsoleServer;
  beforeAll(async () => {
    server = await startConsole();
    server.deadLetters.push({
      id: ATTACK,
      channel: 'zalo',
      kind: ATTACK,
      receivedAt: server.clock.now,
      attempts: 3,
      failure: ATTACK,
    });
    const asked = { question: ATTACK, offered: [ATTACK], at: server.clock.now, kbVersion: ATTACK };
    await server.deps.missedQuestions.add(asked);
  });
  afterAll(() => server.close());

  /** Nothing of the attack may stand outside of text. */
  const expectHarmless = (text: string) => {
    expect(text).not.toMatch(/<img src=x|<script>alert|<\/textarea><script/i);
    expect(text).toMatch(/&lt;img src=x onerror=alert\(1\)/);
  };

  async function attackedReport() {
    const by = { kind: 'staff', staffId: 's', name: ATTACK } as const;
    const now = server.clock.now;
    const report = await server.addReport({
      reporter: { anonymous: false, name: ATTACK, phone: ATTACK, address: ADDRESS, key: 'k' },
      answers: ['what', 'when', 'where', 'more'].map((question) => ({
        question,
        label: ATTACK,
        text: ATTACK,
      })),
      evidence: [evidenceOf({ name: ATTACK, mediaType: ATTACK, note: ATTACK }), evidenceOf({ name: TURNED })],
      indicators: [{ kind: 'link', value: ATTACK, display: ATTACK }],
      consentVersion: ATTACK,
    });
    const noted = changed(note(report, { text: ATTACK, by, now }));
    await server.saveReport(noted);
    const written = changed(writeToResident(noted, { id: 'm', text: ATTACK, by, now }));
    await server.saveReport(written);
    const added = changed(
      addToReport(written, { messageId: 'r', text: ATTACK, evidence: [], indicators: [], now }),
    );
    await server.saveReport(added);
    return added;
  }

  it('in any field of a report stays text, on the page and on paper', async () => {
    const { visitor } = await signedIn(server, 'officer');
    const report = await attackedReport();
    for (const path of ['', '/in']) {
      const page = await visitor.get(`/console/bao-cao/${report.id}${path}`);
      expect(page.status).toBe(200);
      expectHarmless(page.text);
      expect(page.text).not.toContain('\u202E');
    }
  });

  it('that is typed into a refused form comes back as text', async () => {
    const { visitor } = await signedIn(server, 'officer');
    const report = await server.addReport();
    const answer = await visitor.post(`/console/bao-cao/${report.id}/trang-thai`, {
      seen: 'new',
      to: 'closed',
      note: ATTACK,
    });
    expect(answer.status).toBe(422);
    expectHarmless(answer.text);
  });

  it('in a talk stays text', async () => {
    const { visitor } = await signedIn(server, 'officer');
    const handover = await server.addHandover({ firstWords: ATTACK });
    expectHarmless((await visitor.get(`/console/tro-chuyen/${handover.id}`)).text);
    expectHarmless((await visitor.get(`/console/tro-chuyen/${handover.id}/moi`)).text);
  });

  it('on the pages of administrators and editors stays text', async () => {
    const { visitor } = await signedIn(server, 'admin');
    expectHarmless((await visitor.get('/console/cau-hoi')).text);
    expectHarmless((await visitor.get('/console/he-thong')).text);
    expectHarmless(
      (await visitor.post('/console/can-bo', { name: ATTACK, login: ATTACK, role: 'officer' })).text,
    );
    expectHarmless(
      (await visitor.get(`/console/bai-viet?tim=${encodeURIComponent(ATTACK.slice(0, 90))}`)).text,
    );
    expectHarmless((await visitor.get(`/console/hoi-thu?q=${encodeURIComponent(ATTACK)}`)).text);
    expectHarmless(
      (
        await visitor.post('/console/bai-viet-moi', {
          basedOn: '',
          act: 'draft',
          title: ATTACK,
          shortAnswer: ATTACK,
        })
      ).text,
    );
    await server.deps.transact((work) => {
      work.audit.record({
        at: server.clock.now,
        staffId: null,
        staffName: ATTACK,
        action: ATTACK,
        subject: `x:${ATTACK}`,
        detail: ATTACK,
      });
      return Promise.resolve();
    });
    expectHarmless((await visitor.get('/console/nhat-ky')).text);
  });

  it('on the residents’ pages stays text', async () => {
    const answer = await fetch(`${server.url}/tra-cuu`, {
      method: 'POST',
      body: new URLSearchParams({ code: '"><img src=x>', pin: ATTACK }),
    });
    const text = await answer.text();
    expect(text).not.toContain('<img src=x');
    expect(text).toContain('&quot;>&lt;img src=x');
  });

  it('without end is shown to a bound, with how much is left', async () => {
    const { visitor } = await signedIn(server, 'officer');
    const answers = ['what', 'when', 'where'].map((question) => ({ question, label: 'L', text: LONG }));
    const report = await server.addReport({ answers });
    const { text } = await visitor.get(`/console/bao-cao/${report.id}`);
    expect(text.length).toBeLessThan(200_000);
    expect(text).toContain('(còn 48000 ký tự)');
  });
});

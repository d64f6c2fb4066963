import { describe, expect, it } from '@jest/globals';
import { withdrawReport } from '../../reports/withdraw-report.ts';
import { ADDRESS, changed, SECRETS } from '../reports/report-builder.ts';
import { reportScene } from './report-scene.ts';

describe('the report’s page', () => {
  const scene = reportScene();

  it('shows who, what, when and where, and is in the audit before it is shown', async () => {
    const page = await scene.officer.get(scene.path);
    expect(page.status).toBe(200);
    for (const text of [
      scene.report.code,
      SECRETS.name,
      SECRETS.phone,
      SECRETS.words,
      'Gọi điện',
      SECRETS.scammerPhone,
    ]) {
      expect(page.text).toContain(text);
    }
    const [entry] = await scene.server.deps.audit.ofSubject(`report:${scene.report.id}`, 5);
    expect(entry).toMatchObject({
      action: 'report-viewed',
      staffId: scene.member.id,
      staffName: scene.member.name,
    });
  });

  it('what a call to the bank needs stands with the resident’s words: how much, and to which account', async () => {
    const answers = [
      ...scene.report.answers,
      { question: 'money', label: 'Số tiền đã mất', text: '20.000.000đ' },
      { question: 'account', label: 'Tài khoản nhận', text: '0381000123456 – Vietcombank' },
    ];
    const { id } = await scene.server.addReport({ answers });
    const page = (await scene.officer.get(`/console/bao-cao/${id}`)).text;
    expect(page).toMatch(/id="told"[^]*20\.000\.000đ[^]*0381000123456 – Vietcombank[^]*id="evidence"/);
    expect(page.match(/Số tiền đã mất/g)).toHaveLength(1);
  });

  it.each([
    ['0912 345 678', '+84912345678'],
    ['0912 345 678 (Lan 0912 345 678, sau 5 giờ chiều)', '+84912345678'],
  ])('a touch calls the number alone, whatever stands beside it: %s', async (phone, called) => {
    const reporter = { ...scene.report.reporter, phone };
    const { id } = await scene.server.addReport({ reporter });
    const page = (await scene.officer.get(`/console/bao-cao/${id}`)).text;
    expect(page).toContain(`href="tel:${called}"`);
    if (phone.includes('chiều')) expect(page).toContain('sau 5 giờ chiều');
  });

  it('each look is an entry of its own; the queue and live pieces are no looks', async () => {
    await scene.officer.get('/console');
    await scene.officer.get('/console/hang-doi');
    await scene.officer.get(`${scene.path}/moi?thay=0.0.0`);
    expect(await scene.acts()).toEqual([]);
    await scene.officer.get(scene.path);
    await scene.officer.get(`${scene.path}/in`);
    expect(await scene.acts()).toEqual(['report-printed', 'report-viewed']);
  });

  it('the address of the resident is shown nowhere', async () => {
    for (const page of [await scene.officer.get(scene.path), await scene.officer.get(`${scene.path}/in`)]) {
      expect(page.text).not.toContain(ADDRESS.userId);
      expect(page.text).not.toContain(scene.report.pinHash);
    }
  });

  it('other reports with the same trace are counted and linked', async () => {
    const indicators = [{ kind: 'phone', value: '+84999000111', display: '0999 000 111' }] as const;
    const one = await scene.server.addReport({ indicators });
    const other = await scene.server.addReport({ indicators });
    const third = await scene.server.addReport({ indicators });
    const page = await scene.officer.get(`/console/bao-cao/${third.id}`);
    expect(page.text).toContain('cùng số này trong 2 tin khác');
    expect(page.text).toContain(one.code);
    expect(page.text).toContain(other.code);
  });

  it('what the resident did since an officer acted stands above everything, with the reason of a withdrawal', async () => {
    expect((await scene.officer.get(scene.path)).text).not.toContain('class="news"');
    await scene.server.saveReport(
      changed(
        withdrawReport(await scene.stored(), { reason: 'Đã nhận lại tiền', now: scene.server.clock.now }),
      ),
    );
    const { text } = await scene.officer.get(scene.path);
    expect(text).toMatch(/class="news">[^]*Người dân rút tin[^]*Đã nhận lại tiền[^]*id="told"/);
    await scene.officer.post(`${scene.path}/ghi-chu`, { text: 'Đã gọi lại, đúng là như vậy' });
    expect((await scene.officer.get(scene.path)).text).not.toContain('class="news"');
  });
});

import { describe, expect, it } from '@jest/globals';
import { checkIndicator } from '../../reports/indicators/check-indicator.ts';
import type { IndicatorRecords } from '../../reports/indicators/indicator-ports.ts';
import { decideByRules } from '../conversations/decisions.ts';
import { reportOf, SECRETS } from '../reports/report-builder.ts';
import type { Does, Phone, PhoneOptions } from '../support/talk-to-bot.ts';
import { createPhone } from '../support/talk-to-bot.ts';
import { writtenKnowledge } from '../support/written-knowledge.ts';

const knowledge = writtenKnowledge();
const phoneWith = (services: PhoneOptions['services'] = {}): Phone =>
  createPhone({ knowledge, decide: decideByRules, services });

const CODE = '5P7C-3WF6';
/** Well formed, and of no report. */
const NO_CODE = 'K7M4-RX9C';
const PIN = '482913';

async function say(phone: Phone, ...messages: readonly Does[]): Promise<string> {
  let said = '';
  for (const message of messages) said = JSON.stringify(await phone.does(message));
  return said;
}

function reportedBy(phone: Phone, key: string, code = CODE, urgency: 'P1' | 'P2' = 'P2') {
  const reporter = { ...reportOf().reporter, key };
  const report = reportOf({ code, reporter, pinHash: `slow ${PIN}`, urgency });
  phone.caseFile.reports.set(report.id, report);
  return report;
}

describe('guessing a code or a PIN in the chat', () => {
  function guarded() {
    const hashes = { count: 0 };
    const count = <T>(result: T): Promise<T> => {
      hashes.count += 1;
      return Promise.resolve(result);
    };
    const phone = phoneWith({
      pins: { hash: (pin) => count(`slow ${pin}`), verify: (pin, hash) => count(hash === `slow ${pin}`) },
    });
    reportedBy(phone, 'somebody else');
    return { phone, hashes };
  }

  it('a code that does not exist and a wrong PIN sound alike and cost one slow hash each', async () => {
    const answers: string[] = [];
    const costs: number[] = [];
    for (const [code, pin] of [
      [NO_CODE, PIN],
      [CODE, '000111'],
    ] as const) {
      const { phone, hashes } = guarded();
      answers.push(await say(phone, 'xem hồ sơ', code, pin));
      costs.push(hashes.count);
    }
    expect(answers[0]).toContain('Mã hồ sơ hoặc PIN chưa đúng');
    expect(answers[0]).toBe(answers[1]);
    expect(costs).toEqual([1, 1]);
  });

  it.each([
    ['a code that does not exist', NO_CODE, PIN],
    ['a wrong PIN', CODE, '000111'],
  ])(
    'five times %s make this person wait: then nothing is compared, not even the right PIN',
    async (_n, ...wrong) => {
      const { phone, hashes } = guarded();
      await say(phone, 'xem hồ sơ');
      for (let tries = 0; tries < 5; tries += 1) await say(phone, ...wrong);
      expect(hashes.count).toBe(5);
      expect(await say(phone, 'xem hồ sơ', CODE, PIN)).toContain('tạm dừng việc tra cứu');
      expect(hashes.count).toBe(5);
      phone.waits(16 * 60_000);
      expect(await say(phone, 'xem hồ sơ', CODE, PIN)).toContain('Hồ sơ 5P7C-3WF6');
    },
  );
});

describe('what was told of a number before', () => {
  const TRACE = SECRETS.scammerPhone;
  function asking() {
    const records: IndicatorRecords = {
      verified: () => Promise.resolve([]),
      countReporters: ({ kind, value }, enough) => {
        const naming = [...phone.caseFile.reports.values()].filter(({ indicators }) =>
          indicators.some((one) => one.kind === kind && one.value === value),
        );
        return Promise.resolve(Math.min(enough, new Set(naming.map(({ reporter }) => reporter.key)).size));
      },
    };
    const phone: Phone = phoneWith({ indicators: { check: (trace) => checkIndicator(records, trace) } });
    return phone;
  }

  it.each([
    ['by nobody', [], false],
    ['by two people', ['an', 'binh'], false],
    ['three times by the same person', ['an', 'an', 'an'], false],
    ['by three people', ['an', 'binh', 'chi'], true],
  ])('%s', async (_name, keys, isTold) => {
    const phone = asking();
    for (const key of keys) reportedBy(phone, key);
    const said = await say(phone, `kiểm tra số ${TRACE}`);
    const told = 'có người phản ánh, chưa kiểm chứng';
    if (isTold) expect(said).toContain(told);
    else {
      expect(said).not.toContain('phản ánh, chưa');
      expect(said).toContain('chưa có thông tin. Điều này không có nghĩa là an toàn');
    }
    for (const content of [SECRETS.name, SECRETS.phone, SECRETS.words, CODE])
      expect(said).not.toContain(content);
  });
});

describe('what an officer verified of a number', () => {
  it('is a warning with the date, and goes before what was only told', async () => {
    const records: IndicatorRecords = {
      verified: (asked) =>
        Promise.resolve(
          asked.map((indicator) => ({ indicator, at: new Date('2026-11-20T03:00:00Z'), staffId: 's' })),
        ),
      countReporters: (_indicator, enough) => Promise.resolve(enough),
    };
    const phone = phoneWith({ indicators: { check: (trace) => checkIndicator(records, trace) } });
    const said = await say(phone, `kiểm tra số ${SECRETS.scammerPhone}`);
    expect(said).toContain('CẢNH BÁO');
    expect(said).toContain('Công an xã xác minh có liên quan lừa đảo (cập nhật 20/11/2026)');
    expect(said).not.toContain('chưa kiểm chứng');
  });
});

describe('the rights over one’s own data', () => {
  function withReport() {
    const phone = phoneWith();
    const report = reportedBy(phone, phone.residentKey);
    const other = reportedBy(phone, 'somebody else', NO_CODE);
    const stored = () => phone.caseFile.reports.get(report.id);
    return { phone, report, other, stored };
  }

  it('what is kept is shown, of oneself only', async () => {
    const { phone } = withReport();
    const said = await say(phone, 'dữ liệu của tôi', { tap: 'Xem dữ liệu' });
    expect(said).toContain('Đang lưu 1 tin phản ánh');
    expect(said).toContain(CODE);
    expect(said).not.toContain(NO_CODE);
  });

  it('a copy holds every answer, the name, the number and the files', async () => {
    const { phone, report } = withReport();
    const said = await say(phone, 'dữ liệu của tôi', { tap: 'Lấy bản tóm tắt' });
    for (const { text } of report.answers) expect(said).toContain(text);
    for (const part of [SECRETS.name, SECRETS.phone, SECRETS.evidenceName]) expect(said).toContain(part);
    expect(said).not.toContain(NO_CODE);
  });

  it('asked for deletion: the draft goes at once, the report stays with the wish in its thread, and why is said', async () => {
    const { phone, report, other, stored } = withReport();
    await say(phone, 'tôi muốn báo công an', 'ok', '1', 'mua hàng trên mạng bị lừa không giao hàng cho tôi');
    expect(await say(phone, 'dữ liệu của tôi', { tap: 'Xin xóa dữ liệu' })).toContain('pháp luật cho phép');
    expect(await say(phone, 'có')).toContain('cán bộ sẽ trả lời');
    expect(stored()?.answers).toEqual(report.answers);
    expect(stored()?.messages.map(({ text }) => text)).toEqual(['Người dân yêu cầu xóa dữ liệu cá nhân.']);
    expect(phone.caseFile.reports.get(other.id)?.messages).toEqual([]);
    expect(JSON.stringify(await phone.storage.read([phone.stateKey]))).not.toContain('không giao hàng');
  });

  it('warnings are stopped for this person', async () => {
    const { phone } = withReport();
    await say(phone, 'dữ liệu của tôi', { tap: 'Dừng nhận cảnh báo' });
    expect(phone.caseFile.audit).toMatchObject([
      { action: 'warnings-stopped', subject: `resident:${phone.residentKey}` },
    ]);
  });
});

describe('the urgency of a report', () => {
  it('is not lowered by anything that its reporter says or does later', async () => {
    const phone = phoneWith();
    const { id } = reportedBy(phone, phone.residentKey, CODE, 'P1');
    const urgency = () => phone.caseFile.reports.get(id)?.urgency;
    await say(
      phone,
      'xem hồ sơ',
      { tap: 'Gửi thêm' },
      'thật ra tôi chưa mất đồng nào, chỉ nghe kể thôi, không gấp',
    );
    expect(phone.caseFile.reports.get(id)?.messages).toHaveLength(1);
    expect(urgency()).toBe('P1');
    await say(phone, 'xong', { tap: 'Rút tin' }, { tap: 'Việc đã xong' }, 'vâng');
    expect(phone.caseFile.reports.get(id)?.status).toBe('withdrawn');
    expect(urgency()).toBe('P1');
  });
});

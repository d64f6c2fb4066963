import { describe, expect, it } from '@jest/globals';
import { writeToResident } from '../../reports/write-to-resident.ts';
import { decideByRules } from '../conversations/decisions.ts';
import { reportOf } from '../reports/report-builder.ts';
import type { Does, Phone } from '../support/talk-to-bot.ts';
import { createPhone } from '../support/talk-to-bot.ts';
import { writtenKnowledge } from '../support/written-knowledge.ts';

const knowledge = writtenKnowledge();

/** As long as a message may be; it tells, and neither asks nor answers anything. */
const LONG = 'hôm đó tôi ra chợ mua rau rồi về nhà nấu cơm, '.repeat(210);
/** Sixty thousand characters of a story, which is also the value and the text of an answer, and what a dialog needs. */
const MOST_CHARS = 200_000;

const TO_CATEGORY: readonly Does[] = ['tôi muốn báo công an', 'ok'];
const WAYS: readonly (readonly [where: string, way: readonly Does[]])[] = [
  ['before the consent', ['tôi muốn báo công an']],
  ['at the choice of a category', TO_CATEGORY],
  ['at the question what happened', [...TO_CATEGORY, '1']],
  ['at a question that wants a choice', [...TO_CATEGORY, '1', 'mua hàng bị lừa không giao', 'hôm qua']],
  ['beside an older draft', [...TO_CATEGORY, '1', 'menu', 'tôi muốn báo công an']],
  ['under an urgent card', ['tôi vừa chuyển tiền cho nó', 'vcb']],
  ['at an officer’s question', []],
];

/** A report of this resident in which an officer waits for an answer. */
function withOfficersQuestion(phone: Phone): void {
  const report = reportOf({ reporter: { ...reportOf().reporter, key: phone.residentKey } });
  const by = { kind: 'staff', staffId: 's', name: 'Bình' } as const;
  const asked = writeToResident(report, { id: 'm', text: 'Bạn kể rõ hơn nhé?', by, now: phone.now() });
  if (asked.ok) phone.caseFile.reports.set(report.id, asked.report);
}

describe('however much a resident writes', () => {
  it.each(WAYS)('%s, what is kept of it is bounded, and every message is answered', async (where, way) => {
    const phone = createPhone({ knowledge, decide: decideByRules });
    if (where.includes('officer')) withOfficersQuestion(phone);
    for (const does of way) await phone.does(does);
    for (let count = 0; count < 30; count += 1) expect((await phone.does(LONG)).length).toBeGreaterThan(0);
    const saved = await phone.storage.read([phone.stateKey]);
    expect(JSON.stringify(saved).length).toBeLessThan(MOST_CHARS);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addToReport } from '../../reports/add-to-report.ts';
import { assign } from '../../reports/assign.ts';
import { changeCategory } from '../../reports/change-category.ts';
import { changeStatus } from '../../reports/change-status.ts';
import { changeUrgency, isMoreUrgent } from '../../reports/change-urgency.ts';
import { classify } from '../../reports/classify.ts';
import type { Change } from '../../reports/change.ts';
import { eraseContact } from '../../reports/erase-contact.ts';
import { note } from '../../reports/note.ts';
import type { Actor, Report } from '../../reports/report.ts';
import { CATEGORIES, CLASSIFICATIONS, STATUSES, URGENCIES } from '../../reports/report.ts';
import { statusRule } from '../../reports/status-rules.ts';
import { withdrawReport } from '../../reports/withdraw-report.ts';
import { writeToResident } from '../../reports/write-to-resident.ts';
import { LATER as now, OFFICER, nextId, reportOf } from './report-builder.ts';

type Act = (report: Report) => Change<string>;

const ACTORS: readonly Actor[] = [OFFICER, { kind: 'resident' }, { kind: 'system' }];

const words = fc.constantFrom('', ' ', 'lý do');
const anyActor = fc.constantFrom(...ACTORS);
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(fc.constantFrom(...STATUSES), anyActor, words).map(
    ([to, by, text]): Act =>
      (report) =>
        changeStatus(report, { to, by, note: text, now }),
  ),
  words.map(
    (reason): Act =>
      (report) =>
        withdrawReport(report, { reason, now }),
  ),
  fc.tuple(fc.constantFrom(...URGENCIES), anyActor).map(
    ([to, by]): Act =>
      (report) =>
        changeUrgency(report, { to, by, note: null, now }),
  ),
  fc.constantFrom(...CATEGORIES).map(
    (to): Act =>
      (report) =>
        changeCategory(report, { to, by: OFFICER, note: null, now }),
  ),
  fc.constantFrom(...CLASSIFICATIONS, null).map(
    (to): Act =>
      (report) =>
        classify(report, { to, by: OFFICER, note: null, now }),
  ),
  words.map(
    (text): Act =>
      (report) =>
        note(report, { text, by: OFFICER, now }),
  ),
  words.map(
    (text): Act =>
      (report) =>
        eraseContact(report, { note: text, by: OFFICER, now }),
  ),
  words.map(
    (text): Act =>
      (report) =>
        writeToResident(report, { id: nextId(), text, by: OFFICER, now }),
  ),
  words.map(
    (text): Act =>
      (report) =>
        addToReport(report, { messageId: nextId(), text, evidence: [], indicators: [], now }),
  ),
  fc.constant<Act>((report) =>
    assign(report, { to: { staffId: 's2', name: 'Cường' }, fromName: null, by: OFFICER, now }),
  ),
);

describe('whatever anybody does with a report', () => {
  it('leads only along the rules, and each step stands in its history', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 25 }), (acts) => {
        let report = reportOf();
        for (const act of acts) {
          const change = act(report);
          if (!change.ok) continue;
          expect(change.report.version).toBe(report.version + 1);
          expect(change.report.history.slice(0, report.history.length)).toEqual(report.history);
          const entry = change.report.history.at(-1);
          if (change.report.status !== report.status) {
            expect(entry).toMatchObject({ from: report.status, to: change.report.status });
            expect(
              statusRule(report.status, change.report.status, entry?.by.kind ?? 'system'),
            ).not.toBeNull();
          }
          if (isMoreUrgent(report.urgency, change.report.urgency)) expect(entry?.by.kind).toBe('staff');
          report = change.report;
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('outside the room of the reports', () => {
  const sources = ['adapters', 'bot', 'console', 'dialogs'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(room, file)),
  );

  it('nothing is put into the case file but what its rules gave back', () => {
    const staged = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\breports\.(?:save|add)\(([^)]*)\)/g)].map(
        ([, argument = '']) => ({ file, argument }),
      ),
    );
    expect(staged.length).toBeGreaterThanOrEqual(5);
    expect(staged.filter(({ argument }) => !/^\w+\.report$/.test(argument))).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { submitReport } from '../../reports/submit-report.ts';
import { ADDRESS, NOW, SECRETS, changed, evidenceOf, submissionOf } from './report-builder.ts';

describe('handing in a report', () => {
  it('begins new, with its first line of history, at version 1', () => {
    expect(changed(submitReport(submissionOf()))).toMatchObject({
      status: 'new',
      channel: 'zalo',
      createdAt: NOW,
      receivedAt: null,
      classification: null,
      assignedTo: null,
      history: [{ action: 'submitted', by: { kind: 'resident' } }],
      version: 1,
    });
  });

  it('an anonymous report keeps neither name nor number, whatever was typed', () => {
    const reporter = {
      anonymous: true,
      name: SECRETS.name,
      phone: SECRETS.phone,
      address: ADDRESS,
      key: 'k',
    };
    const report = changed(submitReport(submissionOf({ reporter })));
    expect(report.reporter).toEqual({ anonymous: true, name: null, phone: null, address: ADDRESS, key: 'k' });
  });

  it.each(['what', 'when', 'where'])('without %s it is incomplete', (question) => {
    const answers = submissionOf().answers.filter((answer) => answer.question !== question);
    expect(submitReport(submissionOf({ answers }))).toEqual({ ok: false, reason: 'incomplete' });
  });

  it('"không nhớ" is an answer', () => {
    const answers = submissionOf().answers.map((answer) => ({ ...answer, text: 'Không nhớ' }));
    expect(submitReport(submissionOf({ answers })).ok).toBe(true);
  });

  it('money, evidence, name and number may all be missing', () => {
    const reporter = { anonymous: false, name: null, phone: null, address: ADDRESS, key: 'k' };
    expect(submitReport(submissionOf({ evidence: [], indicators: [], reporter })).ok).toBe(true);
  });

  it.each([null, ''])('without consent (%p) nothing is kept', (consentVersion) => {
    expect(submitReport(submissionOf({ consentVersion }))).toEqual({ ok: false, reason: 'no-consent' });
  });

  it('an indicator named twice is kept once', () => {
    const indicator = { kind: 'phone', value: '+84987654321', display: '0987 654 321' } as const;
    const report = changed(
      submitReport(submissionOf({ indicators: [indicator, { ...indicator, display: '0987.654.321' }] })),
    );
    expect(report.indicators).toEqual([indicator]);
  });

  it('more evidence than an officer can look at is refused', () => {
    const evidence = Array.from({ length: 61 }, () => evidenceOf());
    expect(submitReport(submissionOf({ evidence }))).toEqual({ ok: false, reason: 'too-much' });
  });
});

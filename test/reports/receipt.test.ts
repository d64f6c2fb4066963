import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { signReceipt, verifyReceipt } from '../../reports/receipt.ts';
import { evidenceOf, reportOf } from './report-builder.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

describe('a receipt', () => {
  const report = reportOf({
    evidence: [
      evidenceOf({ sha256: 'bb'.repeat(32) }),
      evidenceOf({ sha256: 'aa'.repeat(32) }),
      evidenceOf({ state: 'failed', sha256: null }),
    ],
  });

  it('names code, time and the hashes of what was stored, and nobody', () => {
    expect(signReceipt(report, privateKey).text).toBe(
      [
        'commune-police-receipt/1',
        `code ${report.code}`,
        'submitted 2026-11-22T07:00:00.000Z',
        `sha256 ${'aa'.repeat(32)}`,
        `sha256 ${'bb'.repeat(32)}`,
        '',
      ].join('\n'),
    );
  });

  it('is verified with the public key alone', () => {
    const receipt = signReceipt(report, privateKey);
    expect(verifyReceipt(receipt, publicKey)).toBe(true);
  });

  it.each([
    ['another time', (text: string) => text.replace('07:00', '06:00')],
    ['another code', (text: string) => text.replace(/^code .*$/m, 'code AAAA-2222')],
    ['one hash less', (text: string) => text.replace(/sha256 a+\n/, '')],
  ])('with %s is refused', (_name, change) => {
    const receipt = signReceipt(report, privateKey);
    const changed = { ...receipt, text: change(receipt.text) };
    expect(changed.text).not.toBe(receipt.text);
    expect(verifyReceipt(changed, publicKey)).toBe(false);
  });

  it('of another key is refused, also under a borrowed key id', () => {
    const other = generateKeyPairSync('ed25519');
    const receipt = signReceipt(report, other.privateKey);
    expect(verifyReceipt(receipt, publicKey)).toBe(false);
    expect(verifyReceipt({ ...receipt, keyId: signReceipt(report, privateKey).keyId }, publicKey)).toBe(
      false,
    );
    expect(verifyReceipt({ ...receipt, signature: '' }, other.publicKey)).toBe(false);
  });
});

import type { Report } from '../../reports/report.ts';
import type { Talk } from '../talk.ts';
import { countFailure, forgetFailures } from './attempts.ts';

/**
 * The report of this code if the PIN is right, else null. A code that does not exist costs as much time as a wrong PIN,
 * so that neither answer nor delay tells which of the two it was.
 */
export async function reportByCodeAndPin(talk: Talk, code: string, pin: string): Promise<Report | null> {
  const { pins, reports } = talk.services;
  const report = await reports.byCode(code);
  if (report === null) {
    await pins.hash(pin);
    countFailure(talk);
    return null;
  }
  if (!(await pins.verify(pin, report.pinHash))) {
    countFailure(talk);
    return null;
  }
  forgetFailures(talk);
  return report;
}

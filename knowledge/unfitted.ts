import type { Content } from './content.ts';
import type { PurposeModel } from './purpose/purpose-model.ts';

/** Stands in while a broken calibration is reported: nothing is ever asserted with it. */
export const UNFITTED_CALIBRATION: Content['calibration'] = {
  method: 'not fitted',
  fittedAt: '1970-01-01',
  terms: {
    bias: -10,
    nearest: 0,
    nearestLead: 0,
    lead: 0,
    density: 0,
    known: 0,
    unknownShare: 0,
    logWords: 0,
    boundary: 0,
  },
  thresholds: {
    assert: 1,
    suggest: 0,
    unclear: 0,
    urgent: 1,
    pressing: 1,
    urgency: { calm: 0, likely: 1, sure: 1, prepared: 1, amid: 1, otherLeader: 1 },
    wish: { unlikely: 0, likely: 1, sure: 1, otherLeader: 1 },
    refusal: 1,
    refusalDoubt: 1,
    smallTalk: 1,
    intent: 1,
    sureIntent: 1,
    boundary: 1,
    sureBoundary: 1,
    besideBoundary: 1,
    overrule: { seldom: [], easily: [], refusal: [] },
  },
};

/** Stands in while broken weights are reported: no message is urgent with it. */
export const UNFITTED_PURPOSE: PurposeModel = {
  fittedAt: '1970-01-01',
  calm: ['anything'],
  urgent: [],
  bias: [0],
  weights: {},
};

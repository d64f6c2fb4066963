import { describe, expect, it } from '@jest/globals';
import { probabilityOf, SIGNAL_NAMES } from '../../knowledge/confidence/confidence.ts';
import type { Signals } from '../../knowledge/confidence/confidence.ts';
import { fitCalibration } from '../../knowledge/confidence/fit-calibration.ts';
import { fitLogistic } from '../../knowledge/confidence/fit-logistic.ts';
import { samplesFrom } from '../../knowledge/confidence/samples.ts';
import { createRandom } from '../../knowledge/evaluation/noise.ts';
import { entriesOf, languageOf } from '../../knowledge/knowledge-base.ts';
import { smallContent } from './small-content.ts';

const signalsAt = (nearest: number, lead: number): Signals => ({
  nearest,
  nearestLead: 0,
  lead,
  density: 0,
  known: 1,
  unknownShare: 0,
  logWords: 1,
  boundary: 0,
});

describe('confidence', () => {
  it('what is learnt from searches with known outcome gives the probabilities that they had', () => {
    const random = createRandom(3);
    const samples = Array.from({ length: 4_000 }, () => {
      const signals = signalsAt(random(), random());
      const truth = 1 / (1 + Math.exp(-(4 * signals.nearest + 2 * signals.lead - 3)));
      return { signals, right: random() < truth, weight: 1 };
    });
    const terms = fitLogistic(samples);
    expect(probabilityOf(signalsAt(0.9, 0.9), terms)).toBeCloseTo(1 / (1 + Math.exp(-2.4)), 1);
    expect(probabilityOf(signalsAt(0.1, 0.1), terms)).toBeCloseTo(1 / (1 + Math.exp(2.4)), 1);
  });

  it('more evidence never lowers it', () => {
    const { terms } = smallContent().calibration;
    expect(probabilityOf(signalsAt(0.8, 0.5), terms)).toBeGreaterThan(
      probabilityOf(signalsAt(0.4, 0.5), terms),
    );
  });

  it('samples come from the entries alone: right ones held out, wrong ones of lost entries', () => {
    const content = smallContent();
    const samples = samplesFrom(entriesOf(content), languageOf(content));
    expect(samples.some(({ right }) => right)).toBe(true);
    expect(samples.some(({ right, weight }) => !right && weight < 0.5)).toBe(true);
    for (const { signals } of samples)
      for (const name of SIGNAL_NAMES) expect(Number.isFinite(signals[name])).toBe(true);
  });

  it('fitting keeps the thresholds and says how and when it was done', () => {
    const content = smallContent();
    const calibration = fitCalibration(content, '2026-12-01');
    expect(calibration.thresholds).toEqual(content.calibration.thresholds);
    expect(calibration.fittedAt).toBe('2026-12-01');
    expect(calibration.method).toContain('No question file is read');
  });
});

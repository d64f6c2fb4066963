import { describe, expect, it } from '@jest/globals';
import { extractFacts } from '../../reports/extract-facts.ts';
import { proposeUrgency } from '../../reports/urgency.ts';
import { NOW } from './report-builder.ts';
import { URGENCY_CASES } from './urgency-cases.ts';

describe('the proposed urgency', () => {
  it.each(URGENCY_CASES)('%p about %s is %s', (text, category, urgency) => {
    expect(proposeUrgency({ category, texts: [text], facts: extractFacts(text, NOW), now: NOW })).toBe(
      urgency,
    );
  });

  it('counts what was written anywhere in the talk', () => {
    const texts = ['Tôi bị lừa', 'năm ngoái', 'giờ tôi không muốn sống nữa'];
    expect(
      proposeUrgency({ category: 'C01', texts, facts: extractFacts(texts.join('\n'), NOW), now: NOW }),
    ).toBe('P0');
  });
});

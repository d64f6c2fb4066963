import { describe, expect, it } from '@jest/globals';
import { buildKnowledgeBaseNow } from '../../knowledge/knowledge-base.ts';
import { compose } from '../../knowledge/steps/compose.ts';
import { article, retrieval } from './found-and-heard.ts';
import { smallContent } from './small-content.ts';

const kb = buildKnowledgeBaseNow(smallContent());

describe('compose', () => {
  it('puts the article that was decided on first among the candidates', () => {
    const found = article('lua-dao-shipper', 0.5);
    const said = { route: 'sos', slug: 'sos-vua-chuyen-tien', boundary: null, reason: '' } as const;
    expect(compose(kb, said, found, []).candidates.map(({ slug }) => slug)).toEqual([
      'sos-vua-chuyen-tien',
      'lua-dao-shipper',
    ]);
  });

  it('gives the text of another office and nothing of the kind elsewhere', () => {
    const verdict = { route: 'out_of_scope', slug: null, boundary: 'khai-sinh', reason: '' } as const;
    expect(compose(kb, verdict, retrieval(null), []).officeText).toContain('hộ tịch');
    const unknown = { route: 'unknown', slug: null, boundary: null, reason: '' } as const;
    expect(compose(kb, unknown, retrieval(null), [])).not.toHaveProperty('officeText');
  });
});

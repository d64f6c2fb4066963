import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../knowledge/article.ts';
import { checkContent } from '../../knowledge/check/check-content.ts';
import type { Content } from '../../knowledge/content.ts';
import { readContent } from '../../knowledge/load-content.ts';
import { articleOf, smallContent } from './small-content.ts';

const TODAY = '2026-11-22';

const findingsOf = (content: Content, today = TODAY): string[] =>
  checkContent(content, [], today).map(({ where, what }) => `${where}: ${what}`);

const withArticle = (change: Partial<Article>): string[] => {
  const content = smallContent();
  const [first, ...others] = content.articles;
  return findingsOf({ ...content, articles: [articleOf({ ...first!, ...change }), ...others] });
};

describe('checking the content', () => {
  it('sound content has no finding', () => {
    expect(findingsOf(smallContent())).toEqual([]);
  });

  it.each<[string, Partial<Article>, string]>([
    ['a short answer over its limit', { shortAnswer: 'dài '.repeat(151) }, 'characters, at most 600'],
    ['a fact that does not exist', { steps: ['Gọi {{bank:khong-co}}', 'Xong'] }, 'no such row'],
    [
      'an unconfirmed fact',
      { shortAnswer: `${'Gọi cho A05 nếu cần giúp. '.repeat(2)}{{hotline:a05}}` },
      'confidence C',
    ],
    ['an unsigned fine', { signs: ['Bị {{fine:chua-duyet}}'] }, 'no legal officer'],
    ['a number written out', { steps: ['Gọi 113 ngay', 'Xong'] }, 'written out'],
    ['a law that lapsed', { legalBasis: [{ law: 'nd-cu', note: '' }] }, 'no longer in force'],
    ['a law that does not exist', { legalBasis: [{ law: 'khong-co', note: '' }] }, 'no such law'],
    ['a review that is overdue', { reviewedAt: '2026-01-01', reviewBy: '2026-06-01' }, 'review was due'],
    ['a related article that does not exist', { related: ['khong-co'] }, 'no such other article'],
    [
      'an urgent card that is none',
      { nextActions: [{ kind: 'sos', slug: 'lua-dao-shipper' }] },
      'no urgent article',
    ],
    ['a hotline that does not exist', { nextActions: [{ kind: 'call', hotline: '999' }] }, 'no hotline'],
    ['an unconfirmed hotline', { nextActions: [{ kind: 'call', hotline: 'a05' }] }, 'unconfirmed'],
    [
      'only phrasings as in a dictionary',
      {
        phrasings: [
          'một việc lạ',
          'hai việc lạ',
          'ba việc rất lạ',
          'bốn việc lạ',
          'năm việc kỳ lạ',
          'sáu việc lạ',
        ],
      },
      'colloquial',
    ],
    [
      'a phrasing of another article',
      { phrasings: [...smallContent().articles[1]!.phrasings] },
      'stands in both',
    ],
    [
      'a phrasing nearly of another article',
      { phrasings: ['zalo của tôi bị chiếm mất', ...smallContent().articles[0]!.phrasings] },
      'too alike',
    ],
    ['another group than the topic', { group: 'tin-gia' }, 'topics.tsv says'],
  ])('finds %s', (_, change, finding) => {
    expect(withArticle(change)).toEqual(expect.arrayContaining([expect.stringContaining(finding)]));
  });

  it('finds a topic without an article and an article without a topic', () => {
    const content = smallContent();
    const findings = findingsOf({ ...content, topics: [{ slug: 'moi', group: 'kenh', title: 'Mới' }] });
    expect(findings).toEqual(expect.arrayContaining(['moi: the topic has no article']));
    expect(findings).toEqual(
      expect.arrayContaining(['lua-dao-shipper: topics.tsv does not know this article']),
    );
  });

  it('finds a rule that leads nowhere', () => {
    const content = smallContent();
    const [rule] = content.routing.safety.rules;
    const safety = { rules: [{ ...rule!, to: 'khong-co' }] };
    const findings = findingsOf({ ...content, routing: { ...content.routing, safety } });
    expect(findings).toEqual([expect.stringContaining('leads to khong-co')]);
  });

  it('finds a boundary whose text names a missing fact', () => {
    const content = smallContent();
    const outOfScope = content.outOfScope.map((entry) => ({ ...entry, text: 'Gọi {{hotline:999}} để hỏi.' }));
    expect(findingsOf({ ...content, outOfScope })).toEqual([expect.stringContaining('khai-sinh')]);
  });

  it('passes on what was wrong with the files', () => {
    expect(checkContent(smallContent(), ['a.yaml: broken'], TODAY)).toEqual([
      { where: 'files', what: 'a.yaml: broken' },
    ]);
  });

  it('the content of the program is sound', () => {
    const { content, faults } = readContent(fileURLToPath(new URL('../../knowledge', import.meta.url)));
    expect(checkContent(content, faults, TODAY)).toEqual([]);
  });
});

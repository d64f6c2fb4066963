import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { indexEntries } from '../../knowledge/index/entry-index.ts';
import type { Entry } from '../../knowledge/index/entry.ts';
import { FeatureTable } from '../../knowledge/index/feature-table.ts';
import { readText } from '../../knowledge/index/read-text.ts';
import { search } from '../../knowledge/index/search.ts';
import { runAtOnce, runInSlices } from '../../knowledge/index/slices.ts';
import { entriesOf, languageOf } from '../../knowledge/knowledge-base.ts';
import { analyse } from '../../knowledge/language/analyse.ts';
import { smallContent } from './small-content.ts';

const content = smallContent();
const language = languageOf(content);
const index = runAtOnce(indexEntries(entriesOf(content), language));

const found = (message: string) => {
  const { text, readings } = readText(analyse(message, language), index);
  return search(index, text, readings);
};
const leader = (message: string): string | undefined =>
  index.entries[found(message).hits[0]?.entry ?? -1]?.id;

describe('the feature table', () => {
  it('numbers keys in the order of their arrival and finds them again, however many there are', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), { maxLength: 500 });
    fc.assert(
      fc.property(keys, (given) => {
        const table = new FeatureTable(4);
        given.forEach((key, at) => expect(table.add(key)).toBe(at));
        given.forEach((key, at) => {
          expect(table.find(key)).toBe(at);
          expect(table.add(key)).toBe(at);
        });
        expect(table.size).toBe(given.length);
      }),
      { numRuns: 30 },
    );
  });

  it('says -1 for what it never saw', () => {
    expect(new FeatureTable().find(42)).toBe(-1);
  });
});

describe('finding an entry', () => {
  it.each([
    ['shipper gọi bảo chuyển tiền', 'lua-dao-shipper'],
    ['shipper goi bao chuyen tien', 'lua-dao-shipper'],
    ['shiper gọi bảo chuyển tiền', 'lua-dao-shipper'],
    ['zalo mất rồi', 'tai-khoan-zalo-bi-chiem'],
    ['tui muốn trình báo', 'report'],
    ['xin làm khai sinh', 'khai-sinh'],
    ['lỡ ck cho bọn lừa đảo', 'sos-vua-chuyen-tien'],
  ])('"%s" means %s', (message, id) => {
    expect(leader(message)).toBe(id);
  });

  it('a phrasing word for word is at cosine 1, with and without its diacritics', () => {
    expect(found('zalo tự nhiên văng ra').hits[0]?.nearest).toBeCloseTo(1, 5);
    expect(found('zalo tu nhien vang ra').hits[0]?.nearest).toBeCloseTo(1, 5);
  });

  it('words that nobody ever used lower how much of the text is known', () => {
    const [plain, strange] = [found('zalo bị mất'), found('zalo bị mất quyển kinh thánh')];
    expect(strange.known).toBeLessThan(plain.known);
  });

  it('nothing is found in nothing, nor in words that no entry has', () => {
    expect(found('').hits).toHaveLength(0);
    expect(found('quyển').hits).toHaveLength(0);
  });

  it('an entry with many phrasings does not outshout one with few', () => {
    const many: Entry = {
      id: 'many',
      kind: 'article',
      phrasings: Array.from({ length: 60 }, (_, at) => `mua bán thứ ${at} trên mạng`),
    };
    const few: Entry = {
      id: 'few',
      kind: 'article',
      phrasings: ['mua vé máy bay', 'vé máy bay giả', 'đặt vé máy bay'],
    };
    const both = runAtOnce(indexEntries([many, few], language));
    const text = analyse('mua vé máy bay trên mạng', language);
    expect(both.entries[search(both, text, new Map()).hits[0]?.entry ?? -1]?.id).toBe('few');
  });
});

describe('building', () => {
  it('in slices gives the same index as at once, and lets others run in between', async () => {
    const entries: Entry[] = Array.from({ length: 400 }, (_, at) => ({
      id: `e${at}`,
      kind: 'article',
      phrasings: [`câu hỏi số ${at} về lừa đảo`, `hoi ${at} lan nua`, `chuyện thứ ${at} ở xã`],
    }));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    const sliced = await runInSlices(indexEntries(entries, language));
    clearInterval(timer);
    const whole = runAtOnce(indexEntries(entries, language));
    expect(turns).toBeGreaterThan(0);
    expect(sliced.features.size).toBe(whole.features.size);
    expect(sliced.postings).toEqual(whole.postings);
  });
});

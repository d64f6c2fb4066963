import { describe, expect, it } from '@jest/globals';
import {
  FactReferenceError,
  fillFacts,
  longText,
  shortText,
  sourceLine,
} from '../../knowledge/render-article.ts';
import { articleOf, smallContent } from './small-content.ts';

const { facts } = smallContent();

describe('facts in texts', () => {
  it.each([
    ['Gọi {{hotline:113}} ngay', 'Gọi 113 ngay'],
    ['Gọi {{bank:bidv}}', 'Gọi 1900 9247'],
    ['{{agency:cong-an-xa}} trực 24/24', 'Công an xã trực 24/24'],
    ['Vào {{site:vneid}} ({{siteurl:vneid}})', 'Vào VNeID (vneid.gov.vn)'],
    ['Theo {{law:blhs-174}}', 'Theo Điều 174 Bộ luật Hình sự'],
    ['Bị {{fine:da-duyet}}', 'Bị phạt tiền theo mức đã duyệt'],
    ['{{ hotline:113 }}', '113'],
  ])('%s', (text, filled) => {
    expect(fillFacts(text, facts)).toBe(filled);
  });

  it('the list of banks has one line for each, without unconfirmed ones', () => {
    expect(fillFacts('{{banks}}', facts)).toBe('BIDV: 1900 9247');
  });

  it.each([
    ['a row that does not exist', '{{bank:khong-co}}'],
    ['an unconfirmed hotline', '{{hotline:a05}}'],
    ['an unconfirmed law', '{{law:blhs-290}}'],
    ['a fine that nobody signed', '{{fine:chua-duyet}}'],
    ['a table that does not exist', '{{gold:1}}'],
    ['something misspelt', '{{Bank BIDV}}'],
  ])('%s is never filled in', (_, text) => {
    expect(() => fillFacts(text, facts)).toThrow(FactReferenceError);
  });
});

describe('an article as text', () => {
  const article = articleOf({
    slug: 'thu',
    signs: ['Giục gấp.'],
    trick: 'Chúng giả làm cán bộ rồi đòi tiền của bạn.',
    legalBasis: [
      { law: 'blhs-174', note: '' },
      { law: 'blhs-290', note: '' },
    ],
  });

  it('the short answer has its facts filled in', () => {
    expect(shortText(article, facts)).toBe('Dừng lại, không chuyển thêm đồng nào. Gọi 113 nếu bị đe dọa.');
  });

  it('the long text has steps, signs, trick, confirmed laws and source', () => {
    const text = longText(article, facts);
    expect(text).toContain('1. Dừng ngay');
    expect(text).toContain('2. Gọi 1900 9247');
    expect(text).toContain('Giục gấp.');
    expect(text).toContain('Chúng giả làm cán bộ');
    expect(text).toContain('Điều 174');
    expect(text).not.toContain('Điều 290');
    expect(text).toContain('cập nhật 22/11/2026');
  });

  it('the source line names the source and the day of the last review', () => {
    expect(sourceLine(article)).toBe('Nguồn: Báo Nhân Dân – cảnh báo, cập nhật 22/11/2026');
  });

  it('a legal basis that does not exist is an error, not silence', () => {
    const broken = articleOf({ slug: 'thu', legalBasis: [{ law: 'khong-co', note: '' }] });
    expect(() => longText(broken, facts)).toThrow(FactReferenceError);
  });
});

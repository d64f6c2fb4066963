import { describe, expect, it } from '@jest/globals';
import { countViews } from '../../console/audit-acts.ts';
import { readableMoment } from '../../reports/moments.ts';
import { readableAge, readableSize, shownText } from '../../console/readable.ts';
import { safeThen, signInPath } from '../../console/then.ts';
import type { AuditEntry } from '../../reports/ports.ts';

const NOW = new Date('2026-11-22T07:00:00Z');
const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE_MS);

describe('what is shown', () => {
  it.each([
    [0, 'vừa xong'],
    [0.9, 'vừa xong'],
    [5, '5 phút trước'],
    [59.9, '59 phút trước'],
    [60, '1 giờ trước'],
    [60 * 23.9, '23 giờ trước'],
    [60 * 24 * 3, '3 ngày trước'],
    [60 * 24 * 40, '13/10/2026'],
  ])('%d minutes ago is “%s”', (minutes, text) => {
    expect(readableAge(ago(minutes), NOW)).toBe(text);
  });

  it('a moment is told in Vietnamese time', () => {
    expect(readableMoment(new Date('2026-11-22T18:05:00Z'))).toBe('01:05 ngày 23/11/2026');
  });

  it.each([
    [820, '820 B'],
    [28_400, '28 KB'],
    [1_440_000, '1,4 MB'],
  ])('%d bytes are %s', (sizeBytes, text) => {
    expect(readableSize(sizeBytes)).toBe(text);
  });

  it('characters that turn or hide what stands beside them are not shown', () => {
    expect(shownText('anh\u202Egpj.exe')).toBe('anhgpj.exe');
    expect(shownText('a\u0000b\u200Bc\uFEFFd\u2066e')).toBe('abcde');
    expect(shownText('dòng 1\ndòng 2\tcuối')).toBe('dòng 1\ndòng 2\tcuối');
  });
});

describe('where a sign-in leads', () => {
  it.each(['/console/bao-cao/0190-ab', '/console?trang-thai=new&muc=P1', '/console/bai-viet/a-b-c'])(
    '%s is ours',
    (path) => {
      expect(safeThen(path)).toBe(path);
      expect(signInPath(path)).toBe(`/console/dang-nhap?tiep=${encodeURIComponent(path)}`);
    },
  );

  it.each(['/consoles', '/console/../admin', '/console/dang-nhap/ma', '/console?x=//y', '', null])(
    '%s is not',
    (path) => {
      expect(safeThen(path)).toBe('/console');
    },
  );
});

describe('how often staff looked into a report', () => {
  const look = (staffId: string, minutes: number, action = 'report-viewed'): AuditEntry => ({
    at: ago(minutes),
    staffId,
    staffName: 'Bình',
    action,
    subject: 'report:1',
    detail: null,
  });

  it.each<[string, AuditEntry[], number]>([
    ['nobody', [], 0],
    ['one person once', [look('a', 5)], 1],
    ['one person who reloads within half an hour', [look('a', 5), look('a', 20), look('a', 45)], 1],
    ['one person twice on a day', [look('a', 5), look('a', 90)], 2],
    ['two people at once', [look('a', 5), look('b', 5)], 2],
    ['who printed it', [look('a', 5, 'report-printed')], 1],
    ['who only wrote a note', [look('a', 5, 'noted'), look('a', 6, 'evidence-viewed')], 0],
  ])('%s', (_name, entries, count) => {
    expect(countViews(entries).count).toBe(count);
  });

  it('the last look is the newest', () => {
    expect(countViews([look('a', 5), look('b', 50)]).lastAt).toEqual(ago(5));
  });
});

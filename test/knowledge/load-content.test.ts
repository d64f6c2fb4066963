import { cpSync, mkdtempSync, rmSync, writeFileSync, readFileSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ContentError, loadContent, readContent } from '../../knowledge/load-content.ts';

const written = fileURLToPath(new URL('../../knowledge', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'commune-content-'));
  cpSync(written, folder, { recursive: true, filter: (source) => !source.endsWith('.ts') });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (file: string): string => path.join(folder, file);

describe('loading the content', () => {
  it('the content of the program loads without a fault', () => {
    const { content, faults } = readContent(folder);
    expect(faults).toEqual([]);
    expect(content.articles).toHaveLength(94);
  });

  it('articles that are stored already are not read', () => {
    writeFileSync(inFolder('content/so-khan-cap.yaml'), 'slug: so-khan-cap\ntitle: [');
    const slugs = loadContent(folder, new Set(['so-khan-cap'])).articles.map(({ slug }) => slug);
    expect(slugs).toHaveLength(93);
    expect(slugs).not.toContain('so-khan-cap');
  });

  it('a weight that is not a whole tenth is a fault of its feature', () => {
    const model: unknown = JSON.parse(readFileSync(inFolder('purpose/model.json'), 'utf8'));
    writeFileSync(
      inFolder('purpose/model.json'),
      JSON.stringify({ ...Object(model), weights: { 'chuyển khoản': [0, 0.5] } }),
    );
    expect(readContent(folder).faults).toEqual([
      'purpose/model.json: weights.chuyển khoản: is not a row of purposes and whole tenths',
    ]);
  });

  it('reports all faults at once, each with its file', () => {
    writeFileSync(inFolder('content/so-khan-cap.yaml'), 'slug: so-khan-cap\ntitle: [');
    appendFileSync(inFolder('facts/banks.yaml'), "\n- id: 'bidv'\n  name: 'BIDV'\n");
    rmSync(inFolder('refusals.yaml'));
    const article = readFileSync(inFolder('content/ma-otp-la-gi.yaml'), 'utf8');
    writeFileSync(inFolder('content/ma-otp-la-gi.yaml'), article.replace(/^title:.*$/m, 'title: a'));
    let faults: readonly string[] = [];
    try {
      loadContent(folder);
    } catch (error) {
      expect(error).toBeInstanceOf(ContentError);
      faults = error instanceof ContentError ? error.faults : [];
    }
    for (const file of ['so-khan-cap.yaml', 'banks.yaml', 'refusals.yaml', 'ma-otp-la-gi.yaml'])
      expect(faults.some((fault) => fault.includes(file))).toBe(true);
  });

  it('a slug that is not the name of its file is a fault', () => {
    cpSync(inFolder('content/ma-otp-la-gi.yaml'), inFolder('content/ma-otp.yaml'));
    expect(readContent(folder).faults).toEqual([expect.stringContaining('content/ma-otp.yaml')]);
  });

  it('an empty folder gives faults and no exception', () => {
    rmSync(folder, { recursive: true });
    expect(readContent(folder).faults.length).toBeGreaterThan(5);
  });
});

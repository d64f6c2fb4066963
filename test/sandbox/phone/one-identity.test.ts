import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';

const read = (path: string): Promise<string> =>
  readFile(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** Custom properties with their values, as written. */
const tokensOf = (style: string): Map<string, string> =>
  new Map([...style.matchAll(/(--[a-z-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));

describe('the phone page and the console', () => {
  it('wear the same colours, letters and emblem', async () => {
    const console = tokensOf(await read('console/public/css/tokens.css'));
    const phone = tokensOf(
      /:root \{[^}]*\}/.exec(await read('sandbox/phone/public/css/base.css'))?.[0] ?? '',
    );
    expect(phone.size).toBeGreaterThan(10);
    for (const [name, value] of phone) expect([name, console.get(name)]).toEqual([name, value]);
    expect(await read('sandbox/phone/public/icon.svg')).toBe(await read('console/public/emblem.svg'));
  });
});

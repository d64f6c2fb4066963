import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createDialogs } from '../../dialogs/all-dialogs.ts';

const map = readFileSync(new URL('../../docs/conversation.md', import.meta.url), 'utf8');
const rows = [...map.matchAll(/^\| ([a-z-]+) +\| ([A-Z_, ]+?) +\|$/gm)].map(
  ([, id = '', states = '']): [string, string[]] => [id, states.split(', ')],
);
const dialogs = createDialogs();

describe('the conversation map', () => {
  it('lists every dialog once, and no other', () => {
    expect(rows.map(([id]) => id).sort()).toEqual(dialogs.map(({ id }) => id).sort());
  });

  it.each(dialogs.map((dialog) => [dialog.id, dialog] as const))(
    'names the states of %s as the code does',
    (id, dialog) => {
      const documented = rows.find(([name]) => name === id)?.[1] ?? [];
      expect(documented.sort()).toEqual(Object.keys(dialog.steps).sort());
    },
  );

  it('draws no state that does not exist', () => {
    const drawn = [...map.matchAll(/^ {2}([A-Z_]{2,}) -->|--> ([A-Z_]{2,})(?::|$)/gm)].flatMap(
      ([, from, to]) => from ?? to ?? [],
    );
    const known = dialogs.flatMap((dialog) => Object.keys(dialog.steps));
    expect(drawn.length).toBeGreaterThan(40);
    expect(drawn.filter((state) => !known.includes(state))).toEqual([]);
  });
});

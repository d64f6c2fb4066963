import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Decision } from '../../knowledge/decision.ts';

/** Sentences with slots, and what must come of every one of them. */
const tableSchema = z.strictObject({
  slots: z.record(z.string(), z.array(z.string()).min(1)),
  situations: z.array(
    z.strictObject({
      id: z.string(),
      /** Articles, `intent:<route>`, or one of `calm`, `out_of_scope`, `attack`. */
      expect: z.array(z.string()).min(1),
      /** An article that counts only as an urgent card, though it is not of the urgent group. */
      urgentOnly: z.boolean().default(false),
      templates: z.array(z.string()).min(1),
    }),
  ),
});

export type Situation = z.infer<typeof tableSchema>['situations'][number];

export type SituationTable = z.infer<typeof tableSchema>;

export const readSituations = (name: string): SituationTable =>
  tableSchema.parse(parse(readFileSync(new URL(`./situations/${name}.yaml`, import.meta.url), 'utf8')));

/** Each template filled in `perTemplate` times with words of its slots; one without slots once. */
export const sentencesOf = (
  { templates }: Situation,
  slots: SituationTable['slots'],
  perTemplate: number,
  random: () => number,
): string[] =>
  templates.flatMap((template) =>
    Array.from({ length: template.includes('{') ? perTemplate : 1 }, () =>
      template.replace(/\{([^}]+)\}/g, (_, slot: string) => {
        const words = slots[slot];
        if (!words) throw new Error(`Template "${template}" has no slot ${slot}`);
        return words[Math.floor(random() * words.length)] ?? '';
      }),
    ),
  );

/** Whether the decision is what the situation calls for. */
export const isMet = (
  { expect: wanted, urgentOnly }: Situation,
  { route, slug, candidates }: Decision,
): boolean => {
  const [first = ''] = wanted;
  if (first === 'calm') return route !== 'sos';
  if (first === 'out_of_scope') return route === 'out_of_scope' || route === 'unknown';
  if (first === 'attack') return route === 'refuse' || route === 'unknown' || route === 'out_of_scope';
  if (wanted.includes(`intent:${route}`)) return true;
  if (first.startsWith('intent:')) return route === 'answer' && wanted.includes(slug ?? '');
  if (urgentOnly || first.startsWith('sos-') || first === 'so-khan-cap')
    return route === 'sos' && wanted.includes(slug ?? '');
  return route !== 'sos' && wanted.includes(slug ?? candidates[0]?.slug ?? '');
};

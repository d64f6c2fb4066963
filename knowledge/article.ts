import { z } from 'zod';

/** Most characters of a short answer once its facts are filled in: it must fit one chat message. */
export const SHORT_ANSWER_MAX_CHARS = 600;

/** Fewest phrasings an article carries: retrieval rests on them more than on any algorithm. */
export const PHRASINGS_MIN = 6;

export const ARTICLE_GROUPS = [
  'sos',
  'kenh',
  'thu-tuc',
  'lua-dao',
  'phap-luat',
  'thiet-bi',
  'tre-em',
  'tin-gia',
  'du-lieu',
  'to-chuc',
] as const;

const slugSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const dateSchema = z.iso.date();
const lineSchema = z.string().trim().min(1).max(600);

/** What the bot offers next to an answer. */
const nextActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sos'), slug: slugSchema }),
  z.strictObject({ kind: z.literal('report'), category: z.string().regex(/^C(0[1-9]|1[0-5]|99)$/) }),
  z.strictObject({ kind: z.literal('check') }),
  z.strictObject({ kind: z.literal('track') }),
  z.strictObject({ kind: z.literal('human') }),
  z.strictObject({ kind: z.literal('call'), hotline: slugSchema }),
]);

/**
 * One topic, as an officer wrote and checked it.
 *
 * Texts may name facts as `{{hotline:113}}`, `{{bank:bidv}}`, `{{banks}}`, `{{agency:a05}}`, `{{law:blhs-174}}`,
 * `{{site:vneid}}` or `{{fine:…}}`; they are filled in from the fact tables, so that one correction changes every answer.
 */
export const articleSchema = z.strictObject({
  slug: slugSchema,
  group: z.enum(ARTICLE_GROUPS),
  title: z.string().trim().min(5).max(120),
  shortAnswer: z.string().trim().min(40),
  steps: z.array(lineSchema).min(2).max(12),
  signs: z.array(lineSchema).max(8).default([]),
  trick: z.string().trim().min(20).max(600).nullable().default(null),
  legalBasis: z
    .array(z.strictObject({ law: slugSchema, note: z.string().trim().max(300).default('') }))
    .default([]),
  sources: z.array(z.strictObject({ title: z.string().trim().min(3), date: dateSchema })).min(1),
  reviewedAt: dateSchema,
  reviewBy: dateSchema,
  related: z.array(slugSchema).max(6).default([]),
  nextActions: z.array(nextActionSchema).min(1).max(4),
  phrasings: z.array(z.string().trim().min(3).max(200)).min(PHRASINGS_MIN),
});

export type Article = z.infer<typeof articleSchema>;
export type ArticleGroup = Article['group'];
export type NextAction = Article['nextActions'][number];

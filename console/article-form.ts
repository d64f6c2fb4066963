import { z } from 'zod';
import type { Article, NextAction } from '../knowledge/article.ts';
import { articleSchema, SHORT_ANSWER_MAX_CHARS } from '../knowledge/article.ts';
import type { Facts } from '../knowledge/facts.ts';
import { FactReferenceError, longText, shortText } from '../knowledge/render-article.ts';
import { paragraphs } from './form.ts';
import { vi } from './texts/vi.ts';

const LONG_MAX_CHARS = 60_000;

const long = paragraphs(LONG_MAX_CHARS).default('');
const short = z.string().max(400).default('');

/** An article as its form holds it: texts, and lists with one item a line. */
export const articleFormSchema = z.object({
  slug: short,
  group: short,
  title: short,
  shortAnswer: long,
  steps: long,
  signs: long,
  trick: long,
  legalBasis: long,
  sources: long,
  reviewedAt: short,
  reviewBy: short,
  related: long,
  action1: short,
  action2: short,
  action3: short,
  action4: short,
  phrasings: long,
});

export type ArticleForm = z.infer<typeof articleFormSchema>;
export type ArticleField = keyof typeof vi.article.fault;
export type ArticleFaults = Readonly<Partial<Record<ArticleField, string>>>;

const FIELDS: readonly ArticleField[] = [
  'slug',
  'group',
  'title',
  'shortAnswer',
  'steps',
  'signs',
  'trick',
  'legalBasis',
  'sources',
  'reviewedAt',
  'reviewBy',
  'related',
  'nextActions',
  'phrasings',
];

export type ReadArticle =
  { readonly ok: true; readonly article: Article } | { readonly ok: false; readonly faults: ArticleFaults };

/** The article that the form describes, or what is wrong at which field. */
export function readArticle(form: ArticleForm): ReadArticle {
  const parsed = articleSchema.safeParse({
    slug: form.slug.trim(),
    group: form.group,
    title: form.title,
    shortAnswer: form.shortAnswer,
    steps: linesOf(form.steps),
    signs: linesOf(form.signs),
    trick: form.trick === '' ? null : form.trick,
    legalBasis: linesOf(form.legalBasis).map((text) => {
      const [law, note] = splitAt(text, text.indexOf('|'));
      return { law, note };
    }),
    sources: linesOf(form.sources).map((text) => {
      const [title, date] = splitAt(text, text.lastIndexOf('|'));
      return { title, date: isoDate(date) };
    }),
    reviewedAt: form.reviewedAt,
    reviewBy: form.reviewBy,
    related: linesOf(form.related),
    nextActions: actionFieldsOf(form)
      .filter((value) => value !== '')
      .map(toNextAction),
    phrasings: [...new Set(linesOf(form.phrasings))],
  });
  if (parsed.success) return { ok: true, article: parsed.data };
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  const faults: Partial<Record<ArticleField, string>> = {};
  for (const field of FIELDS) {
    if (wrong.has(field)) faults[field] = vi.article.fault[field];
  }
  return { ok: false, faults };
}

/** The form of an article, so that reading it gives the same article again. */
export function formOf(article: Article): ArticleForm {
  const [action1 = '', action2 = '', action3 = '', action4 = ''] = article.nextActions.map(actionValue);
  return {
    slug: article.slug,
    group: article.group,
    title: article.title,
    shortAnswer: article.shortAnswer,
    steps: article.steps.join('\n'),
    signs: article.signs.join('\n'),
    trick: article.trick ?? '',
    legalBasis: article.legalBasis
      .map(({ law, note }) => (note === '' ? law : `${law} | ${note}`))
      .join('\n'),
    sources: article.sources.map(({ title, date }) => `${title} | ${vietnameseDate(date)}`).join('\n'),
    reviewedAt: article.reviewedAt,
    reviewBy: article.reviewBy,
    related: article.related.join('\n'),
    action1,
    action2,
    action3,
    action4,
    phrasings: article.phrasings.join('\n'),
  };
}

/** What keeps an article from being shown to residents although each field is well formed. */
export function publishingFaults(article: Article, facts: Facts): readonly string[] {
  const text = vi.article.factFault;
  const laws = article.legalBasis.filter(({ law }) => !facts.laws.some(({ id }) => id === law));
  const calls = article.nextActions.flatMap((action) =>
    action.kind === 'call' && !facts.hotlines.some(({ id }) => id === action.hotline) ? [action.hotline] : [],
  );
  const faults = [...laws.map(({ law }) => text.law(law)), ...calls.map((hotline) => text.hotline(hotline))];
  if (laws.length > 0) return faults;
  try {
    const { length } = shortText(article, facts);
    longText(article, facts);
    return length > SHORT_ANSWER_MAX_CHARS ? [...faults, text.tooLong(length)] : faults;
  } catch (error) {
    if (!(error instanceof FactReferenceError)) throw error;
    return [...faults, text.reference(error.reference)];
  }
}

/** A next action as the value of its choice: "report C01", "call 113", "human". */
export function actionValue(action: NextAction): string {
  switch (action.kind) {
    case 'sos':
      return `sos ${action.slug}`;
    case 'report':
      return `report ${action.category}`;
    case 'call':
      return `call ${action.hotline}`;
    default:
      return action.kind;
  }
}

function toNextAction(value: string): unknown {
  const [kind, target] = value.split(' ');
  const targetField: Readonly<Record<string, string>> = { sos: 'slug', report: 'category', call: 'hotline' };
  const field = targetField[kind ?? ''];
  return field === undefined ? { kind } : { kind, [field]: target };
}

export function actionFieldsOf(form: ArticleForm): readonly string[] {
  return [form.action1, form.action2, form.action3, form.action4];
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function splitAt(text: string, position: number): [string, string] {
  return position < 0 ? [text, ''] : [text.slice(0, position).trim(), text.slice(position + 1).trim()];
}

function vietnameseDate(isoText: string): string {
  return isoText.split('-').reverse().join('/');
}

/** "22/11/2026" and "2026-11-22" are the same day. */
function isoDate(text: string): string {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (parts === null) return text;
  const [, day = '', month = '', year = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

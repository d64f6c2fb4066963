import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { articleSchema } from './article.ts';
import type { Article } from './article.ts';
import { outOfScopeSchema, refusalsSchema } from './boundaries.ts';
import { calibrationSchema } from './confidence/calibration.ts';
import type { Content, Topic } from './content.ts';
import { factsSchema } from './facts.ts';
import { namesSchema, respellingsSchema, synonymsSchema } from './language/language.ts';
import { purposeModelSchema } from './purpose/purpose-model.ts';
import { holdWeights } from './purpose/purpose-weights.ts';
import { intentPhrasingsSchema } from './routing/intents.ts';
import { wordClassesSchema } from './routing/phrases.ts';
import { ruleFileSchema } from './routing/rules.ts';
import { UNFITTED_CALIBRATION, UNFITTED_PURPOSE } from './unfitted.ts';

/** Content files that cannot be used; `faults` has one line for each, with the file's name. */
export class ContentError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`Content cannot be loaded: ${faults.length} faults\n${faults.join('\n')}`);
    this.name = 'ContentError';
    this.faults = faults;
  }
}

const FACT_TABLES = ['hotlines', 'banks', 'agencies', 'sites', 'laws', 'fines'] as const;

const lines = (file: string, error: z.ZodError): string[] =>
  error.issues.map((issue) => `${file}: ${issue.path.join('.') || 'the whole file'}: ${issue.message}`);

const parseFile = <T>(dir: string, file: string, schema: z.ZodType<T>, faults: string[]): T | null => {
  let read: unknown;
  try {
    const text = readFileSync(path.join(dir, file), 'utf8');
    read = file.endsWith('.json') ? JSON.parse(text) : parse(text);
  } catch (error) {
    faults.push(`${file}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
    return null;
  }
  const result = schema.safeParse(read);
  if (result.success) return result.data;
  faults.push(...lines(file, result.error));
  return null;
};

const yamlFiles = (dir: string, folder: string, faults: string[]): string[] => {
  try {
    return readdirSync(path.join(dir, folder))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => `${folder}/${name}`);
  } catch {
    faults.push(`${folder}: the folder is missing`);
    return [];
  }
};

const readTopics = (dir: string, faults: string[]): Topic[] => {
  let text: string;
  try {
    text = readFileSync(path.join(dir, 'topics.tsv'), 'utf8');
  } catch {
    faults.push('topics.tsv: the file is missing');
    return [];
  }
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [slug = '', group = '', title = ''] = line.split('\t');
      return { slug, group, title };
    });
};

const readArticles = (dir: string, stored: ReadonlySet<string>, faults: string[]): Article[] =>
  yamlFiles(dir, 'content', faults).flatMap((file) => {
    if (stored.has(path.basename(file, '.yaml'))) return [];
    const article = parseFile(dir, file, articleSchema, faults);
    if (!article) return [];
    if (`content/${article.slug}.yaml` !== file)
      faults.push(`${file}: slug: "${article.slug}" is not the name of the file`);
    return [article];
  });

const readFacts = (dir: string, faults: string[]): Content['facts'] => {
  const table = <T>(name: string, schema: z.ZodType<T[]>): T[] =>
    parseFile(dir, `facts/${name}.yaml`, schema, faults) ?? [];
  const { shape } = factsSchema;
  const facts = {
    hotlines: table('hotlines', shape.hotlines),
    banks: table('banks', shape.banks),
    agencies: table('agencies', shape.agencies),
    sites: table('sites', shape.sites),
    laws: table('laws', shape.laws),
    fines: table('fines', shape.fines),
  };
  for (const name of FACT_TABLES) {
    const ids = facts[name].map((row) => row.id);
    for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at)))
      faults.push(`facts/${name}.yaml: the id "${id}" occurs twice`);
  }
  return facts;
};

const NO_RULES = { rules: [] };
const NONE: ReadonlySet<string> = new Set();

/** What could be read of the folder, and a line for everything that could not; never throws for bad content. */
export const readContent = (dir: string, stored = NONE): { content: Content; faults: readonly string[] } => {
  const faults: string[] = [];
  const read = <T, F>(file: string, schema: z.ZodType<T>, fallback: F): T | F =>
    parseFile(dir, file, schema, faults) ?? fallback;
  const content = {
    topics: readTopics(dir, faults),
    articles: readArticles(dir, stored, faults),
    facts: readFacts(dir, faults),
    outOfScope: read('out-of-scope.yaml', outOfScopeSchema, []),
    refusals: read('refusals.yaml', refusalsSchema, []),
    language: {
      abbreviations: read('language/abbreviations.yaml', respellingsSchema, []),
      dialect: read('language/dialect.yaml', respellingsSchema, []),
      synonyms: read('language/synonyms.yaml', synonymsSchema, {}),
      names: read('language/names.yaml', namesSchema, []),
    },
    routing: {
      classes: read('routing/word-classes.yaml', wordClassesSchema, {}),
      safety: read('routing/safety.yaml', ruleFileSchema, NO_RULES),
      tones: read('routing/tone-rules.yaml', ruleFileSchema, NO_RULES),
      misuse: read('routing/misuse-rules.yaml', ruleFileSchema, NO_RULES),
      wishes: read('routing/intent-rules.yaml', ruleFileSchema, NO_RULES),
      intents: read('routing/intents.yaml', intentPhrasingsSchema, []),
    },
    calibration: read('confidence/calibration.yaml', calibrationSchema, UNFITTED_CALIBRATION),
    purpose: holdWeights(read('purpose/model.json', purposeModelSchema, UNFITTED_PURPOSE)),
  };
  return { content, faults };
};

/**
 * All content of the folder (the one that holds `content/`, `facts/`, `language/` and `routing/`), validated. Articles whose
 * slugs are among the `stored` are not read: most of the folder is theirs, and what staff made of them counts.
 *
 * @throws ContentError with every fault found, not only the first.
 */
export const loadContent = (dir: string, stored = NONE): Content => {
  const { content, faults } = readContent(dir, stored);
  if (faults.length > 0) throw new ContentError(faults);
  return content;
};

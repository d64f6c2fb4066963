import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { articleSchema } from '../../knowledge/article.ts';
import { factsSchema } from '../../knowledge/facts.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';

const CONTENT = new URL('../../knowledge/content/', import.meta.url);
const FACTS = new URL('../../knowledge/facts/', import.meta.url);

const table = (name: string): unknown => parse(readFileSync(new URL(`${name}.yaml`, FACTS), 'utf8'));

/** The articles and facts as they are written in the files, without an index. */
export function writtenArticles(): Pick<KnowledgeBase, 'article' | 'facts'> {
  const files = readdirSync(CONTENT).filter((name) => name.endsWith('.yaml'));
  const articles = new Map(
    files.map((name) => {
      const article = articleSchema.parse(parse(readFileSync(new URL(name, CONTENT), 'utf8')));
      return [article.slug, article];
    }),
  );
  const facts = factsSchema.parse(
    Object.fromEntries(
      ['hotlines', 'banks', 'agencies', 'sites', 'laws', 'fines'].map((name) => [name, table(name)]),
    ),
  );
  return { facts, article: (slug) => articles.get(slug) ?? null };
}

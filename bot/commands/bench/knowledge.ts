import MiniSearch from 'minisearch';
import { indexEntries } from '../../../knowledge/index/entry-index.ts';
import type { Entry } from '../../../knowledge/index/entry.ts';
import type { EntryIndex } from '../../../knowledge/index/entry-index.ts';
import { readText } from '../../../knowledge/index/read-text.ts';
import { search } from '../../../knowledge/index/search.ts';
import { runInSlices } from '../../../knowledge/index/slices.ts';
import { createRandom, withTypos, withoutDiacritics } from '../../../knowledge/evaluation/noise.ts';
import { languageOf } from '../../../knowledge/knowledge-base.ts';
import type { Language } from '../../../knowledge/language/language.ts';
import { analyse } from '../../../knowledge/language/analyse.ts';
import { loadContent } from '../../../knowledge/load-content.ts';
import { contentFolder } from '../../content-folder.ts';
import type { PrintBench } from './print.ts';

const PHRASINGS_EACH = 5;
const GATE_ARTICLES = 5_000;
const SIZES = [100, 1_000, GATE_ARTICLES];
const LARGE_SIZES = [10_000, 50_000];
const QUERIES = 400;
const BASELINE_QUERIES = 60;
const TICK_MS = 1;

/** Made-up articles with the vocabulary of the real ones: words of real phrasings, mixed anew. */
const makeEntries = (phrasings: readonly string[], count: number): Entry[] => {
  const random = createRandom(count);
  const pick = (): string => phrasings[Math.floor(random() * phrasings.length)] ?? '';
  const mixed = (): string => {
    const [head, tail] = [pick().split(' '), pick().split(' ')];
    return [...head.slice(0, Math.ceil(head.length / 2)), ...tail.slice(Math.floor(tail.length / 2))].join(
      ' ',
    );
  };
  return Array.from({ length: count }, (_, at) => ({
    id: `article-${at}`,
    kind: 'article',
    phrasings: Array.from({ length: PHRASINGS_EACH }, mixed),
  }));
};

/** As residents type: every third as written, every third without diacritics, every third with slips. */
const makeQueries = (entries: readonly Entry[], count: number): string[] => {
  const random = createRandom(7);
  return Array.from({ length: count }, (_, at) => {
    const entry = entries[Math.floor(random() * entries.length)];
    const phrasing = entry?.phrasings[at % PHRASINGS_EACH] ?? '';
    if (at % 3 === 0) return phrasing;
    return at % 3 === 1 ? withoutDiacritics(phrasing) : withTypos(phrasing, 0.2, random);
  });
};

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

const timeEach = (queries: readonly string[], run: (query: string) => unknown): number[] =>
  queries.map((query) => {
    const startedAt = performance.now();
    run(query);
    return performance.now() - startedAt;
  });

type Built = { index: EntryIndex; buildMs: number; longestWaitMs: number; heapMb: number };

/** Of what is really held: the benchmarks run with the garbage collector at hand. */
const heapBytes = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** Builds as the running program does, while a timer watches how long others have to wait. */
const build = async (entries: readonly Entry[], language: Language): Promise<Built> => {
  const before = heapBytes();
  let longestWaitMs = 0;
  let lastTick = performance.now();
  const timer = setInterval(() => {
    longestWaitMs = Math.max(longestWaitMs, performance.now() - lastTick - TICK_MS);
    lastTick = performance.now();
  }, TICK_MS);
  const startedAt = performance.now();
  const index = await runInSlices(indexEntries(entries, language));
  const buildMs = performance.now() - startedAt;
  clearInterval(timer);
  return { index, buildMs, longestWaitMs, heapMb: (heapBytes() - before) / 1_048_576 };
};

const ask = (index: EntryIndex, language: Language) => (query: string) => {
  const { text, readings } = readText(analyse(query, language), index);
  return search(index, text, readings);
};

const miniSearchTimes = (entries: readonly Entry[], queries: readonly string[]): number[] => {
  const mini = new MiniSearch({
    fields: ['text'],
    searchOptions: { prefix: true, fuzzy: 0.2 },
  });
  mini.addAll(
    entries.flatMap(({ id, phrasings }) => phrasings.map((text, at) => ({ id: `${id}#${at}`, text }))),
  );
  return timeEach(queries, (query) => mini.search(query));
};

const printGrowth = (rows: readonly string[][]): void => {
  const heads = ['articles', 'phrasings', 'build ms', 'longest wait ms', 'memory MB', 'p50 ms', 'p95 ms'];
  for (const row of [heads, ...rows]) console.error(row.map((cell) => cell.padStart(15)).join(''));
};

/** Query time, build time, waiting and memory of the search, at 5,000 articles and as the number of articles grows. */
export const benchKnowledge = (print: PrintBench): Promise<void> => measure(SIZES, print);

/** The same far beyond what a commune writes; takes minutes. */
export const benchKnowledgeGrowth = (print: PrintBench): Promise<void> => measure(LARGE_SIZES, print);

const measure = async (sizes: readonly number[], print: PrintBench): Promise<void> => {
  const content = loadContent(contentFolder);
  const language = languageOf(content);
  const real = content.articles.flatMap((article) => article.phrasings);
  const rows: string[][] = [];
  for (const count of sizes) {
    const entries = makeEntries(real, count);
    const { index, buildMs, longestWaitMs, heapMb } = await build(entries, language);
    const queries = makeQueries(entries, QUERIES);
    const run = ask(index, language);
    timeEach(queries.slice(0, 100), run);
    const times = timeEach(queries, run);
    const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
    rows.push([
      String(count),
      String(count * PHRASINGS_EACH),
      buildMs.toFixed(0),
      longestWaitMs.toFixed(1),
      heapMb.toFixed(1),
      p50.toFixed(2),
      p95.toFixed(2),
    ]);
    if (count !== GATE_ARTICLES) continue;
    const baseline = percentile(miniSearchTimes(entries, queries.slice(0, BASELINE_QUERIES)), 0.95);
    print('knowledge query p95, 5000 articles', p95, 'ms', baseline);
    print('knowledge rebuild, 5000 articles', buildMs, 'ms');
    print('knowledge longest wait during rebuild', longestWaitMs, 'ms');
    print('knowledge memory, 5000 articles', heapMb, 'MB');
  }
  printGrowth(rows);
};

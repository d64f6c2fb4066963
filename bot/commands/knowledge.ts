import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { ensureIndexes } from '../../adapters/mongo/ensure-indexes.ts';
import type { ArticleRepository } from '../../knowledge/article-repository.ts';
import { checkContent } from '../../knowledge/check/check-content.ts';
import { fitCalibration } from '../../knowledge/confidence/fit-calibration.ts';
import { buildKnowledgeBaseNow } from '../../knowledge/knowledge-base.ts';
import { loadContent, readContent } from '../../knowledge/load-content.ts';
import { exportArticles, importArticles } from '../../knowledge/transfer.ts';
import { fitPurpose } from '../../knowledge/purpose/fit-purpose.ts';
import { loadExamples } from '../../knowledge/purpose/load-examples.ts';
import { purposeModelText } from '../../knowledge/purpose/purpose-model-text.ts';
import { readConfig } from '../config.ts';
import { contentFolder } from '../content-folder.ts';
import { loadDataKey } from '../data-key.ts';
import { openDatabase } from '../database.ts';
import { createLog } from '../logging.ts';
import { openOutside } from '../outside.ts';
import { inWords, runCommand } from './run.ts';

const USAGE =
  'Cách dùng: npm run knowledge -- check | import [thư mục] | export [thư mục] | fit\n' +
  '  check   tìm mọi lỗi trong nội dung (thư mục knowledge/)\n' +
  '  import  đưa các bài từ thư mục vào cơ sở dữ liệu và xuất bản\n' +
  '  export  ghi các bài đã xuất bản trong cơ sở dữ liệu ra thư mục\n' +
  '  fit     tính lại độ tin cậy của việc tìm bài, và học lại từ các tin khẩn cấp mẫu';

const today = (): string => new Date().toISOString().slice(0, 10);

const openArticleRepository = async (): Promise<{
  articles: ArticleRepository;
  close: () => Promise<void>;
}> => {
  const config = readConfig();
  const database = await openDatabase(config, (line) => console.error(line));
  await database.patiently((db) => ensureIndexes(db));
  const dataKey = await loadDataKey(config);
  const outside = openOutside({ ...database, config, dataKey, log: createLog('error', process.stderr) });
  return { articles: outside.articles, close: () => database.close() };
};

const check = (folder: string): number => {
  const { content, faults } = readContent(folder);
  const findings = checkContent(content, faults, today());
  for (const { where, what } of findings) console.log(`${where}: ${what}`);
  const phrasings = content.articles.reduce((total, article) => total + article.phrasings.length, 0);
  console.log(
    findings.length === 0
      ? `Content is sound: ${content.articles.length} articles, ${phrasings} phrasings`
      : `${findings.length} findings`,
  );
  return findings.length === 0 ? 0 : 1;
};

const runImport = async (folder: string): Promise<number> => {
  const content = loadContent(folder);
  const { articles, close } = await openArticleRepository();
  try {
    const outcomes = await importArticles(articles, content.articles, 'content');
    const counts = new Map<string, number>();
    for (const [slug, outcome] of outcomes) {
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      if (outcome === 'conflict') console.log(`${slug}: somebody saved it in the same moment, run again`);
    }
    console.log([...counts].map(([outcome, count]) => `${outcome}: ${count}`).join(', '));
    return counts.has('conflict') ? 1 : 0;
  } finally {
    await close();
  }
};

const runExport = async (folder: string): Promise<number> => {
  const { articles, close } = await openArticleRepository();
  try {
    console.log(
      `${await exportArticles(articles, folder)} articles written to ${path.join(folder, 'content')}`,
    );
    return 0;
  } finally {
    await close();
  }
};

const fit = async (): Promise<number> => {
  const content = loadContent(contentFolder);
  const examples = loadExamples(contentFolder);
  const model = fitPurpose(buildKnowledgeBaseNow(content), content, examples, today());
  await writeFile(path.join(contentFolder, 'purpose', 'model.json'), purposeModelText(model), 'utf8');
  console.log(`purpose: ${Object.keys(model.weights).length} features`);
  const calibration = fitCalibration(content, today());
  const file = path.join(contentFolder, 'confidence', 'calibration.yaml');
  await writeFile(file, stringify(calibration, { singleQuote: true, lineWidth: 0 }), 'utf8');
  console.log(stringify(calibration.terms));
  return 0;
};

const main = async ([verb, folder = contentFolder]: readonly string[]): Promise<number> => {
  switch (verb) {
    case 'check':
      return check(folder);
    case 'import':
      return runImport(folder);
    case 'export':
      return runExport(folder);
    case 'fit':
      return fit();
    default:
      console.error(USAGE);
      return 2;
  }
};

runCommand(main, inWords('The command failed'));

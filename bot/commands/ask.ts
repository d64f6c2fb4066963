import { createInterface } from 'node:readline';
import { firstReplyText } from '../../dialogs/first-reply.ts';
import { createAnswerChain } from '../../knowledge/answer-chain.ts';
import { buildKnowledgeBaseNow } from '../../knowledge/knowledge-base.ts';
import { loadContent } from '../../knowledge/load-content.ts';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { contentFolder } from '../content-folder.ts';
import { inWords, runCommand } from './run.ts';

const lineSchema = z.object({ id: z.union([z.string(), z.number()]).optional(), q: z.string() });

/** What the bot would do with a first message, from the content files of this folder; no database is needed. */
function createAsk() {
  const config = readConfig();
  const base = buildKnowledgeBaseNow(loadContent(contentFolder));
  const chain = createAnswerChain(() => base);
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  return async (q: string) => {
    const decision = await chain.decide(q);
    const text = firstReplyText(decision, base, { ...config.commune, publicUrl });
    const candidates = decision.candidates.map(({ slug, score }) => ({
      slug,
      score: Number(score.toFixed(4)),
    }));
    return { q, route: decision.route, slug: decision.slug, candidates, text };
  };
}

/** One JSON line in, one out, in order; a line that is no question is answered with its fault. */
async function answerLines(ask: ReturnType<typeof createAsk>): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const parsed = parseLine(line);
    const answer =
      parsed === null
        ? { error: 'not a JSON object with the question in "q"' }
        : { ...(parsed.id === undefined ? {} : { id: parsed.id }), ...(await ask(parsed.q)) };
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}

function parseLine(line: string): z.infer<typeof lineSchema> | null {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** `npm run ask -- "câu hỏi"`, with `--json` as one object, with `--jsonl` for `{"id","q"}` lines on standard input. */
async function main(words: readonly string[]): Promise<void> {
  const flags = new Set(words.filter((word) => /^--jsonl?$/.test(word)));
  const question = words.filter((word) => !flags.has(word)).join(' ');
  const ask = createAsk();
  if (flags.has('--jsonl')) {
    await answerLines(ask);
    return;
  }
  if (question.trim() === '') throw new Error('Cách dùng: npm run ask -- "câu hỏi" [--json], hoặc --jsonl');
  const answer = await ask(question);
  if (flags.has('--json')) {
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    return;
  }
  const offered = answer.candidates
    .slice(0, 3)
    .map(({ slug, score }) => `${slug} ${(score * 100).toFixed(0)} %`);
  process.stdout.write(
    `${answer.text}\n\n[${answer.route}${answer.slug === null ? '' : `: ${answer.slug}`}] ${offered.join(' · ')}\n`,
  );
}

runCommand(main, inWords('The question could not be answered'));

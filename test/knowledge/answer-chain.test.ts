import { describe, expect, it } from '@jest/globals';
import { createAnswerChain, decideNow } from '../../knowledge/answer-chain.ts';
import { ArticleRetriever } from '../../knowledge/article-retriever.ts';
import { buildKnowledgeBase, buildKnowledgeBaseNow } from '../../knowledge/knowledge-base.ts';
import { articleOf, smallContent } from './small-content.ts';

const kb = buildKnowledgeBaseNow(smallContent());
const chain = createAnswerChain(() => kb);

describe('the answer chain', () => {
  it.each(['shipper gọi đòi tiền đơn hàng lạ', 'bot ngu', '0912345678', '', 'tôi vừa chuyển tiền'])(
    'decides "%s" as the plain function does',
    async (message) => {
      const [chained, plain] = [await chain.decide(message), decideNow(kb, message)];
      expect({ ...chained, trace: [] }).toEqual({ ...plain, trace: [] });
    },
  );

  it('leaves a trace of every step in order, without the words of the resident', async () => {
    const { trace } = await chain.decide('shipper gọi đòi tiền đơn hàng lạ');
    expect(trace.map(({ step }) => step)).toEqual(['normalise', 'safety', 'route', 'retrieve', 'decide']);
    expect(JSON.stringify(trace)).not.toMatch(/đơn hàng|shipper gọi/);
    for (const { durationMs } of trace) expect(durationMs).toBeGreaterThanOrEqual(0);
  });

  it('is a LangChain runnable whose steps can be watched', async () => {
    const seen: string[] = [];
    for await (const event of chain.runnable.streamEvents(
      { message: 'zalo bị mất', setting: 'free' },
      { version: 'v2' },
    ))
      if (event.event === 'on_chain_start') seen.push(event.name);
    expect(seen).toEqual(
      expect.arrayContaining(['normalise', 'safety', 'route', 'retrieve', 'decide', 'compose']),
    );
  });

  it('answers from a new base from the next message on', async () => {
    let current = kb;
    const live = createAnswerChain(() => current);
    const question = 'lừa đảo bán khoai lang giả gọi điện';
    expect((await live.decide(question)).slug).not.toBe('lua-dao-khoai');
    const content = smallContent();
    const article = articleOf({
      slug: 'lua-dao-khoai',
      phrasings: [
        question,
        'bán khoai lang giả',
        'khoai lang lua dao',
        'khoai giả',
        'mua khoai bi lua',
        'khoai dom',
      ],
    });
    current = await buildKnowledgeBase({ ...content, articles: [...content.articles, article] });
    expect(await live.decide(question)).toMatchObject({ route: 'answer', slug: 'lua-dao-khoai' });
    expect(current.version).not.toBe(kb.version);
  });
});

describe('the version of a base', () => {
  it('is the same for the same content and differs when a phrasing changes', () => {
    expect(buildKnowledgeBaseNow(smallContent()).version).toBe(kb.version);
    const content = smallContent();
    content.articles[0]?.phrasings.push('thêm một cách hỏi nữa');
    expect(buildKnowledgeBaseNow(content).version).not.toBe(kb.version);
  });
});

describe('the retriever', () => {
  it('gives the likeliest articles as documents, best first, with their filled short answers', async () => {
    const documents = await new ArticleRetriever(() => kb, 2).invoke('shipper gọi đòi tiền');
    expect(documents[0]?.metadata).toMatchObject({ slug: 'lua-dao-shipper', kbVersion: kb.version });
    expect(documents[0]?.pageContent).toContain('Gọi 113');
    expect(documents.length).toBeLessThanOrEqual(2);
  });

  it('gives nothing for nothing', async () => {
    expect(await new ArticleRetriever(() => kb).invoke('')).toEqual([]);
  });
});

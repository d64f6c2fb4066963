import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createAnswerChain } from '../../knowledge/answer-chain.ts';
import { buildKnowledgeBaseNow } from '../../knowledge/knowledge-base.ts';
import { createModelAssistant } from '../../knowledge/model/model-assistant.ts';
import type { ModelAssistant } from '../../knowledge/model/model-assistant.ts';
import { createOpenAiModel } from '../../knowledge/model/open-ai-model.ts';
import { isSupportedBy } from '../../knowledge/model/supported-by.ts';
import { withModel } from '../../knowledge/model/with-model.ts';
import { smallContent } from './small-content.ts';

const kb = buildKnowledgeBaseNow(smallContent());
const article = kb.article('lua-dao-shipper')!;

/** What the model's server says next: a text, an HTTP status, or nothing at all. */
let says: string | number | null = '';
let heard: string[] = [];
let server: Server;
let assistant: ModelAssistant;
let impatient: ModelAssistant;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString('utf8')));
    request.on('end', () => {
      heard.push(body);
      if (says === null) return;
      if (typeof says === 'number') {
        response.writeHead(says).end('{}');
        return;
      }
      const message = { role: 'assistant', content: says };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: '1', object: 'chat.completion', choices: [{ index: 0, message }] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const model = createOpenAiModel({
    baseUrl: `http://127.0.0.1:${port}/v1`,
    model: 'test',
    apiKey: null,
  });
  assistant = createModelAssistant(model, 20_000);
  impatient = createModelAssistant(model, 100);
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  heard = [];
});

describe('choosing among candidates', () => {
  const slugs = ['lua-dao-shipper', 'tai-khoan-zalo-bi-chiem'];

  it.each([
    ['2', 'tai-khoan-zalo-bi-chiem'],
    [' 1. ', 'lua-dao-shipper'],
    ['0', null],
    ['3', null],
    ['Bài số 1 đúng', null],
    ['', null],
  ])('the model says %j', async (said, slug) => {
    says = said;
    expect(await assistant.choose(kb, 'zalo', slugs)).toBe(slug);
  });

  it('the question reaches the model without numbers, names and links', async () => {
    says = '1';
    await assistant.choose(kb, 'Nguyễn Văn Tuấn 0912345678 gửi https://a.vip', slugs);
    expect(heard[0]).toContain('[tên]');
    expect(heard[0]).not.toMatch(/Tuấn|0912345678|a\.vip/);
  });

  it.each([
    ['an error', 500],
    ['silence', null],
  ])('%s of the model means no choice', async (_, said) => {
    says = said;
    expect(await impatient.choose(kb, 'zalo', slugs)).toBeNull();
  });
});

describe('saying it more simply', () => {
  it('what the article supports goes out', async () => {
    says = 'Dừng lại. Không chuyển thêm đồng nào. Bị đe dọa thì gọi 113.';
    expect(await assistant.simplify(kb, article)).toBe(says);
  });

  it.each([
    ['an invented promise', 'Dừng lại. Công an sẽ lấy lại tiền cho bạn trong ba ngày.'],
    ['another number', 'Dừng lại, gọi 115 nếu bị đe dọa.'],
    ['the opposite', 'Chuyển thêm đồng nào cũng được.'],
    ['nothing', ''],
    ['far too much', 'Dừng lại, không chuyển thêm đồng nào. '.repeat(40)],
  ])('%s does not', async (_, said) => {
    says = said;
    expect(await assistant.simplify(kb, article)).toBeNull();
  });
});

describe('support', () => {
  const source = 'Không đọc mã OTP cho ai. Gọi 1900 9247 để khóa thẻ ngay.';

  it.each([
    ['Đừng đọc mã OTP cho ai.', true],
    ['Gọi 1900 9247 để khóa thẻ.', true],
    ['Đọc mã OTP cho ngân hàng.', false],
    ['Gọi 1900 1234 để khóa thẻ.', false],
    ['Ngân hàng sẽ hoàn tiền cho bạn.', false],
    ['', false],
  ])('"%s": %s', (text, supported) => {
    expect(isSupportedBy(text, source, kb.language)).toBe(supported);
  });
});

describe('the chain with a model beside it', () => {
  const chain = (beside = assistant) => {
    const answers = withModel(
      createAnswerChain(() => kb),
      beside,
      () => kb,
    );
    return { decide: async (text: string) => answers.refine(text, await answers.decide(text)) };
  };

  it('puts the chosen article first where articles are only offered, and asserts nothing', async () => {
    const offered = await createAnswerChain(() => kb).decide('shipper với zalo');
    expect(offered.route).toBe('suggest');
    says = '2';
    const decided = await chain().decide('shipper với zalo');
    expect(decided.route).toBe('suggest');
    expect(decided.candidates[0]?.slug).toBe(offered.candidates[1]?.slug);
  });

  it('adds simpler words to an answer, or nothing when they are not supported', async () => {
    says = 'Dừng lại. Không chuyển thêm đồng nào.';
    expect((await chain().decide('shipper giả gọi điện lừa tiền')).simplerText).toBe(says);
    says = 'Hãy chuyển tiền ngay cho cán bộ.';
    expect(await chain().decide('shipper giả gọi điện lừa tiền')).not.toHaveProperty('simplerText');
  });

  it('deciding alone never asks the model', async () => {
    const answers = withModel(
      createAnswerChain(() => kb),
      assistant,
      () => kb,
    );
    await answers.decide('shipper với zalo');
    expect(heard).toEqual([]);
  });

  it('a slow model changes nothing', async () => {
    says = null;
    expect((await chain(impatient).decide('shipper giả gọi điện lừa tiền')).route).toBe('answer');
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openProduct, type Product } from '../support/product.ts';
import { exchange } from '../support/report-scam.ts';

type Asked = { messages: { role: string; content: string }[] };

/** A server that speaks the chat API of OpenAI, on this machine. */
function openModelServer(answer: (asked: Asked) => string | null): Server {
  return createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString('utf8')));
    request.on('end', () => {
      const content = answer(JSON.parse(body) as Asked);
      if (content === null) return;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({
          id: '1',
          object: 'chat.completion',
          choices: [{ index: 0, message: { role: 'assistant', content } }],
        }),
      );
    });
  });
}

describe('The product with a language model configured', () => {
  let product: Product;
  let server: Server;
  let says: (asked: Asked) => string | null = () => null;
  let heard: Asked[] = [];
  let residents = 0;

  beforeAll(async () => {
    server = openModelServer((asked) => {
      heard.push(asked);
      return says(asked);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    product = await openProduct({
      environment: {
        LLM_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
        LLM_MODEL: 'test',
        LLM_API_KEY: 'key',
      },
    });
  });
  afterAll(async () => {
    await product.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    heard = [];
    residents += 1;
  });

  const phone = () => product.platforms.phone('zalo', `83000000000000100${residents}`);
  const shipper = async (): Promise<string> => {
    const resident = phone();
    return exchange(resident, () => resident.say('shipper gọi bảo hủy hội viên'), /Nguồn:/, 20_000);
  };

  it('says the article in the words of the model when the article supports each of them', async () => {
    says = ({ messages }) => (messages.at(-1)?.content ?? '').split('. ').slice(0, 2).join('. ') + '.';
    const answer = await shipper();
    expect(answer).toContain('do máy viết gọn lại từ bài đã duyệt');
    expect(answer).not.toContain('Giữ số gọi, link');
  });

  it.each([
    ['invents', () => 'Công an sẽ lấy lại tiền cho bạn trong ba ngày.'],
    ['says nothing within three seconds', () => null],
  ])('says the reviewed words when the model %s', async (_, answer) => {
    says = answer;
    const text = await shipper();
    expect(heard).toHaveLength(1);
    expect(text).toContain('Giữ số gọi, link');
    expect(text).not.toContain('do máy viết');
  });

  it('shows the model no name and no number of the resident', async () => {
    says = () => '2';
    const resident = phone();
    await exchange(
      resident,
      () => resident.say('tôi là Nguyễn Văn Tuấn, zalo với facebook bị sao ấy'),
      /Có phải bạn muốn hỏi/,
      20_000,
    );
    expect(JSON.stringify(heard)).toContain('zalo với facebook');
    expect(JSON.stringify(heard)).not.toContain('Tuấn');
  });

  it('is not asked about anything urgent', async () => {
    says = () => '1';
    const resident = phone();
    await exchange(
      resident,
      () => resident.say('toi vua chuyen 20 trieu cho bon lua dao roi cuu toi'),
      /Đừng chuyển thêm/,
    );
    expect(heard).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createVisitor } from '../console/visitor.ts';
import { exactly, createLedger } from '../support/bad-input.ts';
import { openProduct, type Product } from '../support/product.ts';
import { exchange, reportScam } from '../support/report-scam.ts';
import { smallPicture } from '../support/small-picture.ts';
import { edges, type Scene, type Session } from '../support/bad-input-rows.ts';

describe('Whatever comes in gets a clear answer, and nothing is stored half', () => {
  let product: Product;
  let scene: Scene;
  let storedBy: ReturnType<typeof createLedger>;

  beforeAll(async () => {
    product = await openProduct({ environment: { SANDBOX: 'on' } });
    const phone = product.platforms.phone('zalo', '246845883529197922');
    const picture = await smallPicture();
    const { code, pin } = await reportScam(phone, picture);
    const psid = '7654321098765432';
    const other = product.platforms.phone('messenger', psid);
    await exchange(other, () => other.say('menu'), /./);
    const nobody = createVisitor(product.app.origin);
    await nobody.get('/console/dang-nhap');
    const [officer, editor] = [await product.signIn('officer'), await product.signIn('editor')];
    const sessionOf = ({ cookie, csrf }: typeof nobody): Session => ({
      cookie: cookie(),
      csrf: csrf() ?? '',
    });
    const report = z
      .object({ _id: z.string(), evidence: z.array(z.object({ id: z.string() })) })
      .parse(await product.database.db.collection('reports').findOne({ code }));
    const made = await fetch(`${product.app.origin}/sandbox/api/residents`, { method: 'POST' });
    storedBy = createLedger(product.database.db);
    scene = {
      zaloSecret: product.platforms.environment['ZALO_OA_SECRET_KEY'] ?? '',
      metaSecret: product.platforms.environment['MESSENGER_APP_SECRET'] ?? '',
      page: product.platforms.environment['MESSENGER_PAGE_ID'] ?? '',
      verifyToken: product.platforms.environment['MESSENGER_VERIFY_TOKEN'] ?? '',
      psid,
      code,
      pin,
      report: report._id,
      evidence: report.evidence[0]?.id ?? '',
      nobody: sessionOf(nobody),
      officer: sessionOf(officer),
      editor: sessionOf(editor),
      resident: z.object({ id: z.string() }).parse(await made.json()).id,
    };
  });
  afterAll(() => product.close());

  const rows = Object.entries(edges).flatMap(([edge, list]) =>
    list.map(([what, call, answered, stored]) => ({ edge, what, call, answered, stored })),
  );
  it.each(rows)('$edge: $what', async ({ call, answered, stored }) => {
    const [status, words] = typeof answered === 'number' ? [answered, /(?:)/] : answered;
    const [answer, left] = await storedBy(() => exactly(product.app.origin, call(scene)));
    expect({ status: answer.status, left }).toEqual({ status, left: stored });
    // a redirect says where to
    expect(answer.headers['location'] ?? answer.text).toMatch(words);
    // never how it is built inside
    expect(answer.text).not.toMatch(/at \w+.*\.(?:ts|js):\d+|MongoServerError|ZodError|node_modules/);
  });

  it('and then the bot answers, and nothing broke on the way', async () => {
    const phone = product.platforms.phone('zalo', '246845883529197922');
    await exchange(phone, () => phone.say('shipper gọi bảo hủy hội viên'), /Nguồn:/);
    expect(product.app.logs()).not.toMatch(/request failed|page failed|turn failed|not stored/);
  });
});

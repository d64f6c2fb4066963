import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openProduct, type Product } from '../support/product.ts';
import { exchange } from '../support/report-scam.ts';
import { until } from '../support/until.ts';

const RESIDENT = '8300000000000000088';

describe('An account that took its permission back', () => {
  let product: Product;
  beforeAll(async () => {
    product = await openProduct();
  });
  afterAll(() => product.close());

  it('is shown to the administrator, whose consent lets answers out again', async () => {
    const phone = product.platforms.phone('zalo', RESIDENT);
    await exchange(phone, () => phone.say('menu'), /./);
    const heard = phone.received().length;
    product.platforms.zalo.revokePermission();
    phone.say('menu');
    const visitor = await product.signIn('admin');
    await until('the console to tell', async () =>
      (await visitor.get('/console/he-thong')).text.includes('Cần cấp lại quyền'),
    );
    expect((await visitor.get('/console/he-thong')).text).toMatch(/permission_revoked/);
    expect(phone.received()).toHaveLength(heard);

    const page = await visitor.get('/console/he-thong/zalo');
    const link = /href="([^"]+\/v4\/oa\/permission[^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&');
    const agreed = await fetch(link ?? '', { redirect: 'manual' });
    const back = new URL(agreed.headers.get('location') ?? '');
    expect(back.pathname).toBe('/console/he-thong/zalo/xong');
    const done = await visitor.get(`${back.pathname}${back.search}`);
    expect(done.location).toBe('/console/he-thong?xong=consent');

    const other = product.platforms.phone('zalo', '8300000000000000089');
    await exchange(other, () => other.say('menu'), /./);
    const after = await visitor.get('/console/he-thong');
    expect(after.text).toContain('Hoạt động');
    expect(after.text).not.toContain('Cần cấp lại quyền');
  });
});

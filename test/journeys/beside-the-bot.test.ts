import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openProduct, type Product } from '../support/product.ts';
import { exchange } from '../support/report-scam.ts';
import { until } from '../support/until.ts';

describe.each(['zalo', 'messenger'] as const)('On %s', (channel) => {
  let product: Product;
  beforeAll(async () => {
    product = await openProduct();
  });
  afterAll(() => product.close());

  it('a person who answers on the platform’s own page pauses the bot, and the console has the talk', async () => {
    const userId = channel === 'zalo' ? '8300000000000000091' : '7100000000000091';
    const phone = product.platforms.phone(channel, userId);
    await exchange(phone, () => phone.say('menu'), /./);
    product.platforms[channel].writeAsAdmin(userId, 'Chào bác, tôi là trực ban');
    const talks = product.database.db.collection('handovers');
    await until('the talk', async () => (await talks.countDocuments({ status: 'open' })) === 1);
    const said = phone.received().length;
    phone.say('shipper gọi bảo hủy hội viên');
    await until(
      'the message to be worked',
      async () =>
        (await product.database.db
          .collection('inbox')
          .countDocuments({ kind: 'message', status: 'done' })) === 2,
    );
    await until(
      'everything to be sent',
      async () =>
        (await product.database.db.collection('outbox').countDocuments({ status: { $ne: 'sent' } })) === 0,
    );
    expect(
      phone
        .received()
        .slice(said)
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/Nguồn:/);
  });

  it('without buttons the number of a choice is the choice', async () => {
    const phone = product.platforms.phone(
      channel,
      channel === 'zalo' ? '8300000000000000092' : '7100000000000092',
    );
    product.platforms[channel].faults.change({ buttonsRefused: true });
    const menu = await exchange(phone, () => phone.say('menu'), /./);
    if (channel === 'zalo') expect(menu).toMatch(/\n1\. .*\n2\. /);
    await exchange(phone, () => phone.say('2'), /đồng ý|phản ánh/i);
  });
});

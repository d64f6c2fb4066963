import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChannelName } from '../../reports/report.ts';
import type { Visitor } from '../console/visitor.ts';
import type { Phone } from '../support/platforms.ts';
import { openProduct, type Product } from '../support/product.ts';
import { exchange } from '../support/report-scam.ts';
import { smallPicture } from '../support/small-picture.ts';
import { until } from '../support/until.ts';

/** Enough of a file to be known by. */
const VOICE = Buffer.concat([Buffer.from('fff15080017ffc', 'hex'), Buffer.alloc(200, 1)]);
const VIDEO = Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2'), Buffer.alloc(200, 2)]);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF');

interface StoredEvidence {
  readonly kind: string;
  readonly state: string;
  readonly sha256: string | null;
  readonly arrivedAt: Date;
}

describe('Evidence of every kind, at any step, in any order', () => {
  let product: Product;
  let officer: Visitor;
  let picture: Buffer;
  beforeAll(async () => {
    picture = await smallPicture();
    product = await openProduct();
    officer = await product.signIn('officer');
  });
  afterAll(() => product.close());

  const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

  /** Sends each as the platform's own application does, and awaits that it is named. */
  const sends = (phone: Phone) => {
    const line = product.platforms[phone.channel];
    const file = (
      kind: 'image' | 'audio' | 'video' | 'file',
      name: string,
      mediaType: string,
      bytes: Buffer,
    ) => line.sendFile(phone.userId, { kind, name, mediaType, bytes });
    const received = (act: () => unknown, wanted: RegExp) => exchange(phone, () => void act(), wanted);
    return {
      voice: () => received(() => file('audio', 'loi-doa.aac', 'audio/aac', VOICE), /Đã nhận 1 ghi âm/),
      video: () => received(() => file('video', 'man-hinh.mp4', 'video/mp4', VIDEO), /Đã nhận 1 video/),
      photos: async () => {
        const before = phone.received().length;
        for (const name of ['mot.png', 'hai.png', 'ba.png']) file('image', name, 'image/png', picture);
        await until(
          'three photos',
          () =>
            phone
              .received()
              .slice(before)
              .filter(({ text }) => text.includes('Đã nhận 1 ảnh')).length === 3,
        );
      },
      paper: () => received(() => file('file', 'hop-dong.pdf', 'application/pdf', PDF), /Đã nhận 1 tệp/),
      lost: () =>
        received(
          () => file('file', 'mat.pdf', 'application/pdf', Buffer.alloc(0)),
          /Chưa tải được: mat\.pdf/,
        ),
      link: () =>
        received(
          () =>
            line.sendLink(phone.userId, {
              url: 'https://qua-tang-vcb.top/nhan',
              title: 'Quà tặng',
              description: 'Quà tặng',
            }),
          /Đã nhận 1 đường link/,
        ),
    };
  };

  const reported = async (channel: ChannelName) => {
    const report = await product.database.db
      .collection<{ evidence: StoredEvidence[]; indicators: { kind: string }[] }>('reports')
      .findOne({ channel });
    if (report === null) throw new Error('There is no report');
    const { text } = await officer.get(`/console/bao-cao/${String(report._id)}`);
    return { report, page: text };
  };

  it.each(['zalo', 'messenger'] as const)(
    'is in the report that was sent over %s, and what could not be fetched is named to resident and officer',
    async (channel) => {
      const phone = product.platforms.phone(channel, '8300000000000000088');
      const send = sends(phone);
      await exchange(phone, () => phone.say('báo cáo lừa đảo'), /đồng ý để bắt đầu/);
      await send.voice();
      await exchange(phone, () => phone.say('đồng ý'), /kể tôi nghe/);
      await send.photos();
      await exchange(phone, () => phone.say('họ lừa tôi đặt cọc mua hàng rồi chặn tôi luôn'), /khi nào/);
      await send.link();
      if (channel === 'zalo') {
        const { zalo } = product.platforms;
        const place = { latitude: 12.734, longitude: 109.37, name: 'Chợ Đại Lãnh' };
        await exchange(phone, () => void zalo.sendLocation(phone.userId, place), /Đã nhận 1 vị trí/);
        const card = { name: 'Người bán', phone: '84912345678' };
        await exchange(phone, () => void zalo.sendContact(phone.userId, card), /Đã nhận 1 danh thiếp/);
      }
      await exchange(phone, () => phone.say('hôm qua'), /qua đâu/);
      await send.video();
      await exchange(phone, () => phone.say('zalo'), /\(\d\/\d\)/);
      await send.lost();
      await exchange(phone, () => phone.say('gửi luôn'), /liên hệ lại/);
      await exchange(phone, () => phone.say('nhắn tin tại đây'), /xem lại[^]*chưa tải được: mat\.pdf/);
      await send.paper();
      await exchange(phone, () => phone.say('gửi'), /Mã hồ sơ/);

      const { report, page } = await reported(channel);
      const cards = channel === 'zalo' ? ['location', 'contact'] : [];
      expect(report.evidence.map(({ kind }) => kind)).toEqual([
        ...['audio', 'image', 'image', 'image', 'link', ...cards, 'video', 'file', 'file'],
      ]);
      const fetched = report.evidence.filter(({ sha256 }) => sha256 !== null);
      expect(fetched.map(({ sha256 }) => sha256)).toEqual(
        [VOICE, picture, picture, picture, VIDEO, PDF].map(hash),
      );
      expect(report.evidence.every(({ arrivedAt }) => arrivedAt instanceof Date)).toBe(true);
      expect(report.evidence.filter(({ state }) => state === 'failed')).toHaveLength(1);
      for (const shown of ['mat.pdf', 'hop-dong.pdf', 'qua-tang-vcb.top']) expect(page).toContain(shown);
      if (channel === 'zalo')
        for (const shown of ['Chợ Đại Lãnh', 'Người bán']) expect(page).toContain(shown);
    },
    120_000,
  );

  it('links reports by the number on a contact card, also on one that is added later', async () => {
    const { report, page } = await reported('zalo');
    expect(report.indicators.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['link', 'phone']));
    expect(page).toContain('0912 345 678');
    const phone = product.platforms.phone('zalo', '8300000000000000088');
    const card = { name: 'Người bán thứ hai', phone: '84987654321' };
    await exchange(
      phone,
      () => void product.platforms.zalo.sendContact(phone.userId, card),
      /dùng vào việc gì/,
    );
    await exchange(phone, () => phone.tap('Thêm vào hồ sơ'), /Đã thêm vào hồ sơ/);
    expect((await reported('zalo')).page).toContain('0987 654 321');
  });
});

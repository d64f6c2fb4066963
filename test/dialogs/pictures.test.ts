import { describe, expect, it } from '@jest/globals';
import type { Pictures } from '../../dialogs/pictures.ts';
import { decideByRules } from '../conversations/decisions.ts';
import { RECEIPT_LINES } from '../support/receipt-picture.ts';
import type { Does, Phone } from '../support/talk-to-bot.ts';
import { createPhone } from '../support/talk-to-bot.ts';
import { writtenKnowledge } from '../support/written-knowledge.ts';

const knowledge = writtenKnowledge();
const RECEIPT = RECEIPT_LINES.join('\n');

/** Reads every picture as the same words, when it is told to. */
function createSlowPictures(words: string | null) {
  const asked: string[] = [];
  const read = new Map<string, string | null>();
  const pictures: Pictures = {
    read: (ids) => asked.push(...ids.filter((id) => !asked.includes(id))),
    words: (ids) => Promise.resolve(new Map([...read].filter(([id]) => ids.includes(id)))),
  };
  const finish = (): void => {
    for (const id of asked) read.set(id, words);
  };
  return { pictures, asked, finish };
}

function open(words: string | null) {
  const slow = createSlowPictures(words);
  const phone = createPhone({ knowledge, decide: decideByRules, services: { pictures: slow.pictures } });
  return { ...slow, phone };
}

async function say(phone: Phone, ...messages: readonly Does[]): Promise<string> {
  let said: string[] = [];
  for (const message of messages) said = (await phone.does(message)).map(({ text }) => text);
  return said.join('\n');
}

const OPENS = 'tôi muốn báo một việc';

const BEGINNING: readonly Does[] = [
  OPENS,
  'đồng ý',
  'Bị lừa mất tiền',
  'tôi mua máy lọc nước trên mạng, chuyển cọc xong họ chặn luôn không giao',
];

describe('a receipt sent in the middle of a report', () => {
  it('is taken without waiting for its words', async () => {
    const { phone, asked } = open(RECEIPT);
    await say(phone, ...BEGINNING);
    const said = await say(phone, { sends: ['bien-lai.jpg'] });
    expect(said).toContain('Đã nhận 1 ảnh');
    expect(said).not.toContain('Biên lai ghi');
    expect(asked).toHaveLength(1);
  });

  it('is offered to confirm with the next turn, and fills what is open', async () => {
    const { phone, finish } = open(RECEIPT);
    await say(phone, ...BEGINNING, { sends: ['bien-lai.jpg'] });
    finish();
    const offered = await say(phone, 'không nhớ');
    expect(offered).toContain(
      'Biên lai ghi 15.000.000đ tới tài khoản 0123456789012 – MB – NGUYEN VAN TUAN, 20:45 ngày 20/11/2026',
    );
    expect(offered).toContain('đúng không?');
    await say(phone, 'đúng', 'zalo');
    const summary = await say(phone, 'gửi luôn', 'nhắn tin tại đây');
    expect(summary).toContain('Số tiền đã mất: 15.000.000đ');
    expect(summary).toContain('0123456789012 – MB – NGUYEN VAN TUAN');
    await say(phone, 'gửi');
    const [report] = [...phone.caseFile.reports.values()];
    expect(report?.indicators).toMatchObject([{ kind: 'account', value: '970422:0123456789012' }]);
    expect(report?.answers.find(({ question }) => question === 'what')?.text).toContain(
      'Biên lai: 15.000.000đ',
    );
    // the resident's own answer stays
    expect(report?.answers.find(({ question }) => question === 'when')?.text).toBe('Không nhớ');
  });

  it('shows that money which was demanded was paid', async () => {
    const { phone, finish } = open(RECEIPT);
    const told = 'có người nhắn tin nói tôi trúng thưởng xe máy, bảo tôi chuyển 15 triệu tiền phí';
    const understood = await say(phone, OPENS, 'đồng ý', 'Bị lừa mất tiền', told);
    expect(understood).toContain('Chưa rõ đã mất (bị đòi 15.000.000đ)');
    await say(phone, { sends: ['bien-lai.jpg'] });
    finish();
    await say(phone, 'hôm qua', 'đúng', 'zalo', 'gửi luôn');
    expect(await say(phone, 'nhắn tin tại đây')).toContain('Số tiền đã mất: 15.000.000đ');
  });

  it('counts for nothing when the resident says that it was read wrongly', async () => {
    const { phone, finish } = open(RECEIPT);
    await say(phone, ...BEGINNING, { sends: ['bien-lai.jpg'] });
    finish();
    await say(phone, 'hôm qua');
    expect(await say(phone, { tap: 'Không đúng' })).toContain('Ảnh vẫn được giữ làm chứng cứ');
    await say(phone, 'zalo', 'gửi luôn', 'nhắn tin tại đây', 'gửi');
    const [report] = [...phone.caseFile.reports.values()];
    expect(report?.indicators).toEqual([]);
    expect(report?.evidence).toHaveLength(1);
    expect(JSON.stringify(report?.answers)).not.toContain('15.000.000');
  });

  it.each([
    ['ghi nhầm, hôm kia mới đúng', 'Đã sửa “Thời gian”: ngày 20/11/2026 (trước ghi: ngày 21/11/2026)'],
    ['hôm kia chứ không phải hôm qua', 'Đã sửa “Thời gian”: ngày 20/11/2026'],
    ['sửa thời gian', 'Sửa “Thời gian”'],
    ['nhầm rồi, 2 triệu thôi', 'Đã sửa “Số tiền đã mất”: 2.000.000đ (trước ghi: 3.000.000đ)'],
  ])('leaves what was told open to be put right: "%s"', async (says, answer) => {
    const { phone, finish } = open(RECEIPT);
    await say(phone, ...BEGINNING.slice(0, -1), 'mua máy lọc nước trên mạng, cọc 3 triệu xong họ chặn luôn');
    await say(phone, { sends: ['bien-lai.jpg'] });
    finish();
    expect(await say(phone, 'hôm qua')).toContain('Biên lai ghi');
    const said = await say(phone, says);
    expect(said).toContain(answer);
    expect(said.includes('Biên lai ghi') || (await say(phone, 'hôm kia')).includes('Biên lai ghi')).toBe(
      true,
    );
  });

  it.each(['sai rồi', 'không phải', 'sai rồi, ảnh này của người khác gửi cho tôi xem'])(
    'is what "%s" is said of, and nothing else',
    async (says) => {
      const { phone, finish } = open(RECEIPT);
      await say(phone, ...BEGINNING, { sends: ['bien-lai.jpg'] });
      finish();
      await say(phone, 'hôm qua');
      const said = await say(phone, says);
      expect(said).toContain('Ảnh vẫn được giữ làm chứng cứ');
      expect(said).not.toContain('Bạn muốn sửa');
    },
  );

  it('is asked about once, also by "bỏ qua" and when the same picture comes again', async () => {
    const { phone, finish } = open(RECEIPT);
    await say(phone, ...BEGINNING, { sends: ['bien-lai.jpg'] });
    finish();
    await say(phone, 'hôm qua');
    expect(await say(phone, 'bỏ qua')).not.toContain('Biên lai ghi');
    expect(await say(phone, 'zalo')).not.toContain('Biên lai ghi');
  });

  it('that says nothing new is not asked about', async () => {
    const { phone, finish } = open(RECEIPT);
    await say(phone, ...BEGINNING, 'hôm qua', 'zalo', '15 triệu', 'stk 0123456789012 mb nguyen van tuan');
    await say(phone, { sends: ['bien-lai.jpg'] });
    finish();
    expect(await say(phone, 'không nhớ')).not.toContain('Biên lai ghi');
  });

  it('waits behind a question asked meanwhile, "quay lại" and "để sau", and is offered again', async () => {
    const { phone, finish } = open(RECEIPT);
    await say(phone, ...BEGINNING, { sends: ['bien-lai.jpg'] });
    finish();
    await say(phone, 'hôm qua');
    expect(await say(phone, 'để sau')).toContain('7 ngày');
    expect(await say(phone, 'viết tiếp')).toContain('Biên lai ghi');
  });

  it('read only while the summary is looked at is offered once before sending', async () => {
    const { phone, finish } = open(RECEIPT);
    await say(phone, ...BEGINNING, 'hôm qua', 'zalo', 'gửi luôn', 'nhắn tin tại đây');
    await say(phone, { sends: ['bien-lai.jpg'] });
    finish();
    expect(await say(phone, 'gửi')).toMatch(/Biên lai ghi 15\.000\.000đ.*đúng không\?/s);
    expect(phone.caseFile.reports.size).toBe(0);
    expect(await say(phone, 'đúng')).toMatch(/Bạn xem lại.*Số tiền đã mất: 15\.000\.000đ/s);
    expect(await say(phone, 'gửi')).toContain('Mã hồ sơ');
    const [report] = [...phone.caseFile.reports.values()];
    expect(report?.indicators).toMatchObject([{ kind: 'account', value: '970422:0123456789012' }]);
  });

  it('is offered to whoever is in haste at the end, and holds nobody up twice', async () => {
    const { phone, finish } = open(RECEIPT);
    await say(phone, ...BEGINNING, { sends: ['bien-lai.jpg'] }, 'gửi luôn', 'hôm qua', 'zalo');
    finish();
    expect(await say(phone, 'nhắn tin tại đây')).toContain('Biên lai ghi');
    expect(await say(phone, { tap: 'Không đúng' })).toContain('Bạn xem lại');
    expect(await say(phone, 'gửi')).toContain('Mã hồ sơ');
  });

  it('not read by the time of sending holds nobody up', async () => {
    const { phone } = open(RECEIPT);
    await say(phone, ...BEGINNING, { sends: ['bien-lai.jpg'] }, 'hôm qua', 'zalo', 'gửi luôn');
    await say(phone, 'nhắn tin tại đây');
    expect(await say(phone, 'gửi')).toContain('Mã hồ sơ');
  });

  it('adds a new account to the one that was told', async () => {
    const { phone, finish } = open(RECEIPT);
    await say(phone, ...BEGINNING, 'hôm qua', 'zalo', '15 triệu', 'stk 99887766 acb');
    await say(phone, { sends: ['bien-lai.jpg'] });
    finish();
    await say(phone, 'không nhớ', 'đúng');
    const summary = await say(phone, 'gửi luôn', 'nhắn tin tại đây');
    expect(summary).toContain('99887766');
    expect(summary).toContain('0123456789012');
  });
});

describe('a screenshot', () => {
  it('offers the telephone numbers and links that stand in it', async () => {
    const { phone, finish } = open('Zalo 0912 345 678\nvay-nhanh247.top/dk');
    await say(phone, ...BEGINNING, { sends: ['chat.jpg'] });
    finish();
    expect(await say(phone, 'hôm qua')).toContain('số 0912 345 678; vay-nhanh247.top/dk');
    await say(phone, 'phải', 'zalo', 'gửi luôn', 'nhắn tin tại đây', 'gửi');
    const [report] = [...phone.caseFile.reports.values()];
    expect(report?.indicators.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['phone', 'link']));
  });

  it('without words is never mentioned', async () => {
    const { phone, finish } = open(null);
    await say(phone, ...BEGINNING, { sends: ['anh.jpg'] });
    finish();
    expect(await say(phone, 'hôm qua')).not.toContain('Trong ảnh');
  });
});

describe('a picture added to a report that was sent', () => {
  const SENDS = ['hôm qua', 'zalo', 'gửi luôn', 'nhắn tin tại đây', 'gửi'];
  const ADDS: readonly Does[] = ['xem hồ sơ', 'gửi thêm', { sends: ['them.jpg'] }];

  it('is read for the officers, and the resident is not asked about it', async () => {
    const { phone, asked, finish } = open(RECEIPT);
    await say(phone, ...BEGINNING, ...SENDS, ...ADDS);
    expect(asked).toHaveLength(1);
    finish();
    expect(await say(phone, 'đây là biên lai tôi tìm thấy')).not.toContain('Biên lai ghi');
    const [report] = [...phone.caseFile.reports.values()];
    expect(report?.indicators).toEqual([]);
  });

  it('is not read once the resident spoke of intimate pictures', async () => {
    const { phone, asked } = open(RECEIPT);
    await say(phone, ...BEGINNING, ...SENDS, 'xem hồ sơ', 'gửi thêm', 'họ còn giữ ảnh nhạy cảm của tôi nữa');
    await say(phone, { sends: ['them.jpg'] });
    expect(asked).toEqual([]);
  });
});

describe('pictures that no machine may read', () => {
  it.each([
    ['of a child in danger', 'có người dụ dỗ cháu bé nhà tôi trên mạng nhiều ngày nay'],
    ['used to shame somebody', 'họ bôi nhọ tôi khắp nơi trên mạng nhiều ngày nay không dừng'],
  ])('are those %s', async (_what, story) => {
    const { phone, asked } = open(RECEIPT);
    await say(phone, OPENS, 'đồng ý', story, 'đúng', { sends: ['anh.jpg'] });
    expect(
      phone
        .screen()
        .map(({ text }) => text)
        .join(),
    ).toMatch(/\(\d\/\d+\)|tôi hiểu/);
    expect(asked).toEqual([]);
  });

  it('are those of any report that speaks of intimate pictures', async () => {
    const { phone, asked } = open(RECEIPT);
    await say(phone, ...BEGINNING.slice(0, 3), 'họ lấy ảnh nhạy cảm của tôi rồi bắt nộp tiền mấy lần liền');
    await say(phone, { sends: ['anh.jpg'] }, 'hôm qua');
    expect(asked).toEqual([]);
  });

  it('are all before the resident agreed to anything', async () => {
    const { phone, asked } = open(RECEIPT);
    await say(phone, OPENS, { sends: ['anh.jpg'] });
    expect(asked).toEqual([]);
    await say(phone, 'đồng ý');
    expect(asked).toEqual([]);
    await say(phone, 'Bị lừa mất tiền');
    expect(asked).toHaveLength(1);
  });
});

import { parse } from 'yaml';
import { articleSchema } from '../../knowledge/article.ts';
import type { Article } from '../../knowledge/article.ts';
import type { Content } from '../../knowledge/content.ts';
import { holdWeights } from '../../knowledge/purpose/purpose-weights.ts';

const FACTS_ROW = {
  confidence: 'A',
  lastVerifiedAt: '2026-11-22',
  verifiedBy: 'Cán bộ',
  source: 'Văn bản',
} as const;

/** An article that is complete, with only what a test is about given. */
export const articleOf = (given: Partial<Article> & { slug: string }): Article =>
  articleSchema.parse({
    group: 'lua-dao',
    title: `Bài về ${given.slug}`,
    shortAnswer: 'Dừng lại, không chuyển thêm đồng nào. Gọi {{hotline:113}} nếu bị đe dọa.',
    steps: ['Dừng ngay, không chuyển thêm tiền.', 'Gọi {{bank:bidv}} để khóa tài khoản.'],
    signs: ['Giục chuyển tiền gấp.'],
    trick: null,
    sources: [{ title: 'Báo Nhân Dân – cảnh báo', date: '2026-05-01' }],
    reviewedAt: '2026-11-22',
    reviewBy: '2027-05-22',
    related: [],
    nextActions: [{ kind: 'human' }],
    phrasings: ['một hai ba', 'hai ba bốn', 'ba bốn năm', 'bon nam sau', 'nam sau bay', 'sau bay tam'],
    ...given,
  });

const shipper = articleOf({
  slug: 'lua-dao-shipper',
  title: 'Giả shipper',
  phrasings: [
    'shipper gọi bảo chuyển tiền đơn hàng lạ',
    'nguoi giao hang bat chuyen khoan truoc',
    'không đặt hàng mà shipper đòi tiền',
    'shipper bảo hủy hội viên',
    'don hang la goi dien doi tien',
    'shipper giả gọi điện lừa tiền',
  ],
});

const zalo = articleOf({
  slug: 'tai-khoan-zalo-bi-chiem',
  group: 'thiet-bi',
  title: 'Zalo bị chiếm',
  phrasings: [
    'zalo của tôi bị chiếm mất rồi',
    'mat zalo khong vao duoc',
    'zalo bị hack nhắn mượn tiền bạn bè', // "hack" is the residents' own word
    'lấy lại zalo bị mất',
    'zalo bi nguoi khac dang nhap',
    'zalo tự nhiên văng ra',
  ],
});

const urgent = articleOf({
  slug: 'sos-vua-chuyen-tien',
  group: 'sos',
  title: 'Vừa chuyển tiền cho kẻ lừa đảo',
  phrasings: [
    'vừa chuyển tiền cho kẻ lừa đảo',
    'moi bi lua chuyen khoan xong',
    'lỡ chuyển khoản cho bọn lừa đảo',
    'vừa bị lừa hết tiền',
    'chuyen tien roi no chan',
    'bị lừa chuyển khoản phải làm sao',
  ],
});

const RULES = parse(`
classes: {}
safety: { rules: [{ id: sent, to: sos-vua-chuyen-tien, all: [vừa chuyển tiền], none: [], givesWay: easily }] }
misuse: { rules: [{ id: abuse, to: chui-boi, all: [bot ngu], none: [], givesWay: seldom }] }
wishes: { rules: [{ id: person, to: human, all: [gặp cán bộ], none: [], givesWay: seldom }] }
tones: { rules: [{ id: scam, to: scam, all: [gọi | lừa | chuyển], none: [], givesWay: seldom }] }
`) as Omit<Content['routing'], 'intents'>;

/** A knowledge base of three articles, one wish, one matter of another office and one refusal. */
export const smallContent = (): Content => ({
  topics: [shipper, zalo, urgent].map(({ slug, group, title }) => ({ slug, group, title })),
  articles: [shipper, zalo, urgent],
  facts: {
    hotlines: [
      { ...FACTS_ROW, id: '113', number: '113', name: 'Công an', useWhen: 'bị đe dọa' },
      { ...FACTS_ROW, confidence: 'C', id: 'a05', number: '069', name: 'A05', useWhen: 'chưa xác nhận' },
    ],
    banks: [
      { ...FACTS_ROW, id: 'bidv', name: 'BIDV', aliases: [], number: '1900 9247', lockHint: null },
      {
        ...FACTS_ROW,
        confidence: 'C',
        id: 'sacombank',
        name: 'Sacombank',
        aliases: [],
        number: '1800',
        lockHint: null,
      },
    ],
    agencies: [
      { ...FACTS_ROW, id: 'cong-an-xa', name: 'Công an xã', shortName: 'CAX', role: 'tiếp nhận tin' },
    ],
    sites: [
      {
        ...FACTS_ROW,
        id: 'vneid',
        name: 'VNeID',
        address: 'vneid.gov.vn',
        useFor: 'phản ánh',
        official: true,
      },
    ],
    laws: [
      {
        ...FACTS_ROW,
        id: 'blhs-174',
        name: 'Điều 174 Bộ luật Hình sự',
        summary: 'lừa đảo',
        validFrom: '2018-01-01',
        validTo: null,
      },
      {
        ...FACTS_ROW,
        confidence: 'C',
        id: 'blhs-290',
        name: 'Điều 290',
        summary: 'mạng',
        validFrom: '2018-01-01',
        validTo: null,
      },
      {
        ...FACTS_ROW,
        id: 'nd-cu',
        name: 'Nghị định cũ',
        summary: 'hết hiệu lực',
        validFrom: '2018-01-01',
        validTo: '2026-06-30',
      },
    ],
    fines: [
      { ...FACTS_ROW, id: 'da-duyet', law: 'blhs-174', text: 'phạt tiền theo mức đã duyệt', reviewed: true },
      { ...FACTS_ROW, id: 'chua-duyet', law: 'blhs-174', text: '10 triệu đồng', reviewed: false },
    ],
  },
  outOfScope: [
    {
      id: 'khai-sinh',
      title: 'Khai sinh',
      text: 'Khai sinh do bộ phận hộ tịch của xã giải quyết.',
      phrasings: ['làm giấy khai sinh cho con', 'lam khai sinh o dau', 'đăng ký khai sinh'],
    },
  ],
  refusals: [
    {
      id: 'chui-boi',
      title: 'Chửi bới',
      text: 'Tôi hiểu bạn đang bực. Bạn cứ nói điều đang lo.',
      phrasings: ['bot ngu quá', 'đồ vô dụng', 'con bot rác rưởi'],
    },
  ],
  language: { abbreviations: [{ from: ['ck'], to: 'chuyển khoản' }], dialect: [], synonyms: {}, names: [] },
  routing: {
    ...RULES,
    intents: [
      {
        route: 'report',
        phrasings: [
          'tôi muốn trình báo',
          'muon bao cong an',
          'tố giác tội phạm',
          'gửi tin báo',
          'trình báo giúp tôi',
        ],
      },
    ],
  },
  purpose: holdWeights({
    fittedAt: '2026-11-22',
    calm: ['lua-dao-shipper'],
    urgent: ['sos-vua-chuyen-tien'],
    bias: [0, -20],
    weights: {},
  }),
  calibration: {
    method: 'for tests',
    fittedAt: '2026-11-22',
    terms: {
      bias: -3,
      nearest: 4,
      nearestLead: 2,
      lead: 2,
      density: 1,
      known: 1,
      unknownShare: -1,
      logWords: 0.3,
      boundary: 0,
    },
    thresholds: {
      assert: 0.65,
      suggest: 0.2,
      urgent: 0.3,
      pressing: 0.2,
      urgency: { calm: 0.01, likely: 0.5, sure: 0.9, prepared: 0.94, amid: 0.97, otherLeader: 0.7 },
      wish: { unlikely: 0.02, likely: 0.6, sure: 0.9, otherLeader: 0.8 },
      refusal: 0.6,
      refusalDoubt: 0.2,
      smallTalk: 0.9,
      intent: 0.4,
      sureIntent: 0.7,
      boundary: 0.35,
      sureBoundary: 0.55,
      besideBoundary: 0.3,
      unclear: 0.18,
      overrule: {
        seldom: [{ probability: 0.7, share: 0.5 }],
        easily: [{ probability: 0.5, share: 0.6 }],
        refusal: [{ probability: 0.9, share: 0.3 }],
      },
    },
  },
});

import type { Decision, Route } from '../../knowledge/decision.ts';
import { foldedWords } from '../../dialogs/prompts/folded-words.ts';

type Rule = readonly [words: RegExp, route: Route, slug?: string | null, candidates?: readonly string[]];

/** What the answer chain would decide, in the few matters of these tables; its own tests judge how well it does. */
const RULES: readonly Rule[] = [
  [/khong muon song|muon chet|tu tu/, 'sos', 'sos-khung-hoang-muon-tu-tu'],
  [/bat coc|mat lien lac/, 'sos', 'sos-bat-coc-online'],
  [/clip nong|anh nong|tong tien/, 'sos', 'sos-tong-tien-anh-nong'],
  [/(?:con|chau) .*(?:gui anh|du do)/, 'sos', 'sos-tre-em-bi-xam-hai-du-do'],
  [/(?:doc|dua|cho no|lo) .*otp/, 'sos', 'sos-lo-otp-thong-tin-the'],
  [/cai (?:app|ung dung) .*(?:la|dieu khien|chiem)/, 'sos', 'sos-cai-app-la-bi-chiem-may'],
  [/mat song|(?:cuop|doi|mat) sim|sim .*chiem/, 'answer', 'sim-bi-chiem-mat-song', ['sim-bi-chiem-mat-song']],
  [/vua (?:chuyen|ck)/, 'sos', 'sos-vua-chuyen-tien'],
  [
    /otp la (?:gi|j)/,
    'answer',
    'ma-otp-la-gi',
    ['ma-otp-la-gi', 'sos-lo-otp-thong-tin-the', 'lua-dao-otp-telegram', 'mat-khau-an-toan'],
  ],
  [/bao lau (?:thi )?co ket qua/, 'answer', 'thoi-han-ket-qua', ['thoi-han-ket-qua', 'trinh-bao-o-dau']],
  [/wifi/, 'answer', 'wifi-cong-cong', ['wifi-cong-cong', 'nhan-biet-link-la', 'ma-otp-la-gi']],
  [
    /dien thoai bi sao/,
    'suggest',
    null,
    ['go-ung-dung-theo-doi', 'sim-bi-chiem-mat-song', 'camera-bi-xam-nhap'],
  ],
  [/(?:muon|can) (?:bao|to cao|to giac|trinh bao|phan anh)/, 'report'],
  [/^theo doi$|(?:xem|tra cuu) (?:ho so|tin)|ho so .*den dau/, 'track'],
  [/kiem tra (?:so|link|tai khoan)|so nay co lua/, 'check'],
  [/du lieu cua toi|xoa du lieu/, 'privacy'],
  [/cho toi noi chuyen voi can bo truc/, 'human'],
  [/gia vang|khai sinh/, 'out_of_scope'],
  [/do ngu|cho ma nguon/, 'refuse'],
];

/** Decides by the first rule that fits; whatever fits none is unknown. */
export function decideByRules(text: string): Promise<Decision> {
  const folded = foldedWords(text);
  const rule = RULES.find(([words]) => words.test(folded));
  const [, route, slug, candidates] = rule ?? [null, 'unknown' as const];
  return Promise.resolve({
    route,
    slug: slug ?? null,
    candidates: (candidates ?? []).map((candidate, index) => ({ slug: candidate, score: 0.9 - index / 10 })),
    ...(route === 'out_of_scope' && { officeText: 'Việc hộ tịch thuộc UBND xã.' }),
    ...(route === 'refuse' && { officeText: 'Trợ lý không làm việc này.' }),
    trace: [],
    kbVersion: 'test',
  });
}

import type { Token } from './tokens.ts';
import { typedAs } from './tokens.ts';

/** What an amount is counted in. `value` in the unit of its currency. */
export interface MoneyUnit {
  readonly value: number;
  readonly currency: 'VND' | 'USD';
  /** Index of the first token after it. */
  readonly next: number;
}

interface UnitWord {
  readonly value: number;
  readonly spellings: readonly string[];
  /** Only written close to the number ("500n"), because alone it is another word. */
  readonly attachedOnly?: true;
}

const unit = (value: number, ...spellings: readonly string[]): UnitWord => ({ value, spellings });

/** Folded word to unit. The spellings keep "tí", "ngân" and "tôi" apart from "tỷ", "ngàn" and "tỏi". */
const WORDS: Readonly<Record<string, UnitWord>> = {
  ty: unit(1e9, 'tỷ', 'tỹ', 'tỳ', 'tý'),
  ti: unit(1e9, 'tỉ'),
  tyd: unit(1e9, 'tỷđ'),
  trieu: unit(1e6, 'triệu', 'triêu', 'triẹu', 'trịêu', 'trieụ'),
  triu: unit(1e6, 'trịu', 'triụ'),
  trie: unit(1e6, 'triệ'),
  tr: unit(1e6),
  trd: unit(1e6, 'trđ'),
  trvnd: unit(1e6, 'trvnđ'),
  cu: unit(1e6, 'củ'),
  chai: unit(1e6),
  lit: unit(1e5, 'lít'),
  xi: unit(1e5, 'xị'),
  nghin: unit(1e3, 'nghìn', 'nghin', 'ngìn'),
  ngin: unit(1e3, 'ngìn'),
  ngan: unit(1e3, 'ngàn', 'ngạn'),
  ng: unit(1e3),
  n: { ...unit(1e3), attachedOnly: true },
  k: unit(1e3),
  ka: unit(1e3),
  kd: unit(1e3, 'kđ'),
  kvnd: unit(1e3, 'kvnđ'),
  canh: unit(1e3, 'cành'),
  dong: unit(1, 'đồng', 'đông'),
  d: unit(1, 'đ'),
  vnd: unit(1, 'vnđ'),
  vn: { ...unit(1), attachedOnly: true },
};

const DOLLAR_WORDS = ['usd', 'usdt', 'do', 'dola', 'dollar', 'dollars'];

/** The unit at `index`, with a currency behind it ("triệu đồng") taken along; null when there is none. */
export function readMoneyUnit(tokens: readonly Token[], index: number): MoneyUnit | null {
  const token = tokens[index];
  if (token === undefined) return null;
  if (token.text === '₫') return { value: 1, currency: 'VND', next: index + 1 };
  if (token.text === '$') return { value: 1, currency: 'USD', next: index + 1 };
  if (token.kind !== 'word') return null;
  if (DOLLAR_WORDS.includes(token.text) && typedAs(token, 'đô', 'đôla')) {
    const next =
      isWordAt(tokens, index + 1, 'la') || isWordAt(tokens, index + 1, 'my') ? index + 2 : index + 1;
    return { value: 1, currency: 'USD', next };
  }
  const word = Object.hasOwn(WORDS, token.text) ? WORDS[token.text] : undefined;
  if (word === undefined || !typedAs(token, ...word.spellings)) return null;
  if (word.attachedOnly === true && !token.attached) return null;
  if (token.text === 'ngan' && isWordAt(tokens, index + 1, 'hang')) return null;
  if (word.value === 1) return { value: 1, currency: 'VND', next: afterVietNam(tokens, index + 1) };
  const scaled = scaledBy(tokens, index + 1, word.value);
  const dollars = word.value === 1e3 ? readMoneyUnit(tokens, index + 1) : null;
  if (dollars?.currency === 'USD') return { ...dollars, value: word.value };
  return { ...scaled, next: afterCurrency(tokens, scaled.next) };
}

/** "nghìn tỷ", "ngàn triệu". */
function scaledBy(tokens: readonly Token[], index: number, value: number): MoneyUnit {
  const following = tokens[index];
  const isBillion = value === 1e3 && following !== undefined && ['ty', 'ti'].includes(following.text);
  if (isBillion && typedAs(following, 'tỷ', 'tỉ')) return { value: 1e12, currency: 'VND', next: index + 1 };
  return { value, currency: 'VND', next: index };
}

/** Skips "đồng", "đ", "vnđ" after a unit; "đô" after millions is another matter and is left. */
function afterCurrency(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (token === undefined) return index;
  const isCurrency =
    token.text === '₫' || (['dong', 'd', 'vnd'].includes(token.text) && typedAs(token, 'đồng', 'đ', 'vnđ'));
  return isCurrency ? afterVietNam(tokens, index + 1) : index;
}

function afterVietNam(tokens: readonly Token[], index: number): number {
  return isWordAt(tokens, index, 'viet') && isWordAt(tokens, index + 1, 'nam') ? index + 2 : index;
}

function isWordAt(tokens: readonly Token[], index: number, word: string): boolean {
  return tokens[index]?.text === word;
}

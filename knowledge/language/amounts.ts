import { tokenOf } from './tokens.ts';
import type { Token } from './tokens.ts';

const GLUED = /^\d+(?:tr|k|tỷ|ty|tỉ|củ|cu|triệu|trieu|đ|vnd|vnđ|m)\d{0,3}$/;
const NUMBER =
  /^(?:\d{1,12}|một|mot|hai|ba|bốn|bon|tư|năm|nam|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin|mười|muoi|mươi|chục|chuc|trăm|tram|mấy|may|vài|vai|rưỡi|nửa)$/;
const UNIT =
  /^(?:triệu|trieu|tr|tỷ|tỉ|ty|ti|nghìn|nghin|ngàn|ngan|củ|cu|chai|lít|lit|xị|k|đồng|dong|vnđ|vnd|đ|tỏi|đô|usd)$/;

/** Units that are also ordinary words without diacritics, and so need a figure before them. */
const FIGURE_ONLY = /^(?:tr|ty|ti|cu|củ|chai|lít|lit|k|đ|dong|ngan|xị|tỏi|đô)$/;

/** Stands for any sum of money, so that "5 triệu" and "200k" are alike. */
export const AMOUNT: Token = tokenOf('sốtiền');

const lengthOfAmount = (tokens: readonly Token[], start: number): number => {
  if (GLUED.test(tokens[start]?.word ?? '')) return UNIT.test(tokens[start + 1]?.word ?? '') ? 2 : 1;
  let at = start;
  while (NUMBER.test(tokens[at]?.word ?? '') && at - start < 6) at += 1;
  const unit = tokens[at]?.word ?? '';
  if (at === start || !UNIT.test(unit)) return 0;
  if (FIGURE_ONLY.test(unit) && !/^\d/.test(tokens[at - 1]?.word ?? '')) return 0;
  at += 1;
  while (NUMBER.test(tokens[at]?.word ?? '') && UNIT.test(tokens[at + 1]?.word ?? '') && at - start < 8)
    at += 2;
  if (/^(?:\d|rưỡi|đồng|dong|vnd)/.test(tokens[at]?.word ?? '')) at += 1;
  return at - start;
};

/** The tokens with every sum of money replaced by `AMOUNT`. */
export const takeAmounts = (tokens: readonly Token[]): Token[] => {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const length = lengthOfAmount(tokens, at);
    const token = tokens[at];
    if (length > 0) out.push(AMOUNT);
    else if (token) out.push(token);
    at += Math.max(length, 1);
  }
  return out;
};

import { parse } from 'tldts';
import { fold, readable } from './fold.ts';
import type { Place } from './place.ts';

/** A web address in a message, however it was disguised. */
export interface FoundLink extends Place {
  /** Host in lower case (IDN as punycode) without `www.`, then the path without query; `example.com/path`. */
  readonly value: string;
  readonly host: string;
  /** As typed, with the dots put back. */
  readonly display: string;
}

const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}])?';
const DOT =
  '(?:\\.|\\s?\\[\\.\\]\\s?|\\s?\\(\\.\\)\\s?|\\s?\\{\\.\\}\\s?|\\s?\\[(?:dot|cham|chấm)\\]\\s?|\\s?\\((?:dot|cham|chấm)\\)\\s?|\\s(?:dot|chấm|cham)\\s)';
const LINK = new RegExp(
  `(?<![\\p{L}\\p{N}@._-])((?:h(?:tt|xx|\\*\\*)ps?\\s?(?::|\\[:\\])\\s?/{1,2}\\s?)?)(${LABEL}(?:${DOT}${LABEL}){1,6})(:\\d{2,5})?([/?#][^\\s<>"“”]{0,500})?`,
  'giu',
);

/** Endings under which an address may be typed bare. Others ("roi.la", "xong.me", "anh.zip") need a scheme, a path, a digit or a dash. */
const PLAIN_ENDINGS = new Set(
  'vn com net org info edu gov biz top xyz site online shop store club vip app cc tv live pro link click icu cyou buzz work fun space website tech asia mobi us uk cn ru sg hk tw jp kr eu monster sbs cfd bond lol win bet loan finance bank world today life one network cloud digital group center services agency support'.split(
    ' ',
  ),
);

/** Endings that are rather files, or Vietnamese words after a full stop. */
const FILE_ENDINGS = new Set(['zip', 'mov', 'app', 'py', 'sh', 'md', 'ps', 'cab', 'bat']);

/** Every web address, in order. Bare domains count; file names, e-mail addresses and words run together after a full stop do not. */
export function findLinks(text: string): FoundLink[] {
  const typed = readable(text);
  const found: FoundLink[] = [];
  for (const match of typed.matchAll(LINK)) {
    const link = toLink(match);
    if (link !== null) found.push(link);
  }
  return found;
}

function toLink(match: RegExpExecArray): FoundLink | null {
  const [whole, scheme = '', disguised = '', port = '', rawPath = ''] = match;
  const path = rawPath.replace(/[.,;:!?)\]}'’”…]+$/u, '');
  const hostText = disguised.replace(new RegExp(DOT, 'giu'), '.');
  const isExplicit = scheme !== '' || /^www\d?\./i.test(hostText) || path.length > 1;
  if (!isBelievable(hostText, isExplicit, disguised.length !== hostText.length)) return null;
  const url = toUrl(`http://${hostText}${port}${path}`);
  if (url === null) return null;
  const { isIcann, isIp } = parse(url.hostname);
  if (isIcann !== true && !(isIp === true && scheme !== '')) return null;
  const host = url.hostname.replace(/^www\d?\./, '');
  const pathname = decodePath(url.pathname).replace(/\/+$/, '');
  const identity = /^\/profile\.php$/.test(pathname) ? (url.searchParams.get('id') ?? '') : '';
  return {
    value: host + (identity === '' ? pathname : `${pathname}?id=${identity}`),
    host,
    display: hostText + port + path,
    start: match.index,
    end: match.index + whole.length - (rawPath.length - path.length),
  };
}

function isBelievable(host: string, isExplicit: boolean, isDisguised: boolean): boolean {
  if (isExplicit || isDisguised) return true;
  const labels = host.split('.');
  const ending = labels.at(-1)?.toLowerCase() ?? '';
  const name = labels.at(-2) ?? '';
  if (fold(host) !== host.toLowerCase() || /^\d+$/.test(ending)) return false;
  const isOdd = labels
    .slice(0, -1)
    .some((label) => /[\d-]/.test(label) && /\p{L}/u.test(label) && label.length >= 4);
  if (FILE_ENDINGS.has(ending)) return ending === 'app' && (isOdd || labels.length > 2 || name.length > 6);
  return PLAIN_ENDINGS.has(ending) || isOdd;
}

function toUrl(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

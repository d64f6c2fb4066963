import { inflateSync } from 'node:zlib';

/** What a person gets out of a PDF of ours. */
export interface ReadPdf {
  /** The words as they are copied out of it, a line a drawn line. */
  readonly lines: readonly string[];
  /** The filled squares, as `row,column` counted from the topmost and leftmost one. */
  readonly squares: ReadonlySet<string>;
}

/** The objects of a PDF as pdfkit writes it: head and, where there is one, the unpacked stream. */
function objectsOf(bytes: Buffer): Map<string, { readonly head: string; readonly stream: string }> {
  const found = new Map<string, { head: string; stream: string }>();
  const text = bytes.toString('latin1');
  for (const object of text.matchAll(/(\d+) 0 obj\n([^]*?)\n(?:endobj|stream\n)/g)) {
    const [whole, id = '', head = ''] = object;
    const begin = object.index + whole.length;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const packed = bytes.subarray(begin, begin + length);
    const isPacked = whole.endsWith('stream\n') && head.includes('/FlateDecode');
    found.set(id, { head, stream: isPacked ? inflateSync(packed).toString('latin1') : '' });
  }
  return found;
}

const hexWords = (hex: string): string[] => hex.match(/.{4}/g) ?? [];
const fromHex = (hex: string): string =>
  String.fromCharCode(...hexWords(hex).map((one) => parseInt(one, 16)));

/** Glyph numbers to signs. */
function signsOf(toUnicode: string): Map<number, string> {
  const signs = new Map<number, string>();
  for (const [, from = '', list = ''] of toUnicode.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]+)\]/g)) {
    const codes = [...list.matchAll(/<([0-9a-f]+)>/g)].map(([, code = '']) => fromHex(code));
    codes.forEach((sign, index) => signs.set(parseInt(from, 16) + index, sign));
  }
  return signs;
}

/** Reads the text and the squares of a one-page PDF that pdfkit wrote with embedded fonts. */
export function readPdf(bytes: Buffer): ReadPdf {
  const objects = objectsOf(bytes);
  const heads = [...objects.values()].map(({ head }) => head);
  const fonts = new Map<string, Map<number, string>>();
  const resources = heads.find((head) => head.includes('/Font <<')) ?? '';
  for (const [, name = '', id = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? '';
    fonts.set(name, signsOf(objects.get(map)?.stream ?? ''));
  }
  const contents = /\/Contents (\d+) 0 R/.exec(heads.find((head) => head.includes('/Contents')) ?? '')?.[1];
  const page = objects.get(contents ?? '')?.stream ?? '';
  const lines = [...page.matchAll(/\/(F\d+) [\d.]+ Tf\n\[([^\]]*)\] TJ/g)].map(([, font = '', shown = '']) =>
    [...shown.matchAll(/<([0-9a-f]+)>/g)]
      .flatMap(([, hex = '']) => hexWords(hex))
      .map((glyph) => fonts.get(font)?.get(parseInt(glyph, 16)) ?? '�')
      .join(''),
  );
  const places = [...page.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) [\d.]+ re$/gm)].map((place) =>
    place.slice(1).map(Number),
  );
  const left = Math.min(...places.map(([x = 0]) => x));
  const top = Math.min(...places.map(([, y = 0]) => y));
  const squares = places.map(
    ([x = 0, y = 0, side = 1]) => `${Math.round((y - top) / side)},${Math.round((x - left) / side)}`,
  );
  return { lines, squares: new Set(squares) };
}

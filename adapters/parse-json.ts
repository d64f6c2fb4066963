/** No platform nests its events deeper than ten levels. What calls itself for each level (JSON.stringify) has a stack to lose. */
const MAX_LEVELS = 64;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** The value that the bytes of a webhook or of an answer stand for; null when they are no JSON, or JSON nested deeper than 64 levels. */
export function parseJson(rawBody: Buffer): unknown {
  if (isTooDeep(rawBody)) return null;
  try {
    return JSON.parse(rawBody.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

function isTooDeep(bytes: Buffer): boolean {
  let levels = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (inText && byte === BACKSLASH) at += 1;
    else if (byte === QUOTE) inText = !inText;
    else if (!inText && OPENING.has(byte)) levels += 1;
    else if (!inText && CLOSING.has(byte)) levels -= 1;
    if (levels > MAX_LEVELS) return true;
  }
  return false;
}

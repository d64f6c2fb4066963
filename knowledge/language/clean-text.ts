/** Longest text that is looked at: what a person asks is at its beginning, and the cost of a turn stays bounded. */
const MAX_CHARS = 2_000;

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]+/gu;
const PICTURES = /[\p{Extended_Pictographic}\p{So}\p{Sk}\u{1F1E6}-\u{1F1FF}\u{FE0F}]+/gu;
/** Rows of any sign: looking for so many vowels at every place takes far longer than asking what the few rows are of. */
const STRETCHED = /(.)\1{2,}/g;
const VOWELS = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ';
/** A single space is as it should be and not written anew. */
const SPACES = /\s{2,}|[^\S ]/g;

/** Anything beyond printable ASCII and Latin letters with diacritics. */
const UNUSUAL = /[^\u0020-\u007e\u00c0-\u024f\u1ea0-\u1ef9]/;

const withoutUnusual = (text: string): string =>
  text
    .replace(/\u200b|\u200c|\u200d|\ufeff|\u00ad/g, '')
    .replace(INVISIBLE, ' ')
    .replace(PICTURES, ' ')
    .normalize('NFC');

/**
 * A message as the rest of the chain reads it: NFC, lower case, one line, without control characters and pictures,
 * vowels that were held down (`ơiiii`) once. Digits and punctuation stay.
 */
export const cleanText = (message: string): string => {
  const text = message.slice(0, MAX_CHARS).normalize('NFC').toLowerCase();
  const usual = UNUSUAL.test(text) ? withoutUnusual(text) : text;
  return usual
    .replace(STRETCHED, (row: string, sign: string) => (VOWELS.includes(sign) ? sign : row))
    .replace(SPACES, ' ')
    .trim();
};

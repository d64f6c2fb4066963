/** The five tone marks as combining characters, in the order of their digits: huyền, sắc, ngã, hỏi, nặng. */
const TONE_MARKS = '\u0300\u0301\u0303\u0309\u0323';
const NGA_DIGIT = 3;
const ASCII_LIMIT = 0x80;

type Letter = { plain: string; toneless: string; tone: string };

const decompose = (letter: string): Letter => {
  let toneless = '';
  let tone = '';
  for (const mark of letter.normalize('NFD')) {
    const digit = TONE_MARKS.indexOf(mark) + 1;
    if (digit === 0) toneless += mark;
    else tone = String(digit === NGA_DIGIT + 1 ? NGA_DIGIT : digit);
  }
  const plain = toneless.replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  return { plain, toneless: toneless.normalize('NFC'), tone };
};

/** All letters that Vietnamese adds to ASCII, taken apart once: decomposing each word anew took half of the build. */
const LETTERS: ReadonlyMap<string, Letter> = new Map(
  Array.from(
    'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ',
    (letter): [string, Letter] => [letter, decompose(letter)],
  ),
);

const isAscii = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= ASCII_LIMIT) return false;
  return true;
};

const letterOf = (letter: string): Letter => LETTERS.get(letter) ?? decompose(letter);

/** The text without any diacritic: `được` → `duoc`. */
export const fold = (text: string): string => {
  if (isAscii(text)) return text;
  let folded = '';
  for (const letter of text) folded += letter.charCodeAt(0) < ASCII_LIMIT ? letter : letterOf(letter).plain;
  return folded;
};

/**
 * The word with its tone moved to the end as a digit, so that old and new placement are one form: `hoà`, `hòa` → `hoa1`.
 *
 * Ngã and hỏi share a digit: half of the country does not tell them apart when typing.
 */
export const toneLast = (word: string): string => {
  if (isAscii(word)) return word;
  let letters = '';
  let tone = '';
  for (const letter of word.normalize('NFC')) {
    if (letter.charCodeAt(0) < ASCII_LIMIT) letters += letter;
    else {
      const parts = letterOf(letter);
      letters += parts.toneless;
      if (parts.tone) tone = parts.tone;
    }
  }
  return letters + tone;
};

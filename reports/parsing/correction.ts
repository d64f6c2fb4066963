import { fold, readable } from './fold.ts';

/** Words by which somebody puts right what they said before. */
export interface Correction {
  /** Where the right value may stand, likeliest first; empty where none was said. */
  readonly right: readonly string[];
  /** What is said to be wrong, where it is named: "chứ không phải Zalo". */
  readonly wrong: string | null;
  /** Whether it is said to be a slip; "thật ra", "nhớ lại thì" may also go on with a story. */
  readonly isSure: boolean;
}

const OPENS =
  '(?:(?:a|u|ua|o|oi|da|vang|uh|um|ma|thoi|khoan|khong|xin loi|sorry|toi|em|minh|con|chau|bac|co|chu|anh|chi|hoi nay|luc nay|o tren|ban nay|vua roi|vua|moi|da|bi|co|hinh nhu|chac|la|thi|can bo|ad|oi|cho|nho|xin|muon|can|lam on|giup) )*';
const NOT = '(?:khong|ko|k|kg|hong|hem|dau|chang)';

/** "Ghi nhầm", "em nói lộn", "sai rồi"; of others' mistakes ("nó nói nhầm") nothing is to be put right. */
const SLIP = new RegExp(
  `^${OPENS}(?:(?:ghi|viet|go|nhap|noi|ke|khai|nho|dien|bam|bao) (?:nham|lon|sai|thieu)|nham|sai)(?: (?:roi|mat|het|chut|xiu|ti|a|nha|nhe|do|day|o|cho|la))*(?= |$)`,
);
/** "Sửa số tiền 22 triệu", "đổi lại giúp em". */
const WISH = new RegExp(
  `^${OPENS}(?:chinh sua|dinh chinh|cap nhat|sua|chinh|doi|thay)(?: (?:lai|giup|gium|dum|ho|cho|toi|em|minh|thanh|la))*(?= |$)`,
);
/** "Đúng ra là", "nhớ lại thì". */
const RATHER = new RegExp(
  `^${OPENS}(?:dung ra|dung la|that ra|thuc ra|noi dung hon|(?:nho|xem|kiem tra|coi|dem|tinh) lai)(?: (?:thi|la|phai|moi))*(?= |$)`,
);
/** "Stk đúng là", "số tiền phải là", "5 triệu mới đúng". */
const IS_RIGHT = /^(.+) (?:moi (?:dung|phai|chinh xac)|la dung)(?: (?:a|nha|nhe|do|day))*$/;
const RIGHT_IS = /^(.+?) (?:dung ra|dung|phai) la (.+)$/;

/** "Số tiền sai rồi". */
const IS_WRONG =
  /^(?!no |ho |chung |thang |ben |shop )((?:\S+ ){1,5})(?:bi )?(?:sai|nham)(?: (?:roi|mat|het|a|nha|nhe|do|day))*$/;

const CONTRAST = new RegExp(`^(.+?)[, ]+chu ${NOT}(?: phai| co)?(?: la)? (.+)$`);
const DENIAL = new RegExp(
  `^${OPENS}${NOT.replace('dau', 'dau co')} phai(?: la)? (.+?)(?:,? ma(?: phai)?(?: la)? |, (?:phai la |la )?)(.+)$`,
);

/** A comma or full stop inside a number parts nothing. */
const PARTS = /[;\n]|[,.!](?!\d)/g;

interface Span {
  readonly start: number;
  readonly end: number;
}

const spansOf = (folded: string): Span[] => {
  const spans: Span[] = [];
  let start = 0;
  for (const { index } of folded.matchAll(PARTS)) {
    spans.push({ start, end: index });
    start = index + 1;
  }
  return [...spans, { start, end: folded.length }].filter(
    (span) => folded.slice(span.start, span.end).trim() !== '',
  );
};

/** What a message puts right, or null when nothing in its form says that it does. */
export function readCorrection(message: string): Correction | null {
  const text = readable(message).trim();
  const folded = fold(text).replace(/[^\S\n]/g, ' ');
  return readContrast(text, folded) ?? readSlip(text, folded);
}

/** Places in the folded text are those in the text. */
function readContrast(text: string, folded: string): Correction | null {
  const contrast = CONTRAST.exec(folded);
  if (contrast !== null) {
    const [, before = '', after = ''] = contrast;
    const right = text.slice(0, before.length);
    return correction([partsOf(right).at(-1), right], firstPart(text.slice(folded.length - after.length)));
  }
  const [whole, wrong, right] = DENIAL.exec(folded) ?? [];
  if (whole === undefined || wrong === undefined || right === undefined) return null;
  const rightAt = whole.length - right.length;
  const wrongAt = folded.slice(0, rightAt).lastIndexOf(wrong);
  return correction(
    [firstPart(text.slice(rightAt)), text.slice(rightAt)],
    text.slice(wrongAt, wrongAt + wrong.length),
  );
}

function readSlip(text: string, folded: string): Correction | null {
  const spans = spansOf(folded);
  for (const [index, { start, end }] of spans.entries()) {
    const said = text.slice(start, end).trim();
    const bare = folded.slice(start, end).trim();
    const slip = (SLIP.exec(bare) ?? WISH.exec(bare))?.[0];
    const marker = slip ?? RATHER.exec(bare)?.[0];
    if (marker !== undefined) {
      const following = text.slice(spans[index + 1]?.start ?? text.length);
      return correction(
        [following, said.slice(marker.length), text.slice(0, start)],
        null,
        slip !== undefined,
      );
    }
    const isWrong = IS_WRONG.exec(bare)?.[1];
    if (isWrong !== undefined) {
      const following = text.slice(spans[index + 1]?.start ?? text.length);
      return correction([following, said.slice(0, isWrong.length)], null, false);
    }
    const isRight = IS_RIGHT.exec(bare)?.[1];
    if (isRight !== undefined) return correction([said.slice(0, isRight.length)], null);
    const rightIs = RIGHT_IS.exec(bare)?.[2];
    if (rightIs !== undefined) return correction([said.slice(said.length - rightIs.length)], null, false);
  }
  return null;
}

/** The clauses of words, in their order; a comma inside a number parts nothing. */
export const partsOf = (text: string): string[] =>
  spansOf(fold(text)).map(({ start, end }) => text.slice(start, end).trim());
const firstPart = (text: string): string => partsOf(text)[0] ?? '';

function correction(right: readonly (string | undefined)[], wrong: string | null, isSure = true): Correction {
  const said = right.map((one) => one?.trim() ?? '').filter((one) => one !== '');
  return { right: [...new Set(said)], wrong, isSure };
}

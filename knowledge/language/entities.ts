/** What a message holds besides words. Values are as typed, cut to what the pattern took. */
export type Entities = {
  caseCodes: readonly string[];
  links: readonly string[];
  phones: readonly string[];
  accounts: readonly string[];
  /** True when nothing but entities, numbers and punctuation was sent. */
  bare: boolean;
};

/** Stands in a text for a phone number, an account or a link that was taken out. */
const INDICATOR = 'dấuvết';

const LINK =
  /\bhttps?:\/\/[^\s<>"']+|\bwww\.[^\s<>"']+|\b(?:[a-z0-9-]+\.)+(?:com|net|org|info|vn|top|xyz|vip|cc|io|me|co|site|online|shop|store|club|app|link|live|icu|cn|tk|ml|ga|gq|life|win|asia|click|fun|pro|biz|work|world|today|ly|gl|gg|gd|to|ws|us|uk|ru|jp|kr|sg|page|dev|sbs|cfd|bond|buzz|loan|money|bid|cam|rest|cyou|asia|mobi|tech|space|website|digital|finance|news|support|help|ink)(?:\/[^\s<>"']*)?(?![a-z0-9@])/gi;
/** `DL-20261118-0012`, `K7M4-QX9C` and the latter without its dash. */
const CASE_CODE =
  /(?<![\p{L}\p{N}./])(?:[a-z]{2,4}-?\d{6,8}-?\d{3,5}|[2-9a-z]{4}-[2-9a-z]{4}|(?=[a-z]*\d[a-z]+\d|\d+[a-z]+\d+[a-z])[2-9a-z]{8})(?![\p{L}\p{N}-]|\.[\p{L}\p{N}])/giu;
const PHONE =
  /(?<![\d.])(?:\+?84|0)(?:[ .-]?\d){8,10}(?![\d])|(?<![\d.])1[89]00(?:[ .-]?\d){4,6}(?!\d)|\+\d{5,14}\b/g;
const ACCOUNT = /(?<![\d.])\d(?:[ -]?\d){7,18}(?!\d|[.,]\d)/g;

/** Every entity has a figure or a dot inside; most messages have neither. */
const MAY_HOLD_ENTITIES = /\d|\S\.\S|:\/\//;
const NO_ENTITIES: Entities = { caseCodes: [], links: [], phones: [], accounts: [], bare: false };

/** A text with what was taken out replaced by words that articles know, and what was taken out. */
export const takeEntities = (text: string): { rest: string; entities: Entities } => {
  if (!MAY_HOLD_ENTITIES.test(text)) return { rest: text, entities: NO_ENTITIES };
  const found: Record<'links' | 'caseCodes' | 'phones' | 'accounts', string[]> = {
    links: [],
    caseCodes: [],
    phones: [],
    accounts: [],
  };
  const rest = text
    .replace(CASE_CODE, (match) => {
      if (!/\d/.test(match) || !/[a-z]/i.test(match)) return match;
      found.caseCodes.push(match);
      return ' mã hồ sơ ';
    })
    .replace(LINK, (match) => {
      found.links.push(match);
      return ` link ${INDICATOR} `;
    })
    .replace(PHONE, (match) => {
      found.phones.push(match);
      return ` số ${INDICATOR} `;
    })
    .replace(ACCOUNT, (match) => {
      found.accounts.push(match);
      return ` số tài khoản ${INDICATOR} `;
    });
  const words = rest.replace(/mã hồ sơ|số tài khoản|\blink\b|số|dấuvết/g, ' ');
  const anything = Object.values(found).some((list) => list.length > 0);
  return { rest, entities: { ...found, bare: anything && !/\p{L}/u.test(words) } };
};

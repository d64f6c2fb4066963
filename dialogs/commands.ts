import { nearlyEqual } from './prompts/near.ts';

/** What a resident may say at any point, besides answers. */
export type Command =
  | 'cancel'
  | 'back'
  | 'help'
  | 'menu'
  | 'leave'
  | 'human'
  | 'later'
  | 'wait'
  | 'skip'
  | 'correct'
  | 'resume'
  | 'hello'
  | 'who'
  | 'thanks';

const SPELLINGS: readonly (readonly [Command, string])[] = [
  [
    'cancel',
    'huy|huy bo|huy di|huy tin|huy bao tin|huy tin nay|thoi khong bao nua|khong bao nua|ko bao nua|dung lai|stop|cancel|thoi huy di|bo het|thoi',
  ],
  ['back', 'quay lai|quay ve|tro lai|lui lai|cau truoc|quay lai cau truoc|ve cau truoc|back|tro ve'],
  [
    'help',
    'tro giup|giup|help|huong dan|can giup|huong dan su dung|cach dung|tro ly lam duoc gi|ban lam duoc gi|ban giup duoc gi',
  ],
  [
    'menu',
    'menu|danh muc|trang chu|bat dau|start|get started|ve menu|mo menu|xem menu|lam lai tu dau|bat dau lai',
  ],
  ['leave', 'thoat|exit|ket thuc|quit|thoat ra'],
  [
    'human',
    'can bo|gap can bo|gap nguoi|gap nguoi that|nguoi that|gap cong an|noi chuyen voi can bo|noi chuyen voi nguoi that|nhan vien|gap nhan vien|tu van vien|toi muon gap can bo|cho toi gap can bo|cho gap can bo|nhan voi can bo|goi can bo',
  ],
  [
    'later',
    'de sau|lat nua|lat nua bao tiep|de lat nua|khi khac|de luc khac|mai bao tiep|bao tiep sau|luu lai|luu nhap|tam dung',
  ],
  ['skip', 'bo qua|bo qua cau nay|skip|qua cau khac|cau khac|bo cau nay|khong tra loi'],
  ['correct', 'sua|sua lai|sua tin|chinh sua|sua thong tin|sua cau tra loi|toi muon sua'],
  ['resume', 'tiep tuc|viet tiep|lam tiep|bao tiep|tiep|tiep tuc bao tin'],
  [
    'hello',
    'xin chao|chao|hello|hi|hey|alo|alo alo|a lo|chao ban|chao can bo|chao anh|chao chi|chao em|chao ad|ad oi|em oi|can bo oi|chao cong an|da chao can bo|chao buoi sang|chao buoi chieu|chao buoi toi|co ai khong|co ai do khong|alo can bo|alo can bo oi|a lo can bo oi|test',
  ],
  [
    'thanks',
    'cam on|cam on ban|cam on can bo|cam on nhieu|cam on anh|cam on chi|cam on em|thanks|thank you|tks|da cam on|ok cam on|cam on nhe',
  ],
];

const POLITE = /\b(?:da|a|nha|nhe|nhen|di|voi|oi|thoi nha|giup|giup toi|cho toi|em|anh|chi|ban)\b/g;

const LATER_TIME =
  '(?:lat nua|lat|mai|sang mai|ngay mai|toi nay|toi|chieu nay|chieu|bua khac|bua sau|hom khac|hom sau|luc khac|khi khac)';
const WHO = '(?: (?:roi|em|toi|minh|con|chau))*';
const DOES = '(?:bao|lam|viet|noi|ke|gui|tra loi|nhan)';
const AGAIN = '(?:tiep|sau|lai|not)';
/** "thôi để mai", "tối em báo tiếp", "hẹn hôm khác nhé": a later time with a word that puts off, and nothing else. */
const PUT_OFF = new RegExp(
  `^(?:thoi )?(?:(?:de|hen) ${LATER_TIME}${WHO}(?: (?:${DOES}|tinh))?(?: ${AGAIN})?|${LATER_TIME}${WHO} ${DOES} ${AGAIN})$|^thoi ${LATER_TIME}$`,
);

/** "Chị ơi", "cán bộ ơi cho hỏi": calls, and has not said what for. */
const CALLS_OUT =
  /^(?:da |alo )?(?:chi|anh|em|co|chu|bac|ban|ad|sep|ong|ba|can bo|cong an|may (?:anh|chu|chi))(?: \S+)? oi(?: (?:cho|em|con|chau|toi|minh|tui|hoi|voi|ti|chut|xiu|a))*$/;

/** "Em muốn hỏi chút": has not asked yet. */
const WANTS_TO_ASK =
  /^(?:da )?(?:(?:cho|toi|em|minh|con|chau|tui|bac|co|chu) ){0,3}(?:muon |xin |can )?hoi(?: (?:ti|chut|xiu|a|voi|cai|nay|mot|1|tham|viec|chuyen))*$/;

/** "Vâng ạ cảm ơn", "dạ em cảm ơn cán bộ nhiều ạ": thanks, and nothing else. */
const THANKS =
  /^(?:(?:da|vang|a|u|ok|oke|the|thoi|roi|xin|em|anh|chi|toi|minh|con|chau|bac|co|chu|tui) )*cam on(?: (?:a|da|ban|em|anh|chi|bac|co|chu|ad|cac|can bo|cong an|tro ly|nhieu|rat|lam|nhe|nha|nghe|roi|truoc|vi da|giup|do|toi|minh|con|chau))*$/;

/** "Bạn là ai", "có phải người thật không", "người hay máy vậy": asks who answers here, and nothing else. */
const ASKS_WHO = new RegExp(
  '^(?:da |a |cho (?:toi |em |minh )?hoi )*(?:' +
    '(?:ban|may|ad|ben (?:nay|do)|day|dau day|tro ly|ai|dang)(?: dang)? (?:la|tra loi|noi chuyen|nhan tin) (?:ai|gi|voi ai)(?: day)?' +
    '|(?:(?:ban|day|ad|ben nay|tro ly) )?(?:co phai |phai |la )+(?:nguoi(?: that)?|may|robot|bot|chatbot|tu dong|ai)' +
    '(?: (?:hay|hoac)(?: la)? (?:nguoi(?: that)?|may|robot|bot|tu dong))?(?: tra loi)?' +
    '|nguoi(?: that)? (?:hay|hoac)(?: la)? (?:may|robot|bot)' +
    '|(?:robot|bot|may) (?:hay|hoac)(?: la)? nguoi(?: that)?' +
    '|ai (?:day|do|dang tra loi)' +
    ')(?: (?:khong|ko|k|vay|the|a|ha|nhi|day|do|phai khong))*$',
);

const SHORT_WHILE = '(?:da|ti|chut|xiu|lat|teo|mot|1|nhe|nha|voi|cai)';
/** "khoan đã", "đợi em xíu", "để tôi hỏi vợ đã": a short while, and nothing else. */
const WAIT_A_BIT = new RegExp(
  `^(?:khoan|tu tu|(?:doi|cho)(?: (?:toi|em|minh|con|chau))?(?= ${SHORT_WHILE}))(?: ${SHORT_WHILE})*$|^(?:de|cho) (?:toi|em|minh|con|chau|anh|chi|bac)(?: (?!sau )\\S+){1,5} (?:da|chut|xiu|ti)$`,
);

const TABLE: ReadonlyMap<string, Command> = new Map(
  SPELLINGS.flatMap(([command, spellings]) =>
    spellings.split('|').map((spelling): [string, Command] => [spelling, command]),
  ),
);

/**
 * The command that folded words are, or null. Only whole messages count, so that a story with the word "hủy" in it stays
 * a story; one wrong key in a longer command is forgiven.
 */
export function readCommand(folded: string): Command | null {
  const said = withoutStart(folded);
  return said === folded ? commandOf(folded) : (commandOf(folded) ?? commandOf(said));
}

const START = /^(?:(?:a khong|a ma|thoi|ua|um|uh|u|a|oi|troi oi|vay|the) )+/;

/** "Thôi hủy", "ủa khoan đã", "à không viết tiếp": how a change of mind begins. */
const withoutStart = (folded: string): string => folded.replace(START, '');

function commandOf(folded: string): Command | null {
  const exact = TABLE.get(folded);
  if (exact !== undefined) return exact;
  if (WAIT_A_BIT.test(folded)) return 'wait';
  if (THANKS.test(folded)) return 'thanks';
  if (ASKS_WHO.test(folded)) return 'who';
  if (CALLS_OUT.test(folded) || WANTS_TO_ASK.test(folded)) return 'hello';
  if (folded.split(' ').length > 6) return null;
  const bare = folded.replace(POLITE, ' ').replace(/\s+/g, ' ').trim();
  const polite = TABLE.get(bare);
  if (polite !== undefined) return polite;
  if (PUT_OFF.test(folded) || PUT_OFF.test(bare)) return 'later';
  for (const [spelling, command] of TABLE)
    if (spelling.length >= 8 && nearlyEqual(folded, spelling, 1)) return command;
  return null;
}

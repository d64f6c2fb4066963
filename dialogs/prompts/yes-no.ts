import { foldedWords } from './folded-words.ts';

/** Words of politeness that carry no answer. */
const POLITE =
  /\b(?:da|a|ah|nha|nhe|nhen|nghen|hen|roi|r|do|day|em|anh|chi|bac|co chu|chu|ban|minh|toi|can bo|oi|thua|luon|di|thi|la|ma|hi|hihi|vay|a ban|voi|cam on|cam on ban)\b/g;

const YES = new Set(
  (
    'co|co chu|co phai|phai|phai day|dung|dung la|chinh xac|chuan|chuan luon|chinh no|u|uh|uhm|um|uk|uki|ua|uh dung|u dung|ok|oke|okay|okie|oki|' +
    'yes|yep|vang|vang dung|vang co|dong y|dong tinh|nhat tri|duoc|dc|dk|xac nhan|y|dr|co gui|gui|tiep tuc|tiep|muon|co muon|dung the|the|' +
    'dung het|dung ca|dung day|y vay|hop ly|phai phai|chap nhan|san sang|co the'
  ).split('|'),
);

const NO = new Set(
  (
    'khong|ko|k|kg|hong|hok|hem|hong co|hong phai|khong co|khong phai|ko phai|k phai|ko co|k co|khong dung|ko dung|k dung|chua|chua dung|' +
    'chua co|sai|sai het|nham|khong muon|ko muon|k muon|thoi|no|nope|nah|khong dong y|ko dong y|khong can|ko can|k can|dau co|dau|khong he|' +
    'khong duoc|ko duoc|chua phai|chua chinh xac|hong dung|hong muon|hong can|khong thoi|tu choi|bo|hog|hoi khong|khong nen'
  ).split('|'),
);

const wordsOf = (text: string): { bare: string; all: string } => {
  const all = foldedWords(text);
  const bare = all.replace(POLITE, ' ').replace(/\s+/g, ' ').trim().replace(/ dau$/, '');
  return { all, bare };
};

/**
 * Yes, no, or null when the reply is neither. Understands "có", "co", "ừ", "uh", "dạ đúng rồi", "ko", "hông", "chưa đúng",
 * politeness around it, and an answer that goes on after a comma ("có, nó gọi hai lần").
 */
export function recogniseYesNo(text: string): 'yes' | 'no' | null {
  const { all, bare } = wordsOf(text);
  if (all === '') return null;
  if (NO.has(all) || NO.has(bare)) return 'no';
  if (YES.has(all) || YES.has(bare)) return 'yes';
  if (bare === '' && /\b(?:da|vang|a|roi)\b/.test(all)) return 'yes';
  const [head, ...rest] = text.split(/[,.;!\n]/);
  if (head !== undefined && rest.join('').trim() !== '' && head.trim() !== '') return recogniseYesNo(head);
  return null;
}

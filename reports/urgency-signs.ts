/** Signs in folded text with single spaces between words. Written so that a missing diacritic does not hide them. */

const phrase = (alternatives: string): RegExp => new RegExp(` (?:${alternatives}) `);

/** P0: somebody is threatened, beaten or burnt out now. */
export const VIOLENCE: readonly RegExp[] = [
  phrase('bi danh(?: dap)?|dang danh (?:toi|em|con|chau|me|bo|vo)|danh chet|doa giet|giet (?:toi|em|con|ca nha|chet)|se giet|doa chem|chem (?:chet|toi|em|con|nguoi|me|bo)|cam dao|rut dao|ke dao|dao ke co|cam sung|co sung|khau sung|cat co'),
  phrase('(?:no|chung no|bon no|chung|ho|bon chung|bon doi no|doi no)(?: \\S+){0,2} (?:dang o|den|toi|xong vao|bao vay|dung truoc|pha) (?:tan )?(?:nha|cua nha|cong nha)(?: \\S+){0,3}'),
  phrase('chay nha|dot nha|phong hoa|tat axit|tat xang'),
]; // prettier-ignore

/** P0: somebody may die or be hurt. */
export const DANGER_TO_LIFE: readonly RegExp[] = [
  phrase('tu tu|tu sat|tu van|khong muon song(?: nua)?|muon chet|chet cho xong|song khong noi nua|ket lieu(?: cuoc doi| ban than)?|nhay lau|nhay cau|uong thuoc (?:tu tu|sau|ngu|doc)|cat tay tu tu|chan song'),
  phrase('bi bat coc(?! online| qua mang| ao| lua dao)|bat coc that|(?:no|chung|bon no|ho) bat (?:con|chau|em|vo|chong|me|bo|nguoi)(?: \\S+){0,2}|bi giam giu|bi nhot|bi giu nguoi'),
  ...VIOLENCE,
]; // prettier-ignore

/** P1: money is going or has just gone, somebody is held by telephone, a child is in danger. */
export const LOSING_NOW: readonly RegExp[] = [
  phrase('(?:vua|moi|vua moi|moi vua|vua xong)(?: \\S+){0,2} (?:chuyen|ck|nap|gui|dua|cung cap|doc|cho)(?: \\S+){0,3} (?:tien|khoan|ck|otp|ma|mat khau|trieu|tr|k|nghin|ngan|ty|stk|tai khoan)'),
  phrase('(?:vua|moi) (?:chuyen|ck|chuyen khoan|nap tien|bi lua|mat tien|bi tru tien|bi rut tien|bi hack)'), // "hack" is the residents' own word
  phrase('dang (?:bi )?(?:chuyen tien|chuyen khoan|rut tien|tru tien|bi lua|bi hack|chiem quyen|dieu khien|mat tien|tru|goi video|giu may|bat chuyen)'), // "hack" is the residents' own word
  phrase('(?:tien|tai khoan)(?: \\S+){0,3} (?:dang bi|bi) (?:tru|rut|chuyen)(?: \\S+){0,3} (?:lien tuc|dan|dan dan|het)'),
  phrase('(?:dien thoai|may)(?: \\S+){0,3} (?:bi dieu khien|tu chay|tu bam|tu dong|bi chiem quyen|khong tat duoc|nong ran)'),
  phrase('tai khoan tam giu|cach ly(?: \\S+){0,6} (?:khach san|nha nghi)|(?:khach san|nha nghi)(?: \\S+){0,6} (?:mot minh|khong duoc noi)'),
  phrase('bat coc online|bat coc qua mang|(?:con|chau|em|ban)(?: \\S+){0,4} (?:mat lien lac|khong lien lac duoc|mat tich|bo nha di)'),
  phrase('(?:anh nong|anh nhay cam|clip nong|video nhay cam|clip sex|anh khoa than|anh sex|clip|anh)(?: \\S+){0,6} (?:tong tien|doa tung|doa dang|doa gui|bat chuyen tien|doi tien)'),
  phrase('(?:tong tien|doa tung|doa dang|doa phat tan)(?: \\S+){0,6} (?:anh|clip|video)(?: \\S+){0,2}'),
  phrase('(?:tre em|hoc sinh|chau be|be gai|be trai|con gai|con trai|chau gai|chau trai|em be|tre)(?: \\S+){0,6} (?:xam hai|dam o|du do|quay lua|hiep|cuong buc|gui anh|khoa than|lot do|tong tien)'),
  phrase('(?:dua|doc|cung cap|nhap|lo)(?: \\S+){0,3} (?:ma )?otp'),
  phrase('(?:campuchia|cam pu chia|cambodia|myanmar|tam giac vang|mien dien|lao)(?: \\S+){0,8} (?:chuoc|tien chuoc|bi giu|bi ban|bi lua|khong ve duoc|cau cuu|danh)'),
  phrase('bi ban sang (?:campuchia|cam pu chia|cambodia|myanmar|trung quoc|tq|lao)'),
]; // prettier-ignore

/** Money is gone. */
export const LOST_MONEY: readonly RegExp[] = [
  phrase('(?:da |bi )?mat (?:het |sach |tong cong |khoang |tam |gan |hon )?(?:tien|\\d+)(?: \\S+)?'),
  phrase('(?:da|lo|tro|co) (?:chuyen|ck|nap|gui|dong)(?: \\S+){0,2} (?:tien|khoan|\\d+)(?: \\S+)?'),
  phrase('bi (?:lua|rut|tru|chiem doat|hack)(?: \\S+){0,3} (?:tien|\\d+)(?: \\S+)?'), // "hack" is the residents' own word
  phrase('(?:chuyen|ck|chuyen khoan|nap)(?: \\S+){0,3} \\d+(?: \\d+)* ?(?:tr|trieu|k|nghin|ngan|ty|cu|d|dong|vnd)(?: \\S+)?'),
]; // prettier-ignore

/** A bank or wallet into which money is sent. */
export interface BankInfo {
  /** The bank's number in transfers between banks (Napas BIN); of wallets a short name. */
  readonly code: string;
  readonly name: string;
  /** Folded; a word that is something else too stands in `BESIDE_ACCOUNT`. */
  readonly aliases: readonly string[];
}

const bank = (code: string, name: string, ...aliases: readonly string[]): BankInfo => ({
  code,
  name,
  aliases,
});

/** Banks and wallets of Vietnam with the names by which people call them. */
export const BANKS: readonly BankInfo[] = [
  bank('970436', 'Vietcombank', 'vietcombank', 'vietcom bank', 'vietcom', 'vcb', 'vccb', 'ngoai thuong', 'vcb digibank', 'digibank', 'vietcomban'),
  bank('970418', 'BIDV', 'bidv', 'dau tu va phat trien', 'dau tu phat trien', 'bi di vi', 'bdiv', 'bivd'),
  bank('970415', 'VietinBank', 'vietinbank', 'vietin bank', 'vietin', 'viettinbank', 'viettin', 'ctg', 'icb', 'cong thuong', 'ipay', 'vietinban'),
  bank('970405', 'Agribank', 'agribank', 'agri bank', 'agri', 'nong nghiep', 'nhnn', 'arib', 'argibank', 'agriban', 'agrb', 'vba', 'vbard'),
  bank('970407', 'Techcombank', 'techcombank', 'techcom bank', 'techcom', 'tcb', 'tech', 'ky thuong', 'tekcombank', 'techcomban'),
  bank('970422', 'MB', 'mbbank', 'mb bank', 'mb', 'mbb', 'quan doi', 'mb quan doi', 'mbank', 'mban'),
  bank('970416', 'ACB', 'acb', 'a chau', 'acb bank', 'acbank'),
  bank('970432', 'VPBank', 'vpbank', 'vp bank', 'vpb', 'vp', 'viet nam thinh vuong', 'thinh vuong', 'vpban'),
  bank('970423', 'TPBank', 'tpbank', 'tp bank', 'tpb', 'tien phong', 'tienphong bank', 'tpban'),
  bank('970403', 'Sacombank', 'sacombank', 'sacom bank', 'sacom', 'stb', 'sai gon thuong tin', 'scombank', 'sacomban'),
  bank('970437', 'HDBank', 'hdbank', 'hd bank', 'hdb', 'phat trien tp hcm', 'phat trien thanh pho ho chi minh'),
  bank('970441', 'VIB', 'vib', 'vib bank', 'vibank', 'quoc te viet nam', 'ngan hang quoc te'),
  bank('970443', 'SHB', 'shb', 'sai gon ha noi', 'shb bank'),
  bank('970431', 'Eximbank', 'eximbank', 'exim bank', 'exim', 'eib', 'xuat nhap khau'),
  bank('970426', 'MSB', 'msb', 'maritime bank', 'maritimebank', 'maritime', 'hang hai', 'msb bank'),
  bank('970448', 'OCB', 'ocb', 'phuong dong', 'ocb bank', 'ocb omni'),
  bank('970440', 'SeABank', 'seabank', 'sea bank', 'dong nam a', 'ssb'),
  bank('970449', 'LPBank', 'lpbank', 'lp bank', 'lienvietpostbank', 'lien viet post bank', 'lienviet', 'lien viet', 'lpb', 'loc phat', 'buu dien lien viet', 'lienvietbank', 'lvpb'),
  bank('970429', 'SCB', 'scb', 'ngan hang sai gon', 'tmcp sai gon', 'scb bank'),
  bank('970428', 'Nam A Bank', 'nam a bank', 'namabank', 'nama bank', 'nam a', 'nab'),
  bank('970412', 'PVcomBank', 'pvcombank', 'pvcom bank', 'pvcom', 'dai chung', 'pvcb'),
  bank('970427', 'VietABank', 'vietabank', 'viet a bank', 'viet a', 'vab'),
  bank('970409', 'Bac A Bank', 'bac a bank', 'bacabank', 'bac a', 'nasb', 'bab'),
  bank('970425', 'ABBANK', 'abbank', 'ab bank', 'an binh', 'abb'),
  bank('970438', 'BaoViet Bank', 'baovietbank', 'baoviet bank', 'bao viet bank', 'ngan hang bao viet', 'bvb'),
  bank('970419', 'NCB', 'ncb', 'quoc dan', 'ncb bank', 'navibank'),
  bank('970400', 'SaigonBank', 'saigonbank', 'saigon bank', 'sai gon cong thuong', 'sgb', 'sgicb'),
  bank('970452', 'Kienlongbank', 'kienlongbank', 'kien long bank', 'kienlong', 'kien long', 'klb'),
  bank('970454', 'BVBank', 'bvbank', 'bv bank', 'vietcapitalbank', 'viet capital bank', 'viet capital', 'ban viet', 'vccb ban viet'),
  bank('970433', 'VietBank', 'vietbank', 'viet bank', 'viet nam thuong tin', 'vietnam thuong tin'),
  bank('970430', 'PGBank', 'pgbank', 'pg bank', 'pgb', 'petrolimex', 'thinh vuong va phat trien'),
  bank('970406', 'Vikki Bank (Đông Á)', 'dongabank', 'dong a bank', 'dong a', 'dab', 'vikki', 'vikki bank', 'vikkibank'),
  bank('970408', 'GPBank', 'gpbank', 'gp bank', 'gpb', 'dau khi toan cau'),
  bank('970414', 'MBV (OceanBank)', 'oceanbank', 'ocean bank', 'dai duong', 'mbv'),
  bank('970444', 'VCBNeo (CBBank)', 'cbbank', 'cb bank', 'vcbneo', 'vcb neo', 'ngan hang xay dung'),
  bank('970424', 'Shinhan Bank', 'shinhanbank', 'shinhan bank', 'shinhan', 'shbvn', 'sinhan'),
  bank('970457', 'Woori Bank', 'wooribank', 'woori bank', 'woori'),
  bank('970458', 'UOB', 'uob', 'uob bank'),
  bank('970442', 'Hong Leong Bank', 'hong leong bank', 'hong leong', 'hongleong', 'hlbvn'),
  bank('970439', 'Public Bank', 'public bank', 'publicbank', 'pbvn'),
  bank('970434', 'Indovina Bank', 'indovina bank', 'indovina', 'ivb'),
  bank('970421', 'VRB', 'vrb', 'lien doanh viet nga', 'viet nga'),
  bank('970446', 'Co-opBank', 'co-opbank', 'coopbank', 'co op bank', 'hop tac xa', 'quy tin dung'),
  bank('970410', 'Standard Chartered', 'standard chartered', 'stanchart', 'scvn'),
  bank('458761', 'HSBC', 'hsbc', 'hsbc bank'),
  bank('533948', 'Citibank', 'citibank', 'citi bank', 'citi'),
  bank('546034', 'CAKE', 'cake by vpbank', 'cake', 'cake bank'),
  bank('546035', 'Ubank', 'ubank', 'ubank by vpbank'),
  bank('963388', 'Timo', 'timo', 'timo bank', 'timo plus'),
  bank('999888', 'VBSP', 'vbsp', 'chinh sach xa hoi', 'nhcsxh', 'ngan hang chinh sach'),
  bank('momo', 'MoMo', 'momo', 'vi momo', 'mo mo'),
  bank('zalopay', 'ZaloPay', 'zalopay', 'zalo pay', 'vi zalopay', 'vi zalo'),
  bank('viettelmoney', 'Viettel Money', 'viettel money', 'viettelmoney', 'viettelpay', 'viettel pay'),
  bank('vnptmoney', 'VNPT Money', 'vnpt money', 'vnptmoney', 'vnpt pay', 'vnptpay'),
  bank('mobifonemoney', 'MobiFone Money', 'mobifone money', 'mobifonemoney', 'mobifone pay'),
  bank('shopeepay', 'ShopeePay', 'shopeepay', 'shopee pay', 'airpay', 'spay'),
  bank('vnpay', 'VNPAY', 'vnpay', 'vn pay', 'vi vnpay'),
  bank('paypal', 'PayPal', 'paypal', 'pay pal'),
]; // prettier-ignore

/** Aliases that are ordinary words as well: they name a bank only after "ngân hàng", "nh", "bank", or beside an account number. */
export const BESIDE_ACCOUNT: ReadonlySet<string> = new Set([
  'mb', 'vp', 'tech', 'agri', 'cake', 'timo', 'nam a', 'dong a', 'viet a', 'bac a', 'a chau', 'phuong dong', 'dong nam a', 'hang hai', 'an binh',
  'quoc dan', 'dai chung', 'dai duong', 'kien long', 'ban viet', 'nong nghiep', 'cong thuong', 'ngoai thuong', 'ky thuong', 'quan doi', 'tien phong',
  'thinh vuong', 'loc phat', 'lien viet', 'xuat nhap khau', 'sai gon ha noi', 'hop tac xa', 'viet nga', 'dau tu va phat trien', 'dau tu phat trien',
  'bab', 'nab', 'vab', 'dab', 'abb', 'stb', 'ssb', 'vba', 'ctg', 'icb', 'exim', 'maritime', 'petrolimex', 'chinh sach xa hoi', 'mban', 'citi', 'bvb',
  'mo mo', 'scb', 'quy tin dung', 'arib', 'public bank', 'sgb', 'pgb', 'gpb', 'ivb', 'vrb', 'eib', 'hdb',
]); // prettier-ignore

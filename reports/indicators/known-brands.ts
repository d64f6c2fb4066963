/** A bank, service or office whose name offenders put into addresses. */
export interface KnownBrand {
  readonly name: string;
  /** Where it really is: these registrable domains and everything under them. */
  readonly official: readonly string[];
  /** Found anywhere in a host, separators apart. */
  readonly long: readonly string[];
  /** Short names: only as a part of their own between dots, dashes and digits. */
  readonly short: readonly string[];
}

const brand = (name: string, official: string, long: string, short = ''): KnownBrand => ({
  name,
  official: official.split(' '),
  long: long.split(' ').filter((word) => word !== ''),
  short: short.split(' ').filter((word) => word !== ''),
});

export const STATE_NAME = 'cơ quan nhà nước (gov.vn)';

export const KNOWN_BRANDS: readonly KnownBrand[] = [
  brand(
    'Vietcombank',
    'vietcombank.com.vn vietcombank.vn',
    'vietcombank vcbdigibank digibank',
    'vcb vietcom',
  ),
  brand('BIDV', 'bidv.com.vn', 'bidvsmartbanking smartbankingbidv', 'bidv'),
  brand('VietinBank', 'vietinbank.vn vietinbank.com.vn', 'vietinbank vietinipay', 'ctg ipay vietin'),
  brand('Agribank', 'agribank.com.vn', 'agribank', 'agri'),
  brand('Techcombank', 'techcombank.com techcombank.com.vn', 'techcombank', 'tcb techcom'),
  brand('MB', 'mbbank.com.vn mbb.com.vn', 'mbbank mbquandoi', 'mb mbb'),
  brand('ACB', 'acb.com.vn', 'acbbank acbonline', 'acb'),
  brand('VPBank', 'vpbank.com.vn', 'vpbank', 'vpb'),
  brand('TPBank', 'tpb.vn tpbank.com.vn tpb.com.vn', 'tpbank', 'tpb'),
  brand('Sacombank', 'sacombank.com.vn sacombank.com', 'sacombank', 'sacom'),
  brand('HDBank', 'hdbank.com.vn', 'hdbank', ''),
  brand('VIB', 'vib.com.vn', 'vibbank', 'vib'),
  brand('SHB', 'shb.com.vn', 'shbbank', 'shb'),
  brand('Eximbank', 'eximbank.com.vn', 'eximbank', ''),
  brand('MSB', 'msb.com.vn', 'msbbank maritimebank', 'msb'),
  brand('OCB', 'ocb.com.vn', 'ocbbank', 'ocb'),
  brand('SeABank', 'seabank.com.vn', 'seabank', ''),
  brand('LPBank', 'lpbank.com.vn lienvietpostbank.com.vn', 'lpbank lienvietpostbank', ''),
  brand('PVcomBank', 'pvcombank.com.vn', 'pvcombank', ''),
  brand('MoMo', 'momo.vn', 'vimomo momovn', 'momo'),
  brand('ZaloPay', 'zalopay.vn', 'zalopay', ''),
  brand('VNPAY', 'vnpay.vn', 'vnpay', ''),
  brand('Shopee', 'shopee.vn shopee.com', 'shopee', ''),
  brand('Lazada', 'lazada.vn lazada.com', 'lazada', ''),
  brand('Tiki', 'tiki.vn', 'tikivn', 'tiki'),
  brand('EVN', 'evn.com.vn evnhcmc.vn evnspc.vn cskh.evnspc.vn', 'tiendien dienlucvn', 'evn'),
  brand('Bưu điện Việt Nam', 'vnpost.vn', 'vnpost', ''),
  brand('Zalo', 'zalo.me zalo.vn zaloapp.com', 'zaloapp', 'zalo'),
  brand('Facebook', 'facebook.com fb.com', 'facebook', ''),
  brand(
    'VNeID, Bộ Công an',
    'vneid.gov.vn bocongan.gov.vn',
    'vneid bocongan conganxa dinhdanhdientu',
    'congan',
  ),
  brand('Cổng Dịch vụ công', 'dichvucong.gov.vn', 'dichvucong dvcquocgia congdichvucong', 'dvc'),
  brand('Thuế', 'gdt.gov.vn', 'tongcucthue cucthue thuedientu etaxmobile', 'etax'),
  brand('Bảo hiểm xã hội', 'baohiemxahoi.gov.vn vss.gov.vn', 'baohiemxahoi vssid', 'bhxh'),
  brand('Chính phủ', 'chinhphu.vn', 'chinhphu', ''),
];

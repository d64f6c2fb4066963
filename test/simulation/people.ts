import { createRandom, withoutDiacritics, withTypos } from '../../knowledge/evaluation/noise.ts';
import type { Category, ChannelName } from '../../reports/report.ts';

/** How somebody behaves while reporting. */
export const HABITS = [
  'step-by-step',
  'everything-at-once',
  'interrupts',
  'falls-silent',
  'answers-wrongly',
  'several-messages',
  'restart-midway',
  'unaccented',
  'typos',
  'urgent-first',
  'sends-receipt',
] as const;
export type Habit = (typeof HABITS)[number];

/** One simulated resident with what happened to them. */
export interface Person {
  readonly number: number;
  readonly channel: ChannelName;
  readonly habit: Habit;
  readonly category: Category;
  /** As they type it, part by part. */
  readonly story: readonly string[];
  /** As the report must have it ("15.000.000đ"); null where no money is asked about. */
  readonly amount: string | null;
  readonly money: string;
  readonly when: string;
  readonly where: string;
  readonly account: string;
  readonly photos: number;
  readonly anonymous: boolean;
  /** Whether they tap buttons or type their titles. */
  readonly taps: boolean;
}

interface Matter {
  readonly category: Category;
  readonly story: readonly string[];
  readonly money: string;
  readonly amount: string | null;
  readonly where: string;
  readonly account: string;
}

const MATTERS: readonly Matter[] = [
  {
    category: 'C01',
    story: [
      'tôi đặt mua máy lọc nước trên mạng',
      'họ bảo đặt cọc trước mới giao hàng',
      'chuyển xong thì họ chặn tôi luôn không giao gì cả',
    ],
    money: '3 triệu',
    amount: '3.000.000đ',
    where: 'Zalo',
    account: '0123456789 MB NGUYEN VAN TUAN',
  },
  {
    category: 'C01',
    story: [
      'có người rủ tôi làm cộng tác viên bán hàng tại nhà',
      'ban đầu trả hoa hồng thật',
      'sau bắt nạp thêm tiền làm nhiệm vụ rồi không cho rút ra nữa',
    ],
    money: '15tr',
    amount: '15.000.000đ',
    where: 'Telegram',
    account: 'stk 19038887766554 techcombank',
  },
  {
    category: 'C01',
    story: [
      'tôi thấy quảng cáo khách sạn giá rẻ nên liên hệ đặt phòng cho cả nhà',
      'họ gửi số tài khoản công ty rất giống thật',
      'đến nơi thì khách sạn nói không có ai đặt phòng',
    ],
    money: '1 triệu rưỡi',
    amount: '1.500.000đ',
    where: 'Facebook, Messenger',
    account: 'không nhớ',
  },
  {
    category: 'C02',
    story: [
      'có người gọi điện tự xưng cán bộ công an',
      'nói căn cước của tôi dính vào vụ án ma túy',
      'bắt tôi kết bạn zalo để làm việc nhưng tôi không làm theo',
    ],
    money: '0',
    amount: null,
    where: 'Gọi điện',
    account: 'không có',
  },
  {
    category: 'C03',
    story: [
      'facebook của tôi bị hack từ sáng nay', // "hack" is the residents' own word
      'kẻ đó đổi mật khẩu và số điện thoại khôi phục',
      'nó nhắn vay tiền hết bạn bè của tôi',
    ],
    money: '0',
    amount: null,
    where: 'Facebook',
    account: 'không có',
  },
  {
    category: 'C06',
    story: [
      'có trang đăng tin giả nói xã mình sắp vỡ đập thủy lợi',
      'bà con hoang mang chạy hết lên đồi',
      'tôi hỏi thôn thì không hề có chuyện đó',
    ],
    money: '0',
    amount: null,
    where: 'Facebook',
    account: 'không có',
  },
  {
    category: 'C09',
    story: [
      'tôi bị app vay tiền khủng bố điện thoại cả ngày',
      'tôi vay có hai triệu mà họ tính lãi lên gấp nhiều lần',
      'họ gọi cả cho giám đốc và cô giáo của con tôi',
    ],
    money: '2 triệu',
    amount: '2.000.000đ',
    where: 'Gọi điện',
    account: 'không có',
  },
  {
    category: 'C10',
    story: [
      'trong xóm có nhóm lôi kéo người dân cá độ bóng đá qua mạng',
      'họ lập nhóm kín rồi thu tiền mỗi tối',
      'nhiều thanh niên nợ nần vì việc này',
    ],
    money: '0',
    amount: null,
    where: 'Zalo',
    account: 'không có',
  },
];

const WHENS = ['hôm qua tầm 9h tối', 'sáng nay', 'hôm kia', 'không nhớ', 'tuần trước'];

/** As many people as wanted, the same for the same start; every habit on both channels. */
export function createPeople(count: number, start: number): Person[] {
  const random = createRandom(start);
  const pick = <T>(list: readonly T[], fallback: T): T =>
    list[Math.floor(random() * list.length)] ?? fallback;
  return Array.from({ length: count }, (_, number) => {
    const habit = HABITS[number % HABITS.length] ?? 'step-by-step';
    const [usual] = MATTERS;
    if (usual === undefined) throw new Error('There is no matter to report');
    const scams = MATTERS.filter(({ category }) => category === 'C01');
    const lostMoney = habit === 'urgent-first' || habit === 'sends-receipt';
    const matter = pick(lostMoney ? scams : MATTERS, usual);
    return {
      ...matter,
      number,
      habit,
      channel: Math.floor(number / HABITS.length) % 2 === 0 ? 'zalo' : 'messenger',
      story: matter.story.map((part) => asTyped(part, habit, random)),
      when: habit === 'unaccented' ? withoutDiacritics(pick(WHENS, 'hôm qua')) : pick(WHENS, 'hôm qua'),
      photos: Math.floor(random() * 3),
      anonymous: random() < 0.2,
      taps: random() < 0.6,
    };
  });
}

const TYPO_SHARE = 0.15;

function asTyped(text: string, habit: Habit, random: () => number): string {
  if (habit === 'unaccented') return withoutDiacritics(text);
  return habit === 'typos' ? withTypos(text, TYPO_SHARE, random) : text;
}

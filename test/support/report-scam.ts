import type { Phone } from './platforms.ts';
import { until } from './until.ts';

const story =
  'hôm qua tầm 9h tối có người gọi số 0912345678 xưng công an bảo tôi chuyển 15tr vào tài khoản 0123456789 MB tên NGUYEN VAN A, tôi chuyển rồi';

/** Does something on the phone and gives the first message after it that matches. */
export async function exchange(
  phone: Phone,
  act: () => void,
  wanted: RegExp,
  withinMs?: number,
): Promise<string> {
  const before = phone.received().length;
  act();
  const entry = await until(
    `an answer like ${String(wanted)}`,
    () =>
      phone
        .received()
        .slice(before)
        .find(({ text }) => wanted.test(text)),
    withinMs,
  );
  return entry.text;
}

/** Each answer of the resident, and what the bot then says. A tap is `[title]`. */
const steps: readonly (readonly [string | readonly [string], RegExp])[] = [
  ['báo cáo lừa đảo', /Bạn đồng ý để bắt đầu chứ/],
  [['Đồng ý, bắt đầu'], /kể tôi nghe/],
  [story, /15\.000\.000đ[^]*qua đâu/],
  [['Gọi điện'], /lỡ đưa cho họ/],
  [['Không có gì'], /báo cho mình hay/],
  [['Cho tôi'], /ảnh chụp màn hình/],
];

const afterPhoto: typeof steps = [
  [['Gọi điện cho tôi'], /tên và số điện thoại/],
  ['Lê Thị Hoa 0987654321', /xem lại trước khi gửi/],
];

/** From "báo cáo lừa đảo" to the code and PIN, with one photo. */
export async function reportScam(
  phone: Phone,
  picture: Buffer,
  withinMs?: number,
): Promise<{ code: string; pin: string }> {
  const act = (answer: string | readonly [string]) => () => {
    if (typeof answer === 'string') phone.say(answer);
    else phone.tap(answer[0]);
  };
  for (const [answer, wanted] of steps) await exchange(phone, act(answer), wanted, withinMs);
  await exchange(phone, () => phone.photo(picture), /liên hệ lại/, withinMs);
  for (const [answer, wanted] of afterPhoto) await exchange(phone, act(answer), wanted, withinMs);
  const sent = await exchange(phone, act(['Gửi tin']), /PIN/, withinMs);
  return {
    code: /\b([0-9A-Z]{4}-[0-9A-Z]{4})\b/.exec(sent)?.[1] ?? '',
    pin: /\b(\d{6})\b/.exec(sent)?.[1] ?? '',
  };
}

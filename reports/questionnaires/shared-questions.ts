import type { Question } from './questionnaire.ts';

/** Questions that several questionnaires ask in the same words. */

export const when = {
  id: 'when',
  ask: 'Việc xảy ra khi nào? Bạn nhớ chừng nào ghi chừng ấy, ví dụ: “hôm qua tầm 9 giờ tối”.',
  label: 'Thời gian',
  kind: 'when',
  choices: [
    { value: 'just-now', title: 'Vừa xong' },
    { value: 'today', title: 'Hôm nay' },
    { value: 'yesterday', title: 'Hôm qua' },
    { value: 'unknown', title: 'Không nhớ' },
  ],
  required: true,
  fills: ['when'],
} as const satisfies Question;

/** Of offenders who wrote or called: when, and over which channel. */
export const approachedWhen = {
  ...when,
  together: {
    question: 'where',
    ask: 'Việc xảy ra khi nào, họ liên hệ qua đâu? Nhớ chừng nào ghi chừng ấy, ví dụ: “hôm qua tầm 9 giờ tối, qua Zalo”.',
  },
} as const satisfies Question;

export const approachedWhere = {
  id: 'where',
  ask: 'Họ liên hệ với bạn qua đâu? Chọn một kênh, hoặc ghi nơi gặp.',
  label: 'Kênh, nơi xảy ra',
  kind: 'choice',
  choices: [
    { value: 'call', title: 'Gọi điện' },
    { value: 'sms', title: 'Tin nhắn SMS' },
    { value: 'zalo', title: 'Zalo' },
    { value: 'facebook', title: 'Facebook, Messenger' },
    { value: 'telegram', title: 'Telegram' },
    { value: 'tiktok', title: 'TikTok' },
    { value: 'website', title: 'Trang web, ứng dụng' },
    { value: 'in-person', title: 'Gặp trực tiếp' },
    { value: 'unknown', title: 'Không nhớ' },
  ],
  required: true,
  fills: ['channel'],
} as const satisfies Question;

export const seenWhere = {
  id: 'where',
  ask: 'Bạn thấy nội dung đó ở đâu? Gửi đường link là tốt nhất; nếu không có, ghi tên trang, nhóm hoặc người đăng.',
  label: 'Nơi đăng',
  kind: 'link',
  choices: [
    { value: 'facebook', title: 'Facebook' },
    { value: 'zalo', title: 'Zalo' },
    { value: 'tiktok', title: 'TikTok' },
    { value: 'unknown', title: 'Không nhớ' },
  ],
  required: true,
  fills: ['links', 'socials', 'channel'],
} as const satisfies Question;

export const traces = {
  id: 'traces',
  ask: 'Bạn còn số điện thoại, đường link hay tài khoản Facebook, Zalo, Telegram của họ không? Gửi hết trong một tin cũng được.',
  label: 'Dấu vết của đối tượng',
  kind: 'text',
  fills: ['phones', 'links', 'socials'],
} as const satisfies Question;

export const account = {
  id: 'account',
  ask: 'Bạn chuyển vào tài khoản nào? Ghi số tài khoản, ngân hàng và tên người nhận nếu có. Trả bằng cách khác thì ghi cách đó.',
  label: 'Tài khoản nhận, cách trả tiền',
  kind: 'account',
  fills: ['accounts'],
} as const satisfies Question;

export const forWhom = {
  id: 'for-whom',
  ask: 'Bạn báo cho mình hay báo giúp người khác?',
  label: 'Người bị hại',
  kind: 'choice',
  choices: [
    { value: 'self', title: 'Cho tôi' },
    { value: 'family', title: 'Cho người nhà' },
    { value: 'other', title: 'Cho người khác' },
  ],
} as const satisfies Question;

export const reportedElsewhere = {
  id: 'reported',
  ask: 'Bạn đã báo ngân hàng, 113, 156, VNeID hay cơ quan nào khác chưa? Nếu rồi, ghi nơi và lúc báo.',
  label: 'Đã báo nơi khác',
  kind: 'text',
  choices: [{ value: 'none', title: 'Chưa báo ở đâu' }],
  extra: true,
} as const satisfies Question;

export const wish = {
  id: 'wish',
  ask: 'Điều bạn mong Công an xã giúp nhất lúc này là gì?',
  label: 'Nguyện vọng',
  kind: 'text',
  extra: true,
} as const satisfies Question;

export const evidence = {
  id: 'evidence',
  ask: 'Bạn gửi ảnh chụp màn hình, biên lai, ghi âm hay tệp liên quan, mấy tấm cũng được. Chưa có thì bỏ qua, gửi sau vẫn được.',
  label: 'Chứng cứ',
  kind: 'evidence',
} as const satisfies Question;

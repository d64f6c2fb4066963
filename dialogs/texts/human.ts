import type { Commune } from '../turn-input.ts';

const call = (commune: Commune): string =>
  commune.dutyPhone === null
    ? 'Việc khẩn cấp: gọi 113.'
    : `Việc khẩn cấp: gọi 113 hoặc trực ban ${commune.dutyPhone}.`;

export const human = {
  edited: (text: string) => `(sửa lại tin trước) ${text}`,
  requested: (commune: Commune): string =>
    `Đã báo cán bộ ${commune.policeName}. Từ lúc này trợ lý tự động tạm dừng: bạn cứ nhắn tiếp ở đây, cán bộ sẽ đọc và trả lời khi có mặt.\n\n${call(commune)}\nGõ “menu” để quay lại trợ lý tự động.`,
  noted:
    'Đã chuyển lời bạn tới cán bộ. Bạn cứ nhắn tiếp, không cần đợi. Gõ “menu” nếu muốn quay lại trợ lý tự động.',
  tooMuch:
    'Tin vừa rồi dài quá hoặc đã quá nhiều tin, chưa chuyển được. Bạn gửi từng phần ngắn hơn giúp nhé.',
  ended: 'Đã quay lại trợ lý tự động. Những gì bạn vừa nhắn, cán bộ vẫn đọc được.',
  sentFiles: (count: number): string => `(đã gửi ${count} tệp, giữ trong tin phản ánh viết dở, chưa gửi)`,
  filesKept:
    'Cán bộ xem tệp trong tin phản ánh, không xem được ở đây. Trợ lý giữ các tệp này 7 ngày: gõ “menu”, rồi “viết tiếp” để gửi kèm tin phản ánh.',
  draftKept: 'Tin phản ánh bạn đang viết vẫn được giữ 7 ngày.',
} as const;

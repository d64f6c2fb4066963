/** Answers to what an officer asked about a report. */
export const thread = {
  confirm: (code: string, asked: string): string =>
    `Cán bộ đã nhắn về hồ sơ ${code}:\n“${asked}”\n\nBạn gửi tin vừa rồi cho cán bộ chứ?`,
  button: { send: 'Gửi cho cán bộ', no: 'Không, hỏi việc khác' },
  sent: (code: string): string => `Đã gửi cho cán bộ, trong hồ sơ ${code}.`,
  sendFirst: 'Tin đã dài. Bạn gửi phần trước cho cán bộ, rồi nhắn tiếp phần vừa rồi nhé.',
  tooMuch: 'Hồ sơ này đã nhận quá nhiều tin. Bạn gõ “cán bộ” để nhắn trực tiếp.',
} as const;

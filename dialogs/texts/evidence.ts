import { hadNoRoom } from '../../reports/evidence-room.ts';
import type { Evidence, EvidenceKind } from '../../reports/report.ts';

const KIND_NAMES: Readonly<Record<EvidenceKind, string>> = {
  image: 'ảnh',
  video: 'video',
  audio: 'ghi âm',
  file: 'tệp',
  location: 'vị trí',
  contact: 'danh thiếp',
  link: 'đường link',
};

const counted = (evidence: readonly Evidence[]): string => {
  const kinds = [...new Set(evidence.map(({ kind }) => kind))];
  return kinds
    .map((kind) => `${evidence.filter((one) => one.kind === kind).length} ${KIND_NAMES[kind]}`)
    .join(', ');
};

const named = (evidence: readonly Evidence[]): string => evidence.map(({ name }) => name).join(', ');

export const evidenceTexts = {
  /** What is kept of some evidence, in numbers, and by name what is not. */
  held: (evidence: readonly Evidence[]): string => {
    const failed = evidence.filter(({ state }) => state === 'failed');
    const stored = counted(evidence.filter((one) => !failed.includes(one)));
    const missing = failed.length === 0 ? '' : `chưa tải được: ${named(failed)}`;
    return [stored, missing].filter((part) => part !== '').join('; ');
  },
  /** What arrived, and by name what did not. */
  received: (evidence: readonly Evidence[]): string => {
    const stored = evidence.filter(({ state }) => state === 'stored');
    const failed = evidence.filter(({ state }) => state === 'failed');
    const unstored = failed.filter(({ note }) => note === 'storage-full');
    const tooMuch = failed.filter(({ note }) => note === 'too-much-today');
    const unfetched = failed.filter((one) => !hadNoRoom(one));
    return [
      ...(stored.length > 0 ? [`Đã nhận ${counted(stored)}.`] : []),
      ...(unfetched.length > 0 ? [`Chưa tải được: ${named(unfetched)}. Bạn gửi lại giúp nhé.`] : []),
      ...(unstored.length > 0
        ? [
            `Kho chứng cứ đang đầy, chưa lưu được: ${named(unstored)}. Bạn giữ tệp trong máy, cán bộ sẽ hỏi lại.`,
          ]
        : []),
      ...(tooMuch.length > 0
        ? [`Hôm nay bạn đã gửi rất nhiều tệp, chưa lưu thêm được: ${named(tooMuch)}. Mai bạn gửi tiếp nhé.`]
        : []),
    ].join(' ');
  },
  tooMany: (most: number, count: number): string =>
    `Mỗi tin nhận tối đa ${most} tệp, ${count} tệp vừa gửi chưa được nhận.`,
  sendMore: 'Bạn gửi ảnh, tệp ở đây, hoặc bấm “Bỏ qua”.',
  kept: 'Tệp bạn gửi được giữ 7 ngày. Khi cần, bạn gõ “báo tin” để gửi kèm tin phản ánh.',
  forWhat: 'Bạn muốn dùng vào việc gì?',
  button: { report: 'Gửi tin phản ánh', add: 'Thêm vào hồ sơ', drop: 'Gửi nhầm' },
  dropped: 'Vâng, tệp đó không được dùng vào việc gì.',
  full: 'Hồ sơ này đã nhận tối đa số tệp. Bạn gõ “cán bộ” để nhắn trực tiếp.',
  added: (code: string): string => `Đã thêm vào hồ sơ ${code}. Cán bộ sẽ thấy.`,
} as const;

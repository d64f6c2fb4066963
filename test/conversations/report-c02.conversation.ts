import { expect } from '@jest/globals';
import type { ConversationTable } from './table.ts';

export const reportC02: readonly ConversationTable[] = [
  {
    name: 'a call by somebody posing as police, told step by step',
    turns: [
      ['menu', '[Gửi tin phản ánh]'],
      [{ tap: 'Gửi tin phản ánh' }, 'đồng ý'],
      [{ tap: 'Đồng ý, bắt đầu' }, '[Bị mạo danh, dọa]'],
      [{ tap: 'Bị mạo danh, dọa' }, 'Họ xưng là ai'],
      ['có người xưng công an gọi điện bắt tôi cài app VNeID', 'tôi hiểu', 'Gọi điện', 'Việc xảy ra khi nào'],
      ['sáng nay', 'mạo danh cơ quan nào', '[Công an]', '[Cơ quan khác]'],
      ['cong an', 'số điện thoại, đường link'],
      ['0912345678', 'đã làm theo điều gì chưa'],
      [{ tap: 'Chưa làm gì' }, 'ảnh chụp màn hình'],
      [{ tap: 'Bỏ qua' }, 'liên hệ lại'],
      ['nhắn tin tại đây', 'Bạn xem lại', 'mạo danh'],
      [{ tap: 'Gửi tin' }, 'Mã hồ sơ', '22/11/2026'],
    ],
    report: (report) => {
      expect(report.category).toBe('C02');
      expect(report.urgency).toBe('P3');
      expect(report.indicators).toContainEqual(
        expect.objectContaining({ kind: 'phone', value: '+84912345678' }),
      );
      expect(report.answers.find(({ question }) => question === 'posed-as')?.text).toBe('Công an');
    },
  },
  {
    name: 'an office that is not among the choices is written in own words',
    turns: [
      ['tôi muốn báo có người giả danh ngân hàng', 'đồng ý'],
      ['có', 'Có người mạo danh', 'Họ xưng là ai'],
      ['họ nói là nhân viên bên công ty bảo hiểm xã hội, đòi ảnh căn cước của tôi', 'khi nào'],
      ['không nhớ nữa', 'qua đâu'],
      ['ngoài chợ', 'cơ quan nào'],
      ['bên bảo hiểm xã hội huyện cũ', 'số điện thoại, đường link'],
      ['gửi luôn', 'liên hệ lại'],
      ['2', 'Bạn xem lại', 'Không nhớ', 'bên bảo hiểm xã hội huyện cũ'],
      ['đồng ý gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.answers.find(({ question }) => question === 'when')?.text).toBe('Không nhớ');
    },
  },
];

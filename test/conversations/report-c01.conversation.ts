import { expect } from '@jest/globals';
import type { Report } from '../../reports/report.ts';
import type { ConversationTable } from './table.ts';

const answerTo = (report: Report, question: string): string | undefined =>
  report.answers.find((answer) => answer.question === question)?.text;

const STORY =
  '9h tối qua có người gọi điện xưng công an, dọa tôi liên quan rửa tiền nên tôi chuyển 15tr vào stk 0123456789 MB tên NGUYEN VAN TUAN. Sđt nó 0912345678';

export const reportC01: readonly ConversationTable[] = [
  {
    name: 'everything in one message is understood, confirmed once and never asked again',
    turns: [
      ['tôi muốn báo bị lừa đảo', 'Bạn đồng ý để bắt đầu chứ?', 'https://canhbao.example/quyen-rieng-tu'],
      [{ tap: 'Đồng ý, bắt đầu' }, 'Bị lừa đảo mất tiền', '[Đúng]'],
      [{ tap: 'Đúng' }, '(1/', 'chuyện gì đã xảy ra'],
      [
        STORY,
        'tôi hiểu',
        '15.000.000đ',
        '0123456789',
        'MB',
        '21/11/2026',
        '0912 345 678',
        'Gọi điện',
        '[Đúng rồi]',
      ],
      [{ tap: 'Đúng rồi' }, 'Bạn có lỡ đưa cho họ thứ gì khác'],
      [{ tap: 'Không có gì' }, 'báo cho mình hay báo giúp'],
      ['cho tôi', 'đã báo ngân hàng'],
      [{ tap: 'Bỏ qua' }, 'mong Công an xã giúp'],
      ['bo qua', 'ảnh chụp màn hình'],
      [{ tap: 'Bỏ qua' }, 'liên hệ lại bằng cách nào', '[Tôi muốn ẩn danh]'],
      [{ tap: 'Gọi điện cho tôi' }, 'số điện thoại để cán bộ gọi lại'],
      ['0987 654 321', 'gọi bạn là gì'],
      ['Trần Thị B', 'Bạn xem lại trước khi gửi', '15.000.000đ', 'Trần Thị B', '[Gửi tin]'],
      [
        { tap: 'Gửi tin' },
        /Mã hồ sơ: [2-9A-Y]{4}-[2-9A-Y]{4}/,
        /Mã PIN: \d{6}/,
        'thông tin phản ánh ban đầu',
        /https:\/\/canhbao\.example\/bien-nhan\/[2-9A-Y]{4}-[2-9A-Y]{4}-secret/,
        'https://canhbao.example/tra-cuu',
      ],
    ],
    report: (report) => {
      expect(report.category).toBe('C01');
      expect(report.reporter).toMatchObject({ anonymous: false, name: 'Trần Thị B', phone: '0987 654 321' });
      expect(answerTo(report, 'what')).toContain('rửa tiền');
      expect(answerTo(report, 'money')).toBe('15.000.000đ');
      expect(report.indicators.map(({ kind, value }) => `${kind} ${value}`)).toEqual(
        expect.arrayContaining(['account 970422:0123456789', 'phone +84912345678']),
      );
      expect(report.indicators.map(({ value }) => value)).not.toContain('+84987654321');
      expect(report.urgency).toBe('P2');
    },
  },
  {
    name: 'step by step, without accents',
    turns: [
      ['toi muon bao cong an', 'Bạn đồng ý để bắt đầu chứ?'],
      ['dong y', 'Bạn muốn báo việc gì?', '[Bị lừa mất tiền]'],
      ['bi lua mat tien', '(1/'],
      ['toi dat coc mua xe tren mang roi ho chan luon', '(2/', 'Việc xảy ra khi nào'],
      ['hom kia', '(3/', 'qua đâu'],
      ['facebook', '(4/', 'bao nhiêu tiền'],
      ['3 trieu', '(5/', 'tài khoản nào'],
      ['khong nho', '(6/', 'số điện thoại, đường link'],
      ['bo qua', 'Bạn có lỡ đưa'],
      ['khong co gi', '(8/', 'ảnh chụp màn hình'],
      ['khong co', 'liên hệ lại'],
      ['nhan tin tai day', 'gọi bạn là gì'],
      ['Lan', 'Bạn xem lại', 'Lan', '3.000.000đ'],
      ['gui di', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.reporter).toMatchObject({ anonymous: false, name: 'Lan', phone: null });
      expect(answerTo(report, 'account')).toBe('khong nho');
      expect(answerTo(report, 'where')).toBe('Facebook, Messenger');
      expect(answerTo(report, 'when')).toBe('ngày 20/11/2026');
    },
  },
  {
    name: 'a number without a unit is asked back, and words that are no amount explain how to write one',
    turns: [
      ['tôi muốn báo công an', 'đồng ý'],
      ['ok', 'việc gì'],
      ['1', '(1/'],
      ['mua hàng trên mạng bị lừa không giao hàng', 'khi nào'],
      ['hôm qua', 'qua đâu'],
      ['zalo', 'bao nhiêu tiền'],
      ['15', '15.000.000đ hay 15.000đ'],
      ['nhiều lắm', 'Chưa rõ số tiền'],
      ['tầm 15 củ', 'tài khoản nào'],
    ],
  },
  {
    name: 'an anonymous report keeps neither name nor number, and the limits are said',
    turns: [
      ['tôi muốn báo công an vụ lừa đảo', 'đồng ý'],
      [{ tap: 'Báo ẩn danh' }, 'không lưu tên và số điện thoại', 'Bị lừa đảo'],
      ['đúng rồi', '(1/'],
      ['hôm qua tôi bị lừa chuyển 2 triệu qua zalo cho người bán vé giả', 'tôi hiểu', '2.000.000đ'],
      ['dạ đúng rồi', 'tài khoản nào'],
      ['gửi luôn', 'Bạn xem lại', 'Báo ẩn danh'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.reporter).toMatchObject({ anonymous: true, name: null, phone: null });
    },
  },
];

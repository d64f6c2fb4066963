import { expect } from '@jest/globals';
import { CONSENT_VERSION } from '../../reports/consent.ts';
import { readableMoment } from '../../reports/moments.ts';
import type { Report } from '../../reports/report.ts';
import { standingWords } from '../support/standing-words.ts';
import { BEGIN } from './begun-report.ts';
import type { ConversationTable } from './table.ts';

const answerTo = (report: Report, question: string): string | undefined =>
  report.answers.find((answer) => answer.question === question)?.text;

const STORY =
  '9h tối qua có người gọi điện xưng công an, dọa tôi liên quan rửa tiền nên tôi chuyển 15tr vào stk 0123456789 MB tên NGUYEN VAN TUAN. Sđt nó 0912345678';

export const reportC01: readonly ConversationTable[] = [
  {
    name: 'everything in one message is understood, shown once and never asked again',
    turns: [
      ['tôi muốn báo bị lừa đảo', 'Bạn đồng ý để bắt đầu chứ?', 'https://canhbao.example/quyen-rieng-tu'],
      [{ tap: 'Đồng ý, bắt đầu' }, 'Loại việc: Bị lừa đảo mất tiền', '(1/', 'chuyện gì đã xảy ra', '[Sửa]'],
      [
        STORY,
        'tôi hiểu',
        '15.000.000đ',
        '0123456789',
        'MB',
        '21/11/2026',
        '0912 345 678',
        'Gọi điện',
        '(2/',
        'Bạn có lỡ đưa cho họ thứ gì khác',
      ],
      [{ tap: 'Không có gì' }, 'báo cho mình hay báo giúp'],
      ['cho tôi', 'đã báo ngân hàng'],
      [{ tap: 'Chưa báo ở đâu' }, 'ảnh chụp màn hình'],
      [{ tap: 'Bỏ qua' }, 'liên hệ lại bằng cách nào', '[Tôi muốn ẩn danh]'],
      [{ tap: 'Gọi điện cho tôi' }, 'tên và số điện thoại'],
      [
        'tôi là Trần Thị B, 0987 654 321',
        'Bạn xem lại trước khi gửi',
        '15.000.000đ',
        'Họ tên: Trần Thị B',
        '[Gửi tin]',
      ],
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
      expect(report.consentVersion).toBe(CONSENT_VERSION);
    },
    check: (phone) => {
      const said = phone.screen().map(({ text }) => text);
      for (const { code, createdAt } of phone.caseFile.reports.values())
        expect(said).toContain(standingWords('Công an xã Đại Lãnh', readableMoment(createdAt), code));
    },
  },
  {
    name: 'a report for somebody else says so, and its reporter is not its victim',
    turns: [
      ...BEGIN,
      [
        'hôm qua mẹ tôi bị lừa qua zalo, bà chuyển 5 triệu vào stk 0123456789 MB, sđt nó 0912345678',
        '5.000.000đ',
        'Bạn có lỡ đưa',
      ],
      [{ tap: 'Không có gì' }, 'báo cho mình hay báo giúp'],
      ['cho người nhà', 'đã báo ngân hàng'],
      ['gửi luôn', 'liên hệ lại'],
      ['gọi điện cho tôi', 'tên và số điện thoại'],
      ['Lan 0987654321', 'Người bị hại: Cho người nhà', 'Họ tên: Lan'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(answerTo(report, 'for-whom')).toBe('Cho người nhà');
      expect(report.reporter).toMatchObject({ name: 'Lan', phone: '0987 654 321' });
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
      ['khong nho', '(6/', 'Bạn có lỡ đưa'],
      ['khong co gi', '(7/', 'ảnh chụp màn hình'],
      ['khong co', 'liên hệ lại'],
      ['nhan tin tai day', 'Bạn xem lại', '3.000.000đ'],
      ['gui di', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.reporter).toMatchObject({ anonymous: false, name: null, phone: null });
      expect(answerTo(report, 'account')).toBe('khong nho');
      expect(answerTo(report, 'where')).toBe('Facebook, Messenger');
      expect(answerTo(report, 'when')).toBe('ngày 20/11/2026');
    },
  },
  {
    name: 'a number without a unit is asked back, and words that are no amount explain how to write one',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng', 'khi nào'],
      ['hôm qua', 'qua đâu'],
      ['zalo', 'bao nhiêu tiền'],
      ['15', '15.000.000đ hay 15.000đ'],
      ['nhiều lắm', 'Chưa rõ số tiền'],
      ['tầm 15 củ', 'tài khoản nào'],
    ],
  },
  {
    name: 'several payments are asked back with their sum, and a story’s are shown as a sum',
    turns: [
      ...BEGIN,
      [
        'hôm qua trên zalo nó lừa em mua vé máy bay, em chuyển lần lượt 50 triệu, 120 triệu, 230tr rồi nó chặn em',
        '400.000.000đ (cộng 3 lần)',
      ],
    ],
  },
  {
    name: 'several payments told where the sum is asked: one number is asked for',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng', 'khi nào'],
      ['hôm qua', 'qua đâu'],
      ['zalo', 'bao nhiêu tiền'],
      ['lần lượt 50 triệu, 120 triệu', 'cộng lại là 170.000.000đ', 'số lớn nhất là 120.000.000đ'],
      ['170 triệu', 'tài khoản nào'],
    ],
  },
  {
    name: 'two questions in one: an answer to both is taken, of an answer to one the other is asked',
    turns: [
      ['tôi muốn báo công an', 'đồng ý'],
      ['ok', 'Cứ kể chuyện đã xảy ra'],
      [
        'mua hàng trên mạng bị lừa không giao hàng cho tôi',
        'Loại việc: Bị lừa',
        'khi nào, họ liên hệ qua đâu?',
      ],
      ['qua zalo', 'Kênh, nơi xảy ra: Zalo', 'Việc xảy ra khi nào? Bạn nhớ'],
      ['tối qua', 'bao nhiêu tiền'],
      ['3 triệu', 'tài khoản nào', 'Số điện thoại, link, Facebook'],
      ['0123456789 MB, sđt nó 0912345678', 'Dấu vết của đối tượng: 0912 345 678', 'Bạn có lỡ đưa'],
      ['gửi luôn', 'liên hệ lại'],
      ['nhắn tin tại đây', 'Bạn xem lại', '0123456789'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(answerTo(report, 'where')).toBe('Zalo');
      expect(answerTo(report, 'when')).toContain('21/11/2026');
      expect(report.indicators.map(({ kind }) => kind).sort()).toEqual(['account', 'phone']);
    },
  },
  {
    name: 'time and channel in one answer',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng', 'khi nào, họ liên hệ qua đâu?'],
      ['hôm qua tầm 9 giờ tối, qua Zalo', 'Zalo', 'bao nhiêu tiền'],
    ],
  },
  {
    name: 'an anonymous report keeps neither name nor number, and the limits are said',
    turns: [
      ['tôi muốn báo công an vụ lừa đảo', 'đồng ý'],
      [{ tap: 'Báo ẩn danh' }, 'không lưu tên và số điện thoại', 'Bị lừa đảo', '(1/'],
      [
        'hôm qua tôi bị lừa chuyển 2 triệu qua zalo cho người bán vé giả',
        'tôi hiểu',
        '2.000.000đ',
        'tài khoản nào',
      ],
      ['dạ đúng rồi', /^\(2\/\d+\) Bạn chuyển vào tài khoản nào/],
      ['gửi luôn', 'Bạn xem lại', 'Báo ẩn danh'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.reporter).toMatchObject({ anonymous: true, name: null, phone: null });
    },
  },
];

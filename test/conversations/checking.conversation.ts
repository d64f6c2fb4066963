import { expect } from '@jest/globals';
import { BEGIN } from './begun-report.ts';
import type { ConversationTable } from './table.ts';

export const checking: readonly ConversationTable[] = [
  {
    name: 'nothing known is never said to be safe',
    turns: [
      ['kiểm tra số này giúp', 'Bạn gửi số điện thoại'],
      [
        '0912345678',
        '0912 345 678: chưa có thông tin',
        'không có nghĩa là an toàn',
        'cúp máy',
        '[Kiểm tra nữa]',
      ],
      [{ tap: 'Kiểm tra nữa' }, 'Bạn gửi số điện thoại'],
      [
        'vcb-digibank.top/dang-nhap',
        'vcb-digibank.top/dang-nhap: địa chỉ này gần giống vietcombank.com.vn nhưng không phải',
        '.gov.vn',
      ],
      ['dichvucong-gov.vn.top', 'gần giống', 'Đừng đăng nhập'],
      ['dichvucong.gov.vn', 'tên miền này là của Cổng Dịch vụ công', 'tự gõ địa chỉ'],
      ['shop-la-oi.xyz/khuyen-mai', 'shop-la-oi.xyz/khuyen-mai: chưa có thông tin'],
      ['qwrt zxcv', '[Gặp cán bộ]'],
    ],
  },
  {
    name: 'a number in the first message is looked up at once',
    turns: [['kiểm tra số 0912345678 có lừa đảo không', 'chưa có thông tin']],
  },
  {
    name: 'what is kept is shown, a copy is given, erasure is asked for and confirmed',
    turns: [
      ['dữ liệu của tôi', '[Xem dữ liệu]', '[Xin xóa dữ liệu]', 'https://canhbao.example/quyen-rieng-tu'],
      ['xem', 'không lưu tin phản ánh nào'],
      [{ tap: 'Lấy bản tóm tắt' }, 'không lưu tin phản ánh nào'],
      ['xoa du lieu', 'Bạn chắc chứ?'],
      [{ tap: 'Giữ lại' }, 'giữ nguyên'],
    ],
  },
  {
    name: 'a draft is erased at once',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ['dữ liệu của tôi', '[Xem dữ liệu]'],
      [{ tap: 'Xem dữ liệu' }, 'Một tin viết dở'],
      [{ tap: 'Xin xóa dữ liệu' }, 'Bạn chắc chứ?'],
      ['có', 'Đã xóa tin viết dở'],
      ['viết tiếp', '[Gửi tin phản ánh]'],
    ],
  },
  {
    name: 'what was written in an emergency is kept for the duty officer until the resident has it deleted',
    turns: [
      ['em vừa chuyển 15tr cho nó rồi làm sao', /^Đừng chuyển thêm/],
      ['dữ liệu của tôi', '[Xem dữ liệu]'],
      [{ tap: 'Xem dữ liệu' }, 'lời bạn nhắn lúc khẩn cấp'],
      ['xóa dữ liệu', 'Bạn chắc chứ?'],
      ['có', 'lời nhắn lúc khẩn cấp, nếu có'],
    ],
    check: (phone) => {
      expect(phone.caseFile.alerts).toMatchObject([{ slug: 'sos-vua-chuyen-tien', words: null }]);
    },
  },
  {
    name: 'warnings are stopped, with a record for whoever sends them',
    turns: [
      ['dữ liệu của tôi', '[Dừng nhận cảnh báo]'],
      [{ tap: 'Dừng nhận cảnh báo' }, 'Đã dừng gửi tin cảnh báo'],
    ],
    check: (phone) => {
      expect(phone.caseFile.audit).toContainEqual(expect.objectContaining({ action: 'warnings-stopped' }));
    },
  },
];

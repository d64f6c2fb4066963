import { describe, expect, it } from '@jest/globals';
import { guessCategory } from '../../dialogs/report/guess-category.ts';
import type { Category } from '../../reports/report.ts';

/** What residents write when they begin; the category is shown to them and may be corrected. */
const SAID: readonly (readonly [string, Category | null])[] = [
  [
    'tôi đặt mua máy lọc nước trên mạng, họ bảo đặt cọc trước, chuyển xong thì họ chặn, qua Zalo, mất 3 triệu',
    'C01',
  ],
  ['có người rủ tôi làm cộng tác viên, bắt nạp thêm tiền làm nhiệm vụ rồi không cho rút ra', 'C01'],
  ['toi bi lua mat 20tr tren facebook', 'C01'],
  ['9h tối qua có người xưng công an dọa tôi nên tôi chuyển 15tr vào stk 0123456789', 'C01'],
  ['con gái tôi bị lừa chuyển khoản 5 triệu mua vé ca nhạc', 'C01'],
  ['tôi ck cho nó 2 triệu rồi nó chặn zalo', 'C01'],
  ['nạp tiền đầu tư chứng khoán giờ không rút được', 'C01'],
  ['bị lừa đặt cọc thuê phòng trọ', 'C01'],
  ['mua xe máy, người bán yêu cầu cọc 3.000.000đ vào tài khoản 0071001234567 rồi chặn số', 'C01'],
  ['mẹ tôi đọc otp cho nó, mất sạch tiền trong tài khoản ngân hàng', 'C01'],
  [
    'có người gọi điện tự xưng cán bộ công an, bắt tôi kết bạn zalo để làm việc nhưng tôi không làm theo',
    'C02',
  ],
  ['có số lạ giả danh ngân hàng gọi đòi cập nhật sinh trắc học', 'C02'],
  ['điện lực giả gọi dọa cắt điện', 'C02'],
  ['nguoi mao danh cong an phuong goi bat cai VNeID', 'C02'],
  ['facebook của tôi bị hack từ sáng nay, nó nhắn vay tiền hết bạn bè', 'C03'], // "hack" is the residents' own word
  ['mất zalo rồi, không đăng nhập được', 'C03'],
  ['nick fb bi chiem', 'C03'],
  ['tự nhiên mất sóng, sim bị chiếm', 'C03'],
  ['tôi cài app dịch vụ công giả, máy bị điều khiển rồi bị trừ 50 triệu', 'C04'],
  ['bấm link tải file apk xong điện thoại bị chiếm quyền', 'C04'],
  ['thông tin cá nhân của tôi bị rao bán', 'C05'],
  ['lộ hết thông tin cccd của cả nhà', 'C05'],
  ['có trang đăng tin giả nói xã mình sắp vỡ đập', 'C06'],
  ['người ta đồn thổi tin sai sự thật về dịch bệnh', 'C06'],
  ['có người bôi nhọ tôi trên facebook', 'C07'],
  ['nó dọa tung ảnh nóng của em nếu không chuyển tiền', 'C07'],
  ['hang xom dang bai vu khong toi an trom', 'C07'],
  ['con tôi 12 tuổi bị người lạ dụ dỗ gửi ảnh', 'C08'],
  ['cháu bị các bạn bắt nạt trên nhóm lớp', 'C08'],
  ['tôi bị app vay tiền khủng bố điện thoại', 'C09'],
  ['vay 2 triệu qua app giờ nó đòi 20 triệu, gọi cho cả cơ quan', 'C09'],
  ['không vay mà cứ bị đòi nợ', 'C09'],
  ['trong xóm có nhóm lôi kéo cá độ bóng đá qua mạng', 'C10'],
  ['nó mở web đánh bài tài xỉu', 'C10'],
  ['có nhóm zalo phát phim sex cho học sinh', 'C11'],
  ['máy chủ của trường bị mã hóa đòi tiền chuộc dữ liệu', 'C12'],
  ['website ubnd xã bị tấn công', 'C12'],
  ['có kẻ đăng bài xuyên tạc chống phá nhà nước', 'C13'],
  ['em tôi bị lừa sang Campuchia', 'C14'],
  ['con tôi mất liên lạc từ trưa, có người đòi chuộc 500 triệu', 'C14'],
  ['có người rủ bán tài khoản ngân hàng', 'C15'],
  ['tin nhắn rác suốt ngày', 'C15'],
  ['zalo để làm việc với cán bộ', null],
  ['tôi muốn báo công an', null],
  ['tôi muốn tố giác một việc', null],
];

describe('The kind of matter that the first words tell of', () => {
  it.each(SAID)('%j is %s', (text, category) => {
    expect(guessCategory(text)).toBe(category);
  });
});

/**
 * What officers often write, ready to be put into an answer and changed there. "…" is a gap to fill. The title is what the
 * officer reads, the text what the resident would.
 */
export const replyPhrases = (
  commune: string,
): readonly { readonly title: string; readonly text: string }[] => [
  {
    title: 'Đã nhận tin',
    text: 'Chào bạn, tôi là cán bộ trực. Chúng tôi đã nhận tin của bạn và đang xem. Bạn giữ nguyên tin nhắn, biên lai, số điện thoại của họ, đừng xóa gì nhé.',
  },
  {
    title: 'Gọi ngân hàng',
    text: 'Nếu chưa gọi ngân hàng, bạn gọi ngay số in ở mặt sau thẻ, xin tra soát khẩn và đề nghị tạm giữ tiền ở tài khoản nhận. Gọi xong, bạn nhắn cho tôi biết ngân hàng trả lời thế nào.',
  },
  {
    title: 'Đừng chuyển thêm',
    text: 'Bạn đừng chuyển thêm đồng nào và đừng trả lời họ nữa. Ai hứa lấy lại tiền mà đòi phí là lừa tiếp. Nếu bị đe dọa, bạn gọi 113 ngay.',
  },
  {
    title: 'Xin thêm chứng cứ',
    text: 'Bạn gửi thêm tại đây giúp tôi: ảnh chụp tin nhắn, biên lai chuyển tiền, trang cá nhân và số điện thoại của họ. Bạn che mã OTP, mật khẩu, số thẻ trước khi gửi.',
  },
  {
    title: 'Xin số để gọi',
    text: 'Bạn cho tôi xin tên, số điện thoại và giờ tiện nghe máy để tôi gọi lại. Tôi không hỏi mã OTP, mật khẩu và không yêu cầu chuyển tiền.',
  },
  {
    title: 'Mời đến trụ sở',
    text: `Mời bạn đến trụ sở ${commune} lúc …, mang theo căn cước, điện thoại và giấy tờ liên quan. Nếu bận, bạn nhắn lại để tôi hẹn giờ khác. Muốn chắc lời mời này là thật, bạn cứ đến thẳng trụ sở hỏi.`,
  },
];

import type { ChannelName, Delivery, EvidenceKind, Urgency } from '../../reports/report.ts';
import type { Role } from '../../reports/staff.ts';
import { alertTexts } from './alerts.ts';
import { articleTexts } from './articles.ts';
import { factTexts } from './facts.ts';
import { figureTexts } from './figures.ts';
import { publicTexts } from './public.ts';
import { receiptTexts } from './receipt.ts';
import { reportTexts } from './report.ts';
import { signInTexts } from './sign-in.ts';
import { staffTexts } from './staff.ts';

const role: Readonly<Record<Role, string>> = {
  admin: 'Quản trị',
  officer: 'Cán bộ',
  editor: 'Biên tập viên',
};

const urgency: Readonly<Record<Urgency, string>> = {
  P0: 'Nguy hiểm tính mạng',
  P1: 'Khẩn cấp',
  P2: 'Gấp',
  P3: 'Thường',
  P4: 'Thông tin',
};

const channel: Readonly<Record<ChannelName, string>> = { zalo: 'Zalo', messenger: 'Messenger' };

const delivery: Readonly<Record<Delivery, string>> = {
  waiting: 'Đang gửi',
  held: 'Chờ người dân nhắn lại',
  nudged: 'Đã báo có tin mới, chờ người dân nhắn lại',
  sent: 'Đã gửi',
  delivered: 'Đã tới máy',
  failed: 'Không gửi được',
};

const evidenceKind: Readonly<Record<EvidenceKind, string>> = {
  image: 'Ảnh',
  video: 'Video',
  audio: 'Ghi âm',
  file: 'Tệp',
  location: 'Vị trí',
  contact: 'Danh bạ',
  link: 'Đường link',
};

/** Everything that staff and residents read on the web. */
export const vi = {
  role,
  urgency,
  channel,
  delivery,
  waitsForChannel: 'Chờ kênh được nối lại',
  evidenceKind,
  common: {
    skip: 'Đến nội dung chính',
    console: 'Bảng điều khiển cán bộ',
    navigation: 'Các trang',
    signOut: 'Đăng xuất',
    save: 'Lưu',
    cancel: 'Thôi',
    optional: 'không bắt buộc',
    older: 'Xem cũ hơn',
    newest: 'Về mới nhất',
    back: 'Quay lại',
    copy: 'Chép',
    copied: 'Đã chép',
    draftKept: 'Đã giữ lại phần bạn gõ dở. Chưa gửi: xem lại rồi bấm gửi, hoặc xóa đi.',
  },
  nav: {
    queue: 'Hàng đợi',
    conversations: 'Trò chuyện',
    figures: 'Thống kê',
    articles: 'Bài viết',
    missed: 'Câu chưa trả lời',
    facts: 'Dữ kiện',
    staff: 'Cán bộ',
    audit: 'Nhật ký',
    system: 'Hệ thống',
  },
  refusal: {
    'signed-out': {
      title: 'Phiên làm việc đã khóa',
      text: 'Bạn chưa đăng nhập, hoặc phiên đã khóa vì lâu không dùng, nên việc vừa rồi chưa được lưu. Đăng nhập lại ngay ở thẻ này: ghi chú, tin nhắn bạn gõ dở vẫn còn.',
    },
    forbidden: {
      title: 'Không thuộc quyền của bạn',
      text: 'Vai trò của bạn không mở được trang này. Nếu cần, hãy nhờ quản trị của đơn vị.',
    },
    'foreign-form': {
      title: 'Biểu mẫu đã cũ',
      text: 'Biểu mẫu này không còn dùng được nên chưa có gì được lưu. Hãy quay lại, tải lại trang rồi gửi lần nữa.',
    },
    'not-found': {
      title: 'Không có trang này',
      text: 'Đường dẫn không đúng, hoặc nội dung không còn.',
    },
    'bad-form': {
      title: 'Biểu mẫu thiếu hoặc sai',
      text: 'Máy chủ không hiểu nội dung gửi lên nên chưa có gì được lưu. Hãy quay lại, kiểm tra rồi gửi lần nữa.',
    },
    'too-large': {
      title: 'Nội dung quá lớn',
      text: 'Nội dung gửi lên dài quá mức cho phép nên chưa được lưu. Hãy rút gọn rồi gửi lại.',
    },
    'too-many': {
      title: 'Thử quá nhiều lần',
      text: 'Có quá nhiều lần thử từ mạng này. Vui lòng chờ 15 phút rồi thử lại.',
    },
    'changed-meanwhile': {
      title: 'Có người vừa sửa trước bạn',
      text: 'Thay đổi của bạn chưa được lưu vì nội dung vừa được người khác sửa. Hãy quay lại và tải lại trang.',
    },
    broken: {
      title: 'Hệ thống đang gặp sự cố',
      text: 'Việc bạn vừa làm có thể chưa được lưu. Vui lòng thử lại sau ít phút; nếu vẫn lỗi, báo quản trị của đơn vị.',
    },
    toConsole: 'Về trang đầu',
    toSignIn: 'Đến trang đăng nhập',
  },
  ...signInTexts,
  ...alertTexts,
  ...reportTexts,
  ...articleTexts,
  ...staffTexts,
  ...factTexts,
  ...figureTexts,
  ...publicTexts,
  ...receiptTexts,
} as const;

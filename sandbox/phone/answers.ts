import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Read } from './input.ts';

export const sentences = {
  badJson: 'Dữ liệu gửi lên không đọc được (không phải JSON).',
  tooLarge: 'Nội dung gửi lên quá lớn. Tệp được tối đa 25 MB.',
  noResident: 'Không tìm thấy người dân này. Tải lại trang rồi thử lại.',
  noButton: 'Nút này không còn dùng được.',
  noExtras: 'Messenger không gửi được vị trí và danh thiếp.',
  emptyFile: 'Tệp không có nội dung.',
  badFault: 'Sự cố này không có, hoặc giá trị không đúng.',
  noToken: 'Mã truy cập của trang Facebook không tự hết hạn.',
  otherSite: 'Chỉ trang chạy thử trên máy này được gọi địa chỉ này.',
  tooManyPages: 'Đang có quá nhiều trang chạy thử cùng mở.',
  notFound: 'Không có địa chỉ này.',
  broken: 'Trang chạy thử gặp lỗi. Xin thử lại.',
} as const;

export function refuse(response: Response, status: number, sentence: string): void {
  response.status(status).json({ error: sentence });
}

/** The value, or null after the answer was sent that it is wrong. */
export function valueOf<T>(response: Response, result: Read<T>): T | null {
  if (result.ok) return result.value;
  refuse(response, 400, result.sentence);
  return null;
}

/** A page of another site may not send messages here through the visitor's browser. */
export const ownSiteOnly: RequestHandler = (request, response, next) => {
  const site = request.get('sec-fetch-site');
  if (site === undefined || site === 'same-origin' || site === 'none') next();
  else refuse(response, 403, sentences.otherSite);
};

/** Errors of the body parsers in words for a person; anything else as a plain 500. */
export const answerErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = error instanceof Error && 'status' in error ? error.status : 500;
  if (status === 413) refuse(response, 413, sentences.tooLarge);
  else if (typeof status === 'number' && status >= 400 && status < 500)
    refuse(response, status, sentences.badJson);
  else next(error);
};

/** The tables that articles refer to. */
export const factTexts = {
  facts: {
    title: 'Dữ kiện',
    lead: 'Số điện thoại, ngân hàng, cơ quan, trang web, văn bản và mức phạt mà bài viết viện dẫn. Trang này chỉ để xem và rà soát; việc sửa do người quản trị kỹ thuật làm trong thư mục knowledge/facts.',
    tables: 'Các bảng dữ kiện',
    all: 'Tất cả',
    toLookAt: 'Cần xem lại',
    due: (count: number) =>
      `${count} dòng cần xem lại: đến hạn đối chiếu, hoặc chưa đủ tin cậy để nói với người dân.`,
    showDue: 'Xem các dòng này',
    table: {
      hotlines: 'Số gọi',
      banks: 'Ngân hàng',
      agencies: 'Cơ quan',
      sites: 'Trang, ứng dụng',
      laws: 'Văn bản',
      fines: 'Mức phạt',
    },
    confidence: { A: 'Tin cậy A', B: 'Tin cậy B', C: 'Tin cậy C' },
    withheld: {
      unconfirmed: 'Chưa xác nhận: không nói với người dân',
      unsigned: 'Chờ pháp chế duyệt: không nói với người dân',
      expired: 'Hết hiệu lực',
    },
    source: 'Nguồn',
    checked: 'Đối chiếu ngày',
    next: 'Đối chiếu lại trước',
    overdue: (date: string) => `Đến hạn đối chiếu lại từ ${date}`,
    emptyTitle: 'Không có dòng nào cần xem lại',
    empty: 'Mọi dòng đều còn hạn và đủ tin cậy.',
  },
} as const;

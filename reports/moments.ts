/** Vietnam has one time zone and no summer time. */
export const VIETNAM = 'Asia/Ho_Chi_Minh';

const dateFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: VIETNAM,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: VIETNAM,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** "22/11/2026" in Vietnamese time. */
export const readableDate = (moment: Date): string => dateFormat.format(moment);

/** "09:05 ngày 22/11/2026" in Vietnamese time. */
export const readableMoment = (moment: Date): string =>
  `${timeFormat.format(moment)} ngày ${readableDate(moment)}`;

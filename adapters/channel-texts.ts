/** The few words that a channel adds by itself, when a form of the platform has no room for the dialog's own. */
export const CHOOSE_BELOW = 'Bạn chọn một mục dưới đây:';
export const MORE_CHOICES = 'Các mục khác:';

/** "1. Tiêu đề", one a line: the choices where buttons cannot be shown whole. */
export function numberedList(titles: readonly string[], from = 1): string {
  return titles.map((title, index) => `${index + from}. ${title}`).join('\n');
}

/** A link or a number as a line of text; both apps make it tappable. */
export function lineOf(title: string, target: string): string {
  return title.includes(target) ? title : `${title}: ${target}`;
}

export function joinTexts(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

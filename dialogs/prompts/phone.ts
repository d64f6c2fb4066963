import { findPhones } from '../../reports/parsing/phone.ts';

/** The telephone number in a reply, kept with the words around it ("gọi sau 5 giờ"); null when there is none. */
export function recognisePhone(text: string): { readonly value: string; readonly text: string } | null {
  const [phone] = findPhones(text, { isAnswer: true });
  if (phone === undefined) return null;
  const around = text.replace(/[\d\s.+()-]/g, '');
  return { value: phone.value, text: around === '' ? phone.display : `${phone.display} (${text})` };
}

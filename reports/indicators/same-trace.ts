import { BANKS } from '../parsing/banks.ts';
import type { Indicator } from '../report.ts';

type Trace = Pick<Indicator, 'kind' | 'value'>;

/** The number of an account's value `970422:0123456789`. */
const numberOf = (value: string): string => value.slice(value.indexOf(':') + 1);
const hasBank = (value: string): boolean => !value.startsWith(':');

/**
 * The forms under which the same trace may be on file, its own first: an account without its bank is the same as that
 * number at any bank, and one with its bank the same as the bare number; two banks are two accounts.
 */
export function formsOf({ kind, value }: Trace): readonly Trace[] {
  if (kind !== 'account') return [{ kind, value }];
  const number = numberOf(value);
  const others = hasBank(value) ? [`:${number}`] : BANKS.map(({ code }) => `${code}:${number}`);
  return [value, ...others].map((form) => ({ kind, value: form }));
}

/** Without the accounts whose bank is not known where the same number is there with its bank. */
export function withoutVaguer(indicators: readonly Indicator[]): readonly Indicator[] {
  const exact = new Set(
    indicators
      .filter(({ kind, value }) => kind === 'account' && hasBank(value))
      .map(({ value }) => numberOf(value)),
  );
  return indicators.filter(
    ({ kind, value }) => kind !== 'account' || hasBank(value) || !exact.has(numberOf(value)),
  );
}

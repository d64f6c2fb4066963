import type { FoundAccount } from '../parsing/account.ts';
import type { FoundEmail } from '../parsing/email.ts';
import type { FoundLink } from '../parsing/link.ts';
import type { FoundPhone } from '../parsing/phone.ts';
import type { FoundSocial } from '../parsing/social.ts';
import type { Indicator } from '../report.ts';

/** The forms in which the same trace of an offender is equal in two reports. */

export function phoneIndicator({ value, display }: FoundPhone): Indicator {
  return { kind: 'phone', value, display };
}

/** `970422:0123456789`, or `:0123456789` while the bank is not known. */
export function accountIndicator({ number, bank, holder }: FoundAccount): Indicator {
  const display = [number, bank?.name, holder]
    .filter((part) => part !== null && part !== undefined)
    .join(' – ');
  return { kind: 'account', value: `${bank?.code ?? ''}:${number}`, display };
}

export function linkIndicator({ value, display }: FoundLink): Indicator {
  return { kind: 'link', value, display };
}

/** The site as a whole: offenders change the path with every victim. */
export function siteIndicator({ host }: FoundLink): Indicator {
  return { kind: 'link', value: host, display: host };
}

export function socialIndicator({ value, display }: FoundSocial): Indicator {
  return { kind: 'social', value, display };
}

export function emailIndicator({ value }: FoundEmail): Indicator {
  return { kind: 'email', value, display: value };
}

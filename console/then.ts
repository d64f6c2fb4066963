const SIGN_IN = '/console/dang-nhap';

/**
 * Where an open page goes by itself when its session ended: whoever comes back should know why, and that no bell rang, and
 * is led back to the page, where what was half typed is kept.
 */
export function lockedPath(pageUrl: string | undefined): string {
  const url = pageUrl !== undefined && URL.canParse(pageUrl) ? new URL(pageUrl) : null;
  const path = signInPath(url === null ? '' : `${url.pathname}${url.search}`);
  return `${path}${path === SIGN_IN ? '?' : '&'}xong=da-khoa`;
}

/** The page on which a form of a report or a talk stands, by where the form is sent; the first page for every other. */
export function formPage(action: string): string {
  return /^\/console\/(?:bao-cao|tro-chuyen)\/[\w-]+/.exec(action)?.[0] ?? '/console';
}

/** The sign-in page, which leads on to `then` afterwards. */
export function signInPath(then: string): string {
  const path = safeThen(then);
  return path === '/console' ? SIGN_IN : `${SIGN_IN}?tiep=${encodeURIComponent(path)}`;
}

/** A page of the console to go on to; anything else, above all another site, becomes the console's first page. */
export function safeThen(then: string | null): string {
  if (then === null || then.length > 300) return '/console';
  const isOurs = /^\/console(?:\/[\w/-]*)?(?:\?[\w\-.=&%+]*)?$/.test(then) && !then.includes('//');
  return isOurs && !then.startsWith(SIGN_IN) ? then : '/console';
}

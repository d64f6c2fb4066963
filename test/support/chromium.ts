import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const quietArguments = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium that `npm test` found or installed; undefined where there is none. */
export function chromiumPath(): string | undefined {
  const path = process.env['CHROMIUM'];
  return path === '' ? undefined : path;
}

/** A real browser without a window. Throws when there is none: `npm test` leaves the browser tests out then. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('CHROMIUM is not set: start the tests with npm test');
  return chromium.launch({ executablePath, args: quietArguments });
}

import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where what is fetched once per machine is kept: outside the checkout, so that a fresh clone finds it. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const configured = environment['XDG_CACHE_HOME'];
  const base = configured === undefined || configured === '' ? join(homedir(), '.cache') : configured;
  return join(base, 'commune-police-assistant');
}

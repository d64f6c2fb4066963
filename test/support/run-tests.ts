import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseUnavailableError } from '../../sandbox/mongo/database-error.ts';
import { endOf } from '../../sandbox/mongo/run-command.ts';
import { databaseKind } from '../../sandbox/mongo/running-database.ts';
import { startDatabase } from '../../sandbox/mongo/start-database.ts';
import { findOrInstallChromium } from './find-chromium.ts';

/** What the tests need and a fresh machine may lack; `stop` takes away what was started. */
interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly jestArguments: readonly string[];
  readonly stop: () => Promise<void>;
}

const folderPrefix = 'commune-test-';

/** Runs Jest against a real database and, for pages, a real browser. Arguments go to Jest. */
async function main(args: readonly string[]): Promise<number> {
  const { environment, jestArguments, stop } = await prepare(args);
  const jest = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      ...args,
      // Last: Jest takes whatever follows one of these for another pattern of it.
      ...jestArguments,
    ],
    { stdio: 'inherit', env: environment },
  );
  // Jest is ended first, then the database is stopped.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => jest.kill(signal));
  const { code } = await endOf(jest);
  await stop();
  return code ?? 1;
}

async function prepare(args: readonly string[]): Promise<Surroundings> {
  const browserTests = await browserTestsAmong(args);
  const [browser, database] = await Promise.all([
    browserTests.length === 0 ? undefined : findOrInstallChromium(say),
    prepareDatabase(),
  ]);
  const withoutBrowser = browserTests.length > 0 && browser === undefined;
  if (withoutBrowser) {
    say(`Without a Chromium (set CHROMIUM to one) these do not run:\n  ${browserTests.join('\n  ')}`);
  }
  return {
    environment: {
      ...process.env,
      TEST_MONGODB_URI: database.uri,
      ...(browser === undefined ? {} : { CHROMIUM: browser }),
    },
    jestArguments: withoutBrowser
      ? ['/node_modules/', '\\.browser\\.test\\.tsx?$'].map((path) => `--testPathIgnorePatterns=${path}`)
      : [],
    stop: database.stop,
  };
}

async function prepareDatabase(): Promise<{ uri: string; stop: () => Promise<void> }> {
  const given = process.env['MONGODB_URI'];
  if (given !== undefined && given !== '') return { uri: given, stop: () => Promise.resolve() };
  await sweepAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
  const remove = () => rm(dataDir, { recursive: true, force: true });
  const stopEarly = () => {
    void remove().then(() => process.exit(1));
  };
  process.on('SIGINT', stopEarly).on('SIGTERM', stopEarly);
  const database = await startDatabase({
    dataDir,
    kind: databaseKind(process.env['EMBEDDED_DATABASE']),
    mongodBinary: process.env['MONGOD_BINARY'],
    durable: false,
    onProgress: say,
  });
  process.off('SIGINT', stopEarly).off('SIGTERM', stopEarly);
  say(`The tests run on ${database.description}`);
  return {
    uri: database.uri,
    stop: async () => {
      await database.stop();
      await remove();
    },
  };
}

/** Data of runs that were killed. */
async function sweepAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${folderPrefix}(\\d+)-`).exec(name)?.[1]);
    if (pid > 0 && !isRunning(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Jest takes its arguments as patterns of paths. */
async function browserTestsAmong(args: readonly string[]): Promise<string[]> {
  const patterns = args.filter((arg) => !arg.startsWith('-')).map((arg) => new RegExp(arg));
  const files = await readdir('test', { recursive: true });
  return files
    .filter((file) => /\.browser\.test\.tsx?$/.test(file))
    .map((file) => join('test', file))
    .filter((file) => patterns.length === 0 || patterns.some((pattern) => pattern.test(file)))
    .sort();
}

function say(line: string): void {
  console.log(line);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof DatabaseUnavailableError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

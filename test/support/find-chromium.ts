import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { installPackages, whyNoPackages } from '../../sandbox/mongo/engine/apt.ts';
import { reportProgress } from '../../sandbox/mongo/engine/progress.ts';

/** Without the parts that draw a window it takes half the processor time for the same pages. */
const shell = 'chromium-headless-shell';
const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** CHROMIUM, else a browser found on the machine, else Debian's package where this process may install it. */
export async function findOrInstallChromium(onProgress: (line: string) => void): Promise<string | undefined> {
  const configured = process.env['CHROMIUM'];
  if (configured !== undefined && configured !== '') return configured;
  const found = await findChromium();
  if (found !== undefined) return found;
  const obstacle = await whyNoPackages();
  if (obstacle !== undefined) {
    onProgress(`No Chromium on this machine: ${obstacle}`);
    return undefined;
  }
  try {
    await installChromium(onProgress);
  } catch (error) {
    onProgress(`Chromium cannot be installed: ${error instanceof Error ? error.message : 'unknown fault'}`);
  }
  return findChromium();
}

async function findChromium(): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...applications,
  ];
  for (const candidate of candidates) {
    const runs = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return candidate;
  }
  return undefined;
}

async function installChromium(onProgress: (line: string) => void): Promise<void> {
  const progress = reportProgress('Installing Chromium for the browser tests (once per machine)', onProgress);
  try {
    const install = (browser: string) =>
      // The fonts have all the letters of Vietnamese.
      installPackages([browser, 'fonts-dejavu-core'], progress.onLine);
    // Older releases of Debian have no package of the shell.
    await install(shell).catch(() => install('chromium'));
  } finally {
    progress.stop();
  }
}

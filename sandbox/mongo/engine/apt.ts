import { access, readFile } from 'node:fs/promises';
import { CommandError, runCommand } from '../run-command.ts';

const debootstrap = '/usr/sbin/debootstrap';

/** Why the packages cannot be installed on this machine, or undefined when they can. */
export async function whyNoPackages(): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'Debian packages need Linux';
  if (process.getuid?.() !== 0) return 'installing Debian packages needs root';
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID=debian$/m.test(release) ? undefined : 'this machine does not run Debian';
}

/** The mirror that the machine's own apt takes Debian from. Throws CommandError when apt knows none. */
async function debianMirror(): Promise<string> {
  const rows = await runCommand('apt-get', [
    'indextargets',
    '--format',
    '$(REPO_URI)|$(LABEL)',
    'Created-By: Packages',
  ]);
  const row = rows.find((line) => line.endsWith('|Debian'));
  if (row === undefined) throw new CommandError('apt knows no Debian mirror');
  return row.slice(0, row.lastIndexOf('|'));
}

/** apt's own proxy, handed to the downloader of debootstrap, which does not read apt's settings. */
async function aptEnvironment(): Promise<NodeJS.ProcessEnv> {
  const rows = await runCommand('apt-config', ['dump', '--format', '%f=%v%n', 'Acquire::http::Proxy']);
  const proxy = rows.map((row) => /^Acquire::http::Proxy=(.+)$/.exec(row)?.[1]).find((value) => value);
  return proxy === undefined ? process.env : { ...process.env, http_proxy: proxy, https_proxy: proxy };
}

/** Installs packages of Debian's. Needs root; throws CommandError. */
export async function installPackages(
  packages: readonly string[],
  onLine: (line: string) => void,
): Promise<void> {
  const options = { onLine, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: 600_000 };
  // Another program may be installing something: wait for its lock rather than fail.
  const patience = ['-o', 'DPkg::Lock::Timeout=300'];
  await runCommand('apt-get', [...patience, 'update'], options);
  const install = ['install', '--yes', '--no-install-recommends', ...packages];
  await runCommand('apt-get', [...patience, ...install], options);
}

/**
 * Fetches the packages of DocumentDB and all they need into `root/var/cache/apt/archives`. The release's signature and
 * every package's hash are checked. Nothing is configured or run: only the files are wanted.
 */
export async function downloadPackages(root: string, onLine: (line: string) => void): Promise<void> {
  const present = await access(debootstrap).then(
    () => true,
    () => false,
  );
  if (!present) await installPackages(['debootstrap'], onLine);
  const args = [
    '--variant=minbase',
    '--download-only',
    '--include=postgresql-18-documentdb,ca-certificates',
    '--keyring=/usr/share/keyrings/debian-archive-keyring.gpg',
    'forky',
    root,
    await debianMirror(),
    // Debian 12 has no script of its own for forky; sid's is the one every newer suite links to.
    '/usr/share/debootstrap/scripts/sid',
  ];
  await runCommand(debootstrap, args, { onLine, env: await aptEnvironment(), timeoutMs: 900_000 });
}

import { chmod, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../run-command.ts';

/**
 * The engine runs under a user id that nothing else on a Debian machine has (the reserved range of Debian policy 9.2.2):
 * PostgreSQL refuses root, and a borrowed id could read its files.
 */
export const engineUserId = 65_432;

export const postgresFolder = '/usr/lib/postgresql/18';

const programs = [
  `${postgresFolder}/bin/postgres`,
  `${postgresFolder}/bin/initdb`,
  '/usr/bin/setpriv',
  '/bin/sh',
];
const modules =
  /^(pg_cron|pg_documentdb.*|vector|postgis-3|plpgsql|tsm_system_rows|dict_snowball|libpqwalreceiver)\.so$/;
const sharedFolders = ['/usr/share/postgresql/18', '/usr/share/zoneinfo'];
const extensions = /^(documentdb\w*|pg_cron|vector|postgis(-3)?|plpgsql|tsm_system_rows)(--|\.)/;
const unusedFolders = ['usr/share/postgresql/18/man', 'usr/share/zoneinfo/right', 'usr/share/zoneinfo/posix'];

/** Unpacks every fetched package under `root` and removes the archives. */
export async function unpackPackages(root: string, onLine: (line: string) => void): Promise<void> {
  const archives = join(root, 'var/cache/apt/archives');
  const names = (await readdir(archives)).filter((name) => name.endsWith('.deb')).sort();
  // base-files first: it brings /lib, /bin and /sbin as links into /usr.
  const queue = [
    ...names.filter((name) => name.startsWith('base-files_')),
    ...names.filter((name) => !name.startsWith('base-files_')),
  ];
  const first = queue.shift();
  const unpack = async (name: string) => {
    onLine(`Unpacking ${name}`);
    await runCommand('dpkg-deb', ['--extract', join(archives, name), root]);
  };
  if (first !== undefined) await unpack(first);
  const worker = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) await unpack(name);
  };
  await Promise.all([worker(), worker()]);
  await rm(archives, { recursive: true });
}

/**
 * Copies from the unpacked packages what the engine needs to run, about a sixth of them, into `root` + `target`: small
 * enough that every data folder has an engine of its own (see `data-folder.ts`).
 */
export async function copyEngine(root: string, target: string): Promise<void> {
  const inChroot = (args: readonly string[]) => runCommand('chroot', [root, ...args]);
  const engine = join(root, target);
  const libraryFolder = `${postgresFolder}/lib`;
  const loaded = (await readdir(join(root, libraryFolder))).filter((name) => modules.test(name));
  const wanted = [...programs, ...loaded.map((name) => `${libraryFolder}/${name}`)];
  const libraries = (await inChroot(['ldd', ...wanted]))
    .map((line) => /(?:=> )?(\/\S+) \(0x/.exec(line)?.[1])
    .filter((path) => path !== undefined);
  await mkdir(engine);
  const files = [...new Set([...wanted, ...libraries])];
  await inChroot(['cp', '--dereference', '--preserve=mode', '--parents', ...files, target]);
  await inChroot(['cp', '--archive', '--parents', ...sharedFolders, target]);
  await removeUnused(engine);
  await addSystemFiles(engine);
}

async function removeUnused(engine: string): Promise<void> {
  for (const path of unusedFolders) await rm(join(engine, path), { recursive: true, force: true });
  const folder = join(engine, 'usr/share/postgresql/18/extension');
  const unused = (await readdir(folder)).filter((name) => !extensions.test(name));
  await Promise.all(unused.map((name) => rm(join(folder, name))));
  // Debian links this when it configures the package.
  await rm(join(folder, 'postgis.control'), { force: true });
  await symlink('postgis-3.control', join(folder, 'postgis.control'));
}

async function addSystemFiles(engine: string): Promise<void> {
  for (const folder of ['dev', 'etc', 'tmp', 'run']) await mkdir(join(engine, folder), { recursive: true });
  const user = `postgres:x:${engineUserId}:${engineUserId}::/:/bin/sh\n`;
  await writeFile(join(engine, 'etc/passwd'), user);
  await writeFile(join(engine, 'etc/group'), `postgres:x:${engineUserId}:\n`);
  // A plain file does as /dev/null here: initdb only sends a few lines to it, and making a device needs more rights.
  await writeFile(join(engine, 'dev/null'), '');
  await chmod(join(engine, 'dev/null'), 0o666);
  await chmod(join(engine, 'tmp'), 0o1777);
}

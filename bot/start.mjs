/**
 * `npm start`: joins our source files into a few modules and runs them. Compiling each file by itself as it is imported takes
 * longer than all the rest of the start and leaves a compiler in memory. What was joined is kept in node_modules/.cache and
 * used again until one of the files changes. Plain JavaScript, because it runs before anything can be compiled.
 */
import { randomUUID } from 'node:crypto';
import { readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = path.join(root, 'node_modules', '.cache', 'joined');
const listed = path.join(cache, 'latest.json');
const DAY_MS = 86_400_000;

/** What a file was when it was joined: enough to see that somebody wrote it. */
async function stateOf(file) {
  const { mtimeMs, size } = await stat(path.join(root, file));
  return `${mtimeMs} ${size}`;
}

/** The joined program's folder, while every file is as it was. */
async function kept() {
  try {
    const { folder, files } = JSON.parse(await readFile(listed, 'utf8'));
    const states = await Promise.all(Object.keys(files).map(stateOf));
    return Object.values(files).every((state, index) => state === states[index]) ? folder : null;
  } catch {
    return null;
  }
}

/** A joined file stands elsewhere, and still finds what lies beside its sources. */
const ownPlace = {
  name: 'own-place',
  setup(build) {
    build.onLoad({ filter: /\.tsx?$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)));
      return { contents, loader: file.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

/** Removes what nobody started for a day: a program that still runs may read a part of its own late. */
async function clearOld() {
  for (const name of await readdir(cache).catch(() => [])) {
    const place = path.join(cache, name);
    const { mtimeMs } = await stat(place);
    if (place !== listed && Date.now() - mtimeMs > DAY_MS) await rm(place, { recursive: true, force: true });
  }
}

async function join() {
  const { build } = await import('esbuild');
  await clearOld();
  // a folder of its own: another process may be starting, or still run what was joined before
  const folder = path.join(cache, randomUUID());
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['bot/main.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'error',
    plugins: [ownPlace],
  });
  const names = ['package-lock.json', ...Object.keys(metafile.inputs)];
  const files = {};
  for (const name of names) files[name] = await stateOf(name);
  const draft = `${folder}.json`;
  await writeFile(draft, JSON.stringify({ folder, files }));
  await rename(draft, listed);
  return folder;
}

const folder = (await kept()) ?? (await join());
await import(pathToFileURL(path.join(folder, 'main.mjs')).href);

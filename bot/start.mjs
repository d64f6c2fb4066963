/**
 * `npm start`: runs the joined program. What was joined is kept in node_modules/.cache and used again until one of the files
 * changes. Plain JavaScript, because it runs before anything can be compiled.
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

/** Removes what nobody started for a day: a program that still runs may read a part of its own late. */
async function clearOld() {
  for (const name of await readdir(cache).catch(() => [])) {
    const place = path.join(cache, name);
    const { mtimeMs } = await stat(place);
    if (place !== listed && Date.now() - mtimeMs > DAY_MS) await rm(place, { recursive: true, force: true });
  }
}

async function joinAnew() {
  const { join } = await import('./join.mjs');
  await clearOld();
  // a folder of its own: another process may be starting, or still run what was joined before
  const folder = path.join(cache, randomUUID());
  const files = {};
  // of the packages the list says what they are
  for (const name of ['package-lock.json', 'bot/join.mjs', ...(await join(root, folder))])
    files[name] = await stateOf(name);
  const draft = `${folder}.json`;
  await writeFile(draft, JSON.stringify({ folder, files }));
  await rename(draft, listed);
  return folder;
}

const folder = (await kept()) ?? (await joinAnew());
await import(pathToFileURL(path.join(folder, 'main.mjs')).href);

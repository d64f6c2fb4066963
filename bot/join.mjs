/**
 * Joins the program and the packages it uses into a few files, compiled. Node then reads ten files where it would look for two
 * thousand, and holds neither a compiler nor what nobody calls. Plain JavaScript, because it runs before anything can be compiled.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Machine code, or files of their own beside them: they stay where they are. */
const LEFT_APART = ['sharp', '@node-rs/argon2', 'pdfkit', 'mongodb-memory-server-core'];

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

/**
 * How the Bot Framework speaks with Microsoft's channels and signs in there: none of ours is one, and it is a third of all
 * that would be loaded. Some of its classes are extended by others, so that names have to be there.
 */
const withoutMicrosoft = {
  name: 'without-microsoft',
  setup(build) {
    build.onResolve({ filter: /^(botframework-connector|@azure\/.+)$/ }, (found) => ({
      path: found.path,
      namespace: 'left-out',
    }));
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path: name }) => ({
      contents: `
        class LeftOut {
          constructor() {
            throw new Error('${name} is not part of the joined program');
          }
        }
        module.exports = new Proxy({}, { get: (_, key) => (key === '__esModule' ? true : LeftOut) });`,
    }));
  },
};

/**
 * esbuild writes other letters than ASCII as escapes except in regular expressions and comments, where an escape means the
 * same. With one such letter left, all of a file takes twice the memory.
 */
const inAscii = (text) =>
  text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Writes the joined program into a folder; gives the names of our own files that it was made from. */
export async function join(root, folder) {
  const beside = JSON.stringify(path.join(root, 'bot', 'main.ts'));
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['bot/main.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    external: LEFT_APART,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // packages of the older kind ask for parts of Node when they run
    banner: {
      js: `import { createRequire as requireOf } from 'node:module';const require = requireOf(${beside});`,
    },
    minifyWhitespace: true,
    lineLimit: 160,
    legalComments: 'none',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: 'error',
    plugins: [ownPlace, withoutMicrosoft],
  });
  await mkdir(folder, { recursive: true });
  for (const file of outputFiles) await writeFile(file.path, inAscii(file.text));
  return Object.keys(metafile.inputs).filter((name) => !/node_modules\/|^left-out:/.test(name));
}

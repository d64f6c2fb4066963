import { createRequire } from 'node:module';
import path from 'node:path';
import tesseract from 'tesseract.js';

/**
 * A process of its own that reads pictures with one Tesseract engine: it is sent PNGs one at a time and answers each with
 * its words, or null. A picture that brings the engine down ends this process and nothing else.
 */

/** Vietnamese letters contain all others that receipts use. The file is part of the package: nothing is fetched. */
const LANGUAGE = 'vie';
const languageFolder = path.dirname(
  createRequire(import.meta.url).resolve('@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz'),
);

const engine = tesseract
  .createWorker(LANGUAGE, tesseract.OEM.LSTM_ONLY, {
    langPath: languageFolder,
    gzip: true,
    cacheMethod: 'none',
    // without it the package throws inside an event handler
    errorHandler: () => undefined,
  })
  .then(async (ready) => {
    await ready.setParameters({ user_defined_dpi: '150', debug_file: '/dev/null' });
    return ready;
  });

async function wordsIn(picture: Uint8Array): Promise<string | null> {
  try {
    const { data } = await (await engine).recognize(Buffer.from(picture));
    return data.text;
  } catch {
    return null;
  }
}

process.on('message', (picture) => {
  if (!(picture instanceof Uint8Array)) return;
  void wordsIn(picture).then((words) => process.send?.({ words }));
});
// whoever asked is gone, in whatever way, maybe before this line was reached
process.on('disconnect', () => process.exit());
if (!process.connected) process.exit();

import { createWebhookBell } from '../adapters/duty-webhook/webhook-bell.ts';
import { createPictureReader } from '../adapters/ocr/picture-reader.ts';
import type { Outside } from './outside.ts';
import { createPictureDesk, type PictureDesk } from './picture-desk.ts';
import { roadCollections } from './road/documents.ts';
import { createDutyCaller, type DutyCaller } from './road/duty-caller.ts';
import { createEvidenceSweep } from './road/evidence-sweep.ts';

/** What goes on beside the turns. */
export interface Background {
  readonly pictures: PictureDesk;
  /** Null where the console is the only way to the duty officer. */
  readonly dutyCaller: DutyCaller | null;
  start(): void;
  stop(): Promise<void>;
}

export function composeBackground(outer: Outside, publicUrl: string): Background {
  const { config, db, dutyCalls, reports, clock, log } = outer;
  const pictures = createPictureDesk({
    evidence: outer.evidence,
    kept: outer.pictureWords,
    reader: createPictureReader(),
  });
  const dutyCaller =
    config.dutyWebhook === null
      ? null
      : createDutyCaller({
          calls: dutyCalls,
          bell: createWebhookBell({ ...config.dutyWebhook, clock }),
          reports,
          publicUrl,
          clock,
          log,
        });
  const sweep = createEvidenceSweep({
    ...outer,
    shelf: outer.evidenceShelf,
    collections: roadCollections(db),
  });
  return {
    pictures,
    dutyCaller,
    start: () => {
      dutyCaller?.start();
      sweep.start();
    },
    stop: async () => {
      await Promise.all([sweep.stop(), dutyCaller?.stop(), pictures.stop()]);
    },
  };
}

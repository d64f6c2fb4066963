import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder-core';
import { ConversationState, MemoryStorage } from 'botbuilder-core';
import { CollectingBotAdapter } from '../../adapters/collecting-adapter.ts';
import { createConversation } from '../../dialogs/conversation.ts';
import { nothingKnown } from '../../dialogs/indicator-check.ts';
import { nothingRead } from '../../dialogs/pictures.ts';
import { setTurnInput } from '../../dialogs/turn-input.ts';
import type { DialogServices } from '../../dialogs/turn-input.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { MissedQuestion } from '../../knowledge/missed-question-repository.ts';
import type { Evidence, ResidentAddress } from '../../reports/report.ts';
import { countViews, reportSubject } from '../../reports/staff-looks.ts';
import type { InMemoryCaseFile } from './in-memory-case-file.ts';
import { createInMemoryCaseFile } from './in-memory-case-file.ts';

class PhoneAdapter extends CollectingBotAdapter {
  protected override readonly channel = 'zalo';
}

/** What a resident does. */
export type Does =
  | string
  /** Taps a button of the last message by its title. */
  | { readonly tap: string }
  /** Taps a button that stood under an earlier message. */
  | { readonly tapOld: string }
  /** Sends files; names that begin with "!" could not be fetched, and for those with "#" there was no room. */
  | { readonly sends: readonly string[]; readonly text?: string }
  | { readonly sticker: true }
  | { readonly arrives: true };

export interface Said {
  readonly text: string;
  readonly buttons: readonly { readonly title: string; readonly action: string }[];
}

export interface PhoneOptions {
  readonly knowledge: KnowledgeBase;
  readonly decide: DialogServices['answers']['decide'];
  readonly services?: Partial<DialogServices>;
  readonly caseFile?: InMemoryCaseFile;
  readonly userId?: string;
}

/** A resident's phone: each turn runs in a program that was just started, over nothing but the saved JSON. */
export interface Phone {
  readonly caseFile: InMemoryCaseFile;
  readonly missed: MissedQuestion[];
  readonly residentKey: string;
  /** What stands on the phone after the last turn. */
  readonly screen: () => readonly Said[];
  does(action: Does): Promise<readonly Said[]>;
  /** Lets time pass. */
  waits(ms: number): void;
  readonly now: () => Date;
  /** The saved state of this conversation, to look into or to damage. */
  readonly storage: MemoryStorage;
  readonly stateKey: string;
}

export const COMMUNE = {
  policeName: 'Công an xã Đại Lãnh',
  dutyPhone: null,
  publicUrl: 'https://canhbao.example',
} as const;

export function createPhone(options: PhoneOptions): Phone {
  const caseFile = options.caseFile ?? createInMemoryCaseFile();
  const userId = options.userId ?? 'resident-1';
  const address: ResidentAddress = { channel: 'zalo', accountId: 'oa', userId };
  const residentKey = createHash('sha256').update(userId).digest('hex');
  const adapter = new PhoneAdapter();
  const storage = new MemoryStorage();
  const missed: MissedQuestion[] = [];
  let now = new Date('2026-11-22T02:00:00Z');
  let screen: readonly Said[] = [];
  const everShown: { title: string; action: string }[] = [];
  const services: DialogServices = {
    answers: { decide: options.decide, refine: (_text, decision) => Promise.resolve(decision) },
    knowledge: () => options.knowledge,
    reports: caseFile.reader,
    clock: () => now,
    newId: () => `${String(now.getTime()).padStart(15, '0')}-${randomUUID()}`,
    randomBelow: (bound) => randomInt(bound),
    pins: {
      hash: (pin) => Promise.resolve(`slow ${pin}`),
      verify: (pin, hash) => Promise.resolve(hash === `slow ${pin}`),
    },
    commune: COMMUNE,
    staffLooks: (reportId) =>
      Promise.resolve(
        countViews(caseFile.audit.filter(({ subject }) => subject === reportSubject(reportId)).toReversed()),
      ),
    receiptUrl: (code) => `${COMMUNE.publicUrl}/bien-nhan/${code}-secret`,
    missedQuestions: {
      add: (question) => {
        missed.push(question);
        return Promise.resolve();
      },
    },
    indicators: nothingKnown,
    pictures: nothingRead,
    ...options.services,
  };

  const activityOf = (does: Does): Partial<Activity> => {
    if (typeof does === 'string') return { type: 'message', text: does };
    if ('arrives' in does) return { type: 'conversationUpdate' };
    if ('sticker' in does) return { type: 'message', text: '' };
    if ('sends' in does) return { type: 'message', text: does.text ?? '' };
    const [title, shown] =
      'tap' in does ? [does.tap, screen.at(-1)?.buttons ?? []] : [does.tapOld, [...everShown].reverse()];
    const button = shown.find((one) => one.title === title);
    if (button === undefined)
      throw new Error(`No button "${title}" among: ${shown.map((one) => one.title).join(', ')}`);
    return { type: 'message', text: title, value: { action: button.action } };
  };

  const does = async (action: Does): Promise<readonly Said[]> => {
    now = new Date(now.getTime() + 20_000);
    const state = new ConversationState(storage);
    const conversation = createConversation(services, state);
    const unit = caseFile.begin();
    const handover = caseFile.openHandover(residentKey);
    const files = typeof action === 'object' && 'sends' in action ? action.sends : [];
    const evidence = files.map((name) => evidenceNamed(name, now));
    const activity = {
      ...activityOf(action),
      channelId: 'zalo',
      conversation: { id: userId, isGroup: false, conversationType: 'personal', name: '' },
    };
    const said = await adapter.runTurn(activity, async (context) => {
      setTurnInput(context, { work: unit.work, evidence, address, residentKey, now, handover });
      await conversation.run(context);
      await state.saveChanges(context);
    });
    unit.commit();
    screen = said.map(({ text, suggestedActions }) => ({
      text: text ?? '',
      buttons: (suggestedActions?.actions ?? []).map(({ title, value }) => ({
        title,
        action: String(value),
      })),
    }));
    everShown.push(...screen.flatMap(({ buttons }) => buttons));
    return screen;
  };

  return {
    caseFile,
    missed,
    residentKey,
    screen: () => screen,
    does,
    waits: (ms) => {
      now = new Date(now.getTime() + ms);
    },
    now: () => now,
    storage,
    stateKey: `zalo/conversations/${userId}/`,
  };
}

let made = 0;

function evidenceNamed(name: string, arrivedAt: Date): Evidence {
  made += 1;
  const why = { '!': 'timeout', '#': 'storage-full' }[name.slice(0, 1)] ?? null;
  const failed = why !== null;
  const stored = { sizeBytes: 2_048, sha256: createHash('sha256').update(`${name}${made}`).digest('hex') };
  return {
    id: `evidence-${made}`,
    kind: 'image',
    name: failed ? name.slice(1) : name,
    mediaType: 'image/jpeg',
    ...(failed ? { sizeBytes: null, sha256: null } : stored),
    arrivedAt,
    state: failed ? 'failed' : 'stored',
    note: why,
  };
}

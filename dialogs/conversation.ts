import type { BotState, TurnContext } from 'botbuilder-core';
import { createDraftBox } from './draft.ts';
import type { Draft } from './draft.ts';
import { asTap, readInput } from './input.ts';
import { MEMORY_PROPERTY, STACK_PROPERTY } from './kept-state.ts';
import { readMemory } from './memory.ts';
import type { Memory } from './memory.ts';
import { unseenPictures } from './pictures.ts';
import { createRootDialog } from './root-dialog.ts';
import { runDialogTurn } from './run-turn.ts';
import { setTalk, Talk } from './talk.ts';
import { turnInput } from './turn-input.ts';
import type { DialogServices } from './turn-input.ts';

export interface Conversation {
  /**
   * Takes one turn whose `TurnInput` is set. Loads and changes the conversation state and stages its own changes in the
   * turn's `Work`; the caller saves the state and commits. Errors reach the caller and leave nothing half done.
   */
  run(context: TurnContext): Promise<void>;
}

/** After so long a silence who answers is said again. */
const GREETED_AGAIN_AFTER_MS = 6 * 60 * 60_000;

function afterPause(memory: Memory, now: Date): Memory {
  const isPause =
    memory.lastTurnAt !== null && now.getTime() - Date.parse(memory.lastTurnAt) > GREETED_AGAIN_AFTER_MS;
  return isPause ? { ...memory, greeted: false } : memory;
}

/** Costs a look-up only while a draft has pictures that were not talked about. */
async function wordsOf(
  { pictures }: DialogServices,
  draft: Draft | null,
): Promise<ReadonlyMap<string, string | null>> {
  const unseen = draft === null ? [] : unseenPictures(draft);
  return unseen.length === 0 ? new Map() : pictures.words(unseen);
}

/** The whole conversation over one state: three properties, so that a draft report outlives the dialogs' changes. */
export function createConversation(services: DialogServices, state: BotState): Conversation {
  const root = createRootDialog(services);
  const stackProperty = state.createProperty<unknown>(STACK_PROPERTY);
  const memoryProperty = state.createProperty<unknown>(MEMORY_PROPERTY);
  const draftProperty = state.createProperty<unknown>('draft');

  return {
    run: async (context) => {
      const turn = turnInput(context);
      const memory = afterPause(readMemory(await memoryProperty.get(context)), turn.now);
      const draft = createDraftBox(await draftProperty.get(context), turn.now);
      const input = asTap(readInput(context.activity, turn.evidence), memory.shown, memory.numbered);
      const pictureWords = await wordsOf(services, draft.current());
      setTalk(context, new Talk({ context, services, turn, input, memory, draft, pictureWords }));
      const stack = await runDialogTurn(context, root, await stackProperty.get(context));
      memory.lastTurnAt = turn.now.toISOString();
      await stackProperty.set(context, stack);
      await memoryProperty.set(context, memory);
      await draftProperty.set(context, draft.current());
    },
  };
}

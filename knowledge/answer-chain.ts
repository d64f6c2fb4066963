import { Runnable, RunnableLambda, RunnableSequence } from '@langchain/core/runnables';
import type { RunnableConfig } from '@langchain/core/runnables';
import type { Decision, Setting, TraceStep } from './decision.ts';
import { withoutAnonymity } from './anonymous-wish.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { compose } from './steps/compose.ts';
import { decide } from './steps/decide.ts';
import type { Verdict } from './steps/decide.ts';
import { normalise } from './steps/normalise.ts';
import type { ReadMessage } from './steps/normalise.ts';
import { retrieve } from './steps/retrieve.ts';
import type { Retrieval } from './steps/retrieve.ts';
import { findDestination } from './steps/route.ts';
import type { Destination } from './steps/route.ts';
import { checkSafety } from './steps/safety.ts';
import type { Safety } from './steps/safety.ts';

type Asked = { message: string; setting: Setting };
type Started = Asked & { kb: KnowledgeBase; trace: readonly TraceStep[] };
type Normalised = Started & { read: ReadMessage };
type SafetyChecked = Normalised & { safety: Safety };
type Routed = SafetyChecked & { destination: Destination | null };
type Retrieved = Routed & { retrieval: Retrieval };
type Decided = Retrieved & { verdict: Verdict };

/** Runs one step, and notes what it found and how long it took. */
const traced = <S extends Started, F>(
  name: string,
  state: S,
  run: (state: S) => F,
  note: (found: F) => string,
): { found: F; trace: readonly TraceStep[] } => {
  const startedAt = performance.now();
  const found = run(state);
  const step: TraceStep = { step: name, note: note(found), durationMs: performance.now() - startedAt };
  return { found, trace: [...state.trace, step] };
};

const normaliseStep = (state: Started): Normalised => {
  const { found, trace } = traced(
    'normalise',
    state,
    ({ kb, message }) => normalise(kb, message),
    ({ text, readings }) => `${text.tokens.length} words, ${readings.size} repaired`,
  );
  return { ...state, read: found, trace };
};

const safetyStep = (state: Normalised): SafetyChecked => {
  const { found, trace } = traced(
    'safety',
    state,
    ({ kb, read, setting }) => checkSafety(kb, read, setting),
    ({ urgent, judged, tones }) =>
      [
        urgent?.rule ?? 'no urgent words',
        judged === null ? 'examples not heard' : `urgent ${judged.urgent.toFixed(2)}`,
        ...tones,
      ].join(', '),
  );
  return { ...state, safety: found, trace };
};

const routeStep = (state: SafetyChecked): Routed => {
  const { found, trace } = traced(
    'route',
    state,
    ({ kb, read }) => findDestination(kb, read),
    (destination) => destination?.rule ?? 'no plain wish',
  );
  return { ...state, destination: found, trace };
};

const retrieveStep = (state: Routed): Retrieved => {
  const { found, trace } = traced(
    'retrieve',
    state,
    ({ kb, read, safety }) => retrieve(kb, read, safety.judged),
    ({ leader }) => (leader ? `${leader.kind} ${leader.id} ${leader.probability.toFixed(2)}` : 'nothing'),
  );
  return { ...state, retrieval: found, trace };
};

const decideStep = (state: Retrieved): Decided => {
  const { found, trace } = traced(
    'decide',
    state,
    ({ kb, safety, destination, retrieval }) => decide(kb, safety, destination, retrieval),
    ({ route, reason }) => `${route}: ${reason}`,
  );
  return { ...state, verdict: found, trace };
};

const composeStep = ({ kb, verdict, retrieval, trace }: Decided): Decision =>
  compose(kb, verdict, retrieval, trace);

const runSteps = (kb: KnowledgeBase, message: string, setting: Setting): Decision =>
  composeStep(
    decideStep(retrieveStep(routeStep(safetyStep(normaliseStep({ kb, message, setting, trace: [] }))))),
  );

/** The message as the steps read it: a report that is to be unnamed is read as the report that it is. */
const asRead = (kb: KnowledgeBase, { message, setting }: Asked): string => {
  const plain = withoutAnonymity(message);
  return plain !== null && runSteps(kb, plain, setting).route === 'report' ? plain : message;
};

/** The whole chain as one plain function: what the runnables do, without their overhead. */
export const decideNow = (kb: KnowledgeBase, message: string, setting: Setting = 'free'): Decision =>
  runSteps(kb, asRead(kb, { message, setting }), setting);

/** normalise → safety → route → retrieve → decide → compose, each step a runnable of its name that can be watched. */
const createSequence = (getKnowledgeBase: () => KnowledgeBase): Runnable<Asked, Decision> => {
  const step = <I, O>(name: string, run: (input: I) => O): RunnableLambda<I, O> => {
    const runnable = new RunnableLambda<I, O>({ func: run });
    runnable.name = name;
    return runnable;
  };
  return RunnableSequence.from<Asked, Decision>([
    step('start', (asked: Asked): Started => {
      const kb = getKnowledgeBase();
      return { ...asked, message: asRead(kb, asked), kb, trace: [] };
    }),
    step('normalise', normaliseStep),
    step('safety', safetyStep),
    step('route', routeStep),
    step('retrieve', retrieveStep),
    step('decide', decideStep),
    step('compose', composeStep),
  ]);
};

/**
 * The chain as a runnable. Only where somebody watches do its steps run as runnables of their own: their bookkeeping takes a
 * quarter of a decision, and slows every other promise of the program down.
 */
class AnswerRunnable extends Runnable<Asked, Decision> {
  override lc_namespace = ['knowledge', 'answer-chain'];
  readonly #getKnowledgeBase: () => KnowledgeBase;
  readonly #sequence: Runnable<Asked, Decision>;

  constructor(getKnowledgeBase: () => KnowledgeBase) {
    super();
    this.#getKnowledgeBase = getKnowledgeBase;
    this.#sequence = createSequence(getKnowledgeBase);
  }

  override async invoke(asked: Asked, options?: Partial<RunnableConfig>): Promise<Decision> {
    if (options?.callbacks !== undefined) return this.#sequence.invoke(asked, options);
    return decideNow(this.#getKnowledgeBase(), asked.message, asked.setting);
  }
}

/** What decides about messages. */
export type AnswerChain = {
  /** @throws FactReferenceError when the text to say names a fact that cannot be told */
  decide: (text: string, setting?: Setting) => Promise<Decision>;
  /** The same as a LangChain runnable, to be traced or composed further. */
  runnable: Runnable<Asked, Decision>;
};

/** `getKnowledgeBase` is asked once for each message, so a new base counts from the next message on. */
export const createAnswerChain = (getKnowledgeBase: () => KnowledgeBase): AnswerChain => {
  const runnable = new AnswerRunnable(getKnowledgeBase);
  return { decide: (message, setting = 'free') => runnable.invoke({ message, setting }), runnable };
};

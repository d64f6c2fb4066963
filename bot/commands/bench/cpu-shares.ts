import { Session, type Profiler } from 'node:inspector/promises';

const SAMPLE_EVERY_US = 500;

type Where = 'database' | 'Bot Framework' | 'our code' | 'web and platform calls' | 'runtime' | 'waiting';
/** Starting the profiler takes as long as a tenth of what is measured, and is none of it. */
const MEASURING = 'measuring';
type Place = Where | typeof MEASURING;

/** The first that matches the file of a call, innermost first, has the time. */
const PLACES: readonly (readonly [RegExp, Place])[] = [
  [/\/bot\/commands\/bench\//, MEASURING],
  [/node_modules\/(mongodb|bson)\/|\/sandbox\/mongo\//, 'database'],
  [/node_modules\/(botbuilder|botframework)/, 'Bot Framework'],
  [/node_modules\/(express|router|body-parser|raw-body|finalhandler|send|qs)\/|node:_?http|undici/, 'web and platform calls'],
  [/^(?!node:).*\/(bot|dialogs|knowledge|reports|adapters)\/|node_modules\/(zod|@langchain|langsmith)/, 'our code'],
]; // prettier-ignore

/** Where the time of this process went while `act` ran, as shares of 1, the largest first. */
export async function profileCpu(act: () => Promise<unknown>): Promise<[Where, number][]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US });
  await session.post('Profiler.start');
  await act();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return shares(profile);
}

function shares({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): [Where, number][] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parentOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const placeOf = new Map<number, Place>();
  const place = (id: number): Place => {
    const known = placeOf.get(id) ?? placeFrom(id);
    placeOf.set(id, known);
    return known;
  };
  const placeFrom = (id: number): Place => {
    const { functionName, url } = byId.get(id)?.callFrame ?? { functionName: '', url: '' };
    if (functionName === '(idle)') return 'waiting';
    const found = PLACES.find(([pattern]) => pattern.test(url))?.[1];
    const parent = parentOf.get(id);
    return found ?? (parent === undefined ? 'runtime' : place(parent));
  };
  const times = new Map<Where, number>();
  let total = 0;
  for (const [index, id] of samples.entries()) {
    const where = place(id);
    if (where === MEASURING) continue;
    const time = timeDeltas[index] ?? 0;
    times.set(where, (times.get(where) ?? 0) + time);
    total += time;
  }
  return [...times]
    .map(([where, time]): [Where, number] => [where, time / total])
    .sort(([, one], [, other]) => other - one);
}

/** Reads rows behind the lane given, in the order of lanes; bounded. */
type ReadAfter = (lane: string) => Promise<readonly { readonly lane: string | null }[]>;

/**
 * Goes through the lanes of a collection round by round: each round continues behind the last, and starts again at the
 * end. So a backlog of any length is worked with bounded memory, and no lane waits behind the events of another.
 */
export function createLaneScan(): (read: ReadAfter) => Promise<string[]> {
  let after = '';
  return async (read) => {
    const rows = await read(after);
    const found = rows.length === 0 && after !== '' ? await read('') : rows;
    const lanes = [...new Set(found.map(({ lane }) => lane).filter((lane) => lane !== null))];
    after = lanes.at(-1) ?? '';
    return lanes;
  };
}

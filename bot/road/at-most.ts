/** Whether the work was done within `withinMs`; otherwise it goes on. Rejects if the work does within that time. */
export async function atMost(withinMs: number, work: Promise<unknown>): Promise<boolean> {
  let patience: NodeJS.Timeout | undefined;
  const over = new Promise<boolean>((resolve) => {
    patience = setTimeout(resolve, withinMs, false);
  });
  try {
    return await Promise.race([work.then(() => true), over]);
  } finally {
    clearTimeout(patience);
  }
}

import { fileURLToPath } from 'node:url';

/** The folder of the knowledge base that comes with the program. */
export const contentFolder = fileURLToPath(new URL('../knowledge/', import.meta.url));

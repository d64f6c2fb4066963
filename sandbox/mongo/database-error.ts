/** No database could be started: the message says what a person can do about it. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
}

/** One sentence naming the four ways to a database, with what stood in the way of each that was tried. */
export function noDatabase(obstacles: readonly string[]): DatabaseUnavailableError {
  const tried = obstacles.length === 0 ? '' : ` (tried: ${obstacles.join('; ')})`;
  return new DatabaseUnavailableError(
    'No database can be had on this machine: set MONGODB_URI to a MongoDB replica set, ' +
      'or install mongod (on the PATH, or named by MONGOD_BINARY), ' +
      'or open the network so that mongodb-memory-server can fetch it, ' +
      `or run as root on Debian so that PostgreSQL with DocumentDB can be installed${tried}`,
  );
}

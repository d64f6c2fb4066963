import type { PostgresConnection } from './postgres-connection.ts';

/** Connections to PostgreSQL that are lent and given back; at most `size` at a time, the others wait their turn. */
export interface ConnectionPool {
  acquire: () => Promise<PostgresConnection>;
  release: (connection: PostgresConnection) => void;
  close: () => void;
}

/** `open` is called when all are lent and there is room for one more. The one used last is lent first: its plans are warm. */
export function createConnectionPool(open: () => Promise<PostgresConnection>, size: number): ConnectionPool {
  const idle: PostgresConnection[] = [];
  const waiting: (() => void)[] = [];
  const all = new Set<PostgresConnection>();
  let opening = 0;

  const makeRoom = () => waiting.shift()?.();
  const take = (): PostgresConnection | undefined => {
    for (let last = idle.pop(); last !== undefined; last = idle.pop()) {
      if (last.isOpen) return last;
      all.delete(last);
    }
    return undefined;
  };

  return {
    acquire: async () => {
      for (;;) {
        const ready = take();
        if (ready !== undefined) return ready;
        if (all.size + opening < size) break;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      opening += 1;
      try {
        const connection = await open();
        all.add(connection);
        return connection;
      } catch (error) {
        makeRoom();
        throw error;
      } finally {
        opening -= 1;
      }
    },
    release: (connection) => {
      if (connection.isOpen) idle.push(connection);
      else all.delete(connection);
      makeRoom();
    },
    close: () => {
      for (const connection of all) connection.close();
    },
  };
}

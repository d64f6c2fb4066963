import { randomBytes } from 'node:crypto';
import { createFieldCipher } from '../../adapters/mongo/field-cipher.ts';
import { createStaffRepository } from '../../adapters/mongo/staff-repository.ts';
import { createUuidV7 } from '../../bot/uuid-v7.ts';
import type { Clock } from '../../reports/ports.ts';
import type { Role } from '../../reports/staff.ts';
import { signedIn, type Visitor } from '../console/visitor.ts';
import { startApp, type TestApp } from './app.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { openPlatforms, type Platforms } from './platforms.ts';

/** The whole product between both platforms' stand-ins and a database of its own. */
export interface Product {
  readonly database: TestDatabase;
  readonly platforms: Platforms;
  /** The program that runs now. */
  readonly app: TestApp;
  readonly dataKey: Buffer;
  /** A new account of this role, signed in to the console. */
  signIn(role: Role): Promise<Visitor>;
  /** Stops the program as an operator does and starts it anew. */
  restart(): Promise<void>;
  /** Stops the program, then the platforms, then drops the database. */
  close(): Promise<void>;
}

export async function openProduct(
  options: {
    readonly environment?: Readonly<Record<string, string>>;
    /** The product's clock where it is to follow the platforms'. */
    readonly clockOf?: (platforms: Platforms) => Clock;
    readonly retryDelaysMs?: readonly number[];
  } = {},
): Promise<Product> {
  const { environment, clockOf, retryDelaysMs } = options;
  const dataKey = randomBytes(32);
  const database = await openTestDatabase();
  const platforms = await openPlatforms(retryDelaysMs === undefined ? {} : { retryDelaysMs });
  const clock = clockOf?.(platforms) ?? (() => new Date());
  const key = { DATA_KEY: dataKey.toString('base64') };
  const start = () => startApp(database, platforms, { ...key, ...environment }, clock);
  let app = await start();
  return {
    database,
    platforms,
    get app() {
      return app;
    },
    dataKey,
    signIn: async (role) => {
      const staff = createStaffRepository(database.db, createFieldCipher(dataKey));
      const deps = { newId: createUuidV7(clock), staff };
      const place = { url: app.origin, clock: { now: clock() }, deps };
      return (await signedIn(place, role)).visitor;
    },
    restart: async () => {
      await app.stop();
      app = await start();
    },
    close: async () => {
      await app.stop();
      await platforms.close();
      await database.close();
    },
  };
}

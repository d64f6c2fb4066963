import type { AnyBulkWriteOperation, Db, Document, MongoClient } from 'mongodb';
import { commitWrites, type PrepareLate } from './commit-writes.ts';
import { createGatheredCall } from './gathered-call.ts';
import { toStagedWrite } from './write-batches.ts';
import type { StagedWrite } from './write-batches.ts';

/** Half of the lanes that are worked beside each other: a commit that hangs leaves room for the others. */
const UNITS_TOGETHER = 16;
/** While one is written the next gathers: with a second under way each would be half as large, and cost the same four calls. */
const COMMITS_UNDER_WAY = 1;

/** Writes of one act, collected without touching the network and committed together or not at all. */
export interface UnitOfWork {
  stage<T extends Document = Document>(
    collection: string,
    operation: AnyBulkWriteOperation<T>,
    options?: { readonly mustMatch?: boolean },
  ): void;
  /**
   * Adds writes that are known only at the last moment, such as the next link of a chain. Asked again at each attempt;
   * a duplicate key among them means that another process was faster, and leads to the next attempt.
   */
  stageLate(prepare: PrepareLate): void;
  /**
   * Sends one bulk write a collection, in the order of staging, inside one transaction; a single write goes alone, and
   * nothing staged costs nothing. Throws ReportError "conflict" when a write that must match found nothing or a document
   * with that key exists already. May be called once.
   */
  commit(): Promise<void>;
}

/** An empty unit. It keeps no connection until it commits. */
export function createUnitOfWork(client: MongoClient, db: Db): UnitOfWork {
  return createUnit((staged, late) => commitWrites(client, db, staged, late));
}

/**
 * Makes units of which those that commit at the same time share a transaction. Each still is written as a whole or not at
 * all: when one of them cannot be, none is, and each is committed by itself. For acts that do not touch the same documents.
 */
export function createSharedCommits(client: MongoClient, db: Db): () => UnitOfWork {
  const commitShared = createGatheredCall<readonly StagedWrite[], null>({
    alone: async (staged) => {
      await commitWrites(client, db, staged);
      return null;
    },
    together: async (units) => {
      await commitWrites(client, db, units.flat());
      return units.map(() => null);
    },
    maxTogether: UNITS_TOGETHER,
    maxUnderWay: COMMITS_UNDER_WAY,
  });
  return () =>
    createUnit(async (staged, late) => {
      if (late.length > 0) await commitWrites(client, db, staged, late);
      else if (staged.length > 0) await commitShared(staged);
    });
}

function createUnit(
  commit: (staged: readonly StagedWrite[], late: readonly PrepareLate[]) => Promise<void>,
): UnitOfWork {
  const staged: StagedWrite[] = [];
  const late: PrepareLate[] = [];
  let committed = false;

  return {
    stage: (collection, operation, options) => {
      staged.push(toStagedWrite(collection, operation, options));
    },
    stageLate: (prepare) => {
      late.push(prepare);
    },
    commit: async () => {
      if (committed) throw new Error('The unit of work was already committed');
      committed = true;
      await commit(staged, late);
    },
  };
}

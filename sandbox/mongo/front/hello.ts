import type { BSON } from 'mongodb';
import { maxMessageSizeBytes } from './wire-message.ts';

export const replicaSetName = 'embedded';

/** What a client is told first: one primary that knows sessions and transactions (MongoDB 7's wire version). */
export function helloDocument(address: string, connectionId: number): BSON.Document {
  return {
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    secondary: false,
    setName: replicaSetName,
    setVersion: 1,
    hosts: [address],
    me: address,
    primary: address,
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes,
    maxWriteBatchSize: 25_000, // the engine's own limit
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
  };
}

export const buildInfoDocument: BSON.Document = {
  version: '7.0.0',
  versionArray: [7, 0, 0, 0],
  modules: ['documentdb'],
  bits: 64,
  maxBsonObjectSize: 16 * 1024 * 1024,
};

import { MongoBulkWriteError, MongoServerError } from 'mongodb';
import type { UniqueIndex } from './indexes';

const DUPLICATE_KEY = 11_000;
const DEADLOCK = 'deadlock detected';

/*
 * Whoever passes over a duplicate says of which index: a duplicate in any other one is an error, since something else than
 * expected is in the way. Only the message tells the index everywhere: the driver leaves the server's `keyPattern` out of the
 * errors of bulk writes, and FerretDB gives none.
 */

/** `… index: ord dup key: …` of MongoDB, `…: Index 'ord'` of FerretDB. What comes first is the name; values come after it. */
const named = / index: (\S+)|: Index '([^']+)'/;

/** The index that a message about a duplicate names; null when it names none. */
function indexIn(message: string): string | null {
  const [, mongo, ferret] = named.exec(message) ?? [];
  return mongo ?? ferret ?? null;
}

function isAmong(message: string | undefined, indexes: readonly UniqueIndex[]): boolean {
  const index = indexIn(message ?? '');
  return indexes.some((one) => one === index);
}

/**
 * Whether a write failed because one of these indexes has such an entry already. Not for `findOneAndUpdate`: there FerretDB
 * doesn't say which index it was.
 */
export function isDuplicateKey(error: unknown, ...indexes: readonly UniqueIndex[]): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY && isAmong(error.message, indexes);
}

/**
 * Places of the documents that an unordered write refused because these indexes have such entries already. Any other
 * failure, also of only one document or of the write concern, is thrown again.
 */
export function duplicatesOf(error: unknown, ...indexes: readonly UniqueIndex[]): number[] {
  if (!(error instanceof MongoBulkWriteError)) throw error;
  const failures = [error.writeErrors].flat();
  const known = failures.every(({ code, errmsg }) => code === DUPLICATE_KEY && isAmong(errmsg, indexes));
  if (failures.length === 0 || !known || error.result.getWriteConcernError()) throw error;
  return failures.map(({ index }) => index);
}

/** Whether a write was the victim of a deadlock, as colliding entries of a unique index can be on FerretDB: try again. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof MongoServerError && error.message.includes(DEADLOCK);
}

import { MongoBulkWriteError, MongoServerError } from 'mongodb';
import type { UniqueIndex } from './indexes';
import { isVictim } from './victim';

const DUPLICATE_KEY = 11_000;

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
  const { known, victims } = refusalsOf(error, 0, ...indexes);
  if (victims.length > 0) throw error;
  return known;
}

/** What an unordered insert that failed came to: places of the documents that it refused, and why. */
interface Refusals {
  inserted: number;
  /** These indexes have such entries already. */
  known: number[];
  /** They lost a conflict, and can be inserted again. */
  victims: number[];
}

/** Tells what became of `asked` documents; any other failure is thrown again. */
export function refusalsOf(error: unknown, asked: number, ...indexes: readonly UniqueIndex[]): Refusals {
  if (error instanceof MongoServerError && !(error instanceof MongoBulkWriteError) && isVictim(error)) {
    return { inserted: 0, known: [], victims: Array.from({ length: asked }, (_, index) => index) };
  }
  if (!(error instanceof MongoBulkWriteError)) throw error;
  const failures = [error.writeErrors].flat();
  const lost = failures.filter(isVictim);
  const known = failures.filter(({ code, errmsg }) => code === DUPLICATE_KEY && isAmong(errmsg, indexes));
  const isAll = failures.length > 0 && lost.length + known.length === failures.length;
  if (!isAll || error.result.getWriteConcernError()) throw error;
  const places = (of: typeof failures) => of.map(({ index }) => index);
  return { inserted: error.insertedCount, known: places(known), victims: places(lost) };
}

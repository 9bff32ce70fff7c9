import type { Collection, Document } from 'mongodb';
import { MongoBulkWriteError, MongoServerError } from 'mongodb';

/*
 * Two writes of many documents that lock the same ones in another order wait for each other, until the server gives one of
 * them up. What it refused was not written, and can be written again. MongoDB mostly does so by itself.
 */

/** WriteConflict of MongoDB; what FerretDB makes of PostgreSQL's `40P01`, a deadlock. */
const codes: readonly unknown[] = [112, 16_908_292];
const tries = 20;
const repeated: ReadonlySet<unknown> = new Set(['updateMany', 'deleteMany', 'bulkWrite']);

/** Whether a failure, of a write or of one document of an unordered one, is that of the loser of a conflict. */
export function isVictim({ code }: { code?: unknown }): boolean {
  return codes.includes(code);
}

/** Does a write again as long as it, or some of it, lost a conflict: it must be one that may be done twice. */
export async function untilWon<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      if (attempt === tries || !hasVictims(error)) throw error;
    }
  }
}

function hasVictims(error: unknown): boolean {
  if (error instanceof MongoBulkWriteError) return [error.writeErrors].flat().some(isVictim);
  return error instanceof MongoServerError && isVictim(error);
}

/**
 * The same collection, whose writes of many documents are done again when they lost a conflict. All of the product's may be:
 * what they change no longer matches, or comes to the same. What they then tell is of the last time.
 */
export function persistent<T extends Document>(of: Collection<T>): Collection<T> {
  return new Proxy(of, {
    get(target, method) {
      const member: unknown = Reflect.get(target, method, target);
      if (typeof member !== 'function' || method === 'constructor') return member;
      if (!repeated.has(method)) return member.bind(target);
      return (...args: unknown[]): Promise<unknown> =>
        untilWon(async () => await Reflect.apply(member, target, args));
    },
  });
}

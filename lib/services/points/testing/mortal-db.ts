import type { Collection, Db } from 'mongodb';

/** The process was killed. */
export class Killed extends Error {
  override name = 'Killed';
}

const writes: ReadonlySet<PropertyKey> = new Set(['bulkWrite', 'insertMany', 'updateOne', 'deleteMany']);

/**
 * A database that a process writes to until it is killed: after `survives` writes the next one is done by half, if it
 * has parts, or not at all, and throws `Killed`, as does every one after it.
 */
export function mortalDb(db: Db, survives: number): Db {
  let left = survives;
  const mortal = <T extends object>(collection: T): T =>
    new Proxy(collection, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (!writes.has(name)) return value.bind(target);
        return async (first: unknown, ...rest: unknown[]) => {
          left -= 1;
          if (left >= 0) return value.call(target, first, ...rest);
          if (left === -1 && Array.isArray(first) && first.length > 1) {
            const half: Promise<unknown> = value.call(
              target,
              first.slice(0, Math.floor(first.length / 2)),
              ...rest,
            );
            // Nobody hears how it ended.
            await half.catch(() => undefined);
          }
          throw new Killed();
        };
      },
    });
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name === 'collection') return (of: string): Collection => mortal(target.collection(of));
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

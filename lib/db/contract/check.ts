import { randomBytes } from 'node:crypto';
import type { Collection, Document } from 'mongodb';

export interface Doc extends Document {
  _id: string;
}

/** Where a check works: one collection of its own, as each of several clients sees it. */
export interface Bench {
  /** At least eight. */
  clients: readonly Collection<Doc>[];
  /** The first of them, for what takes no race. */
  one: Collection<Doc>;
}

/** Something that the product believes of its database, tried out. */
export interface Check {
  name: string;
  /** What holds on a server that passes, as a sentence. */
  claim: string;
  /**
   * Null: the product depends on it. Else what the product does so that it needn't: some servers are known to fail here.
   */
  instead: string | null;
  /** What was found wrong, in a few words; null where the claim holds. */
  run(bench: Bench): Promise<string | null>;
}

/** Everybody does the same at once, each by a connection of their own. */
export function together<T>(
  { clients }: Bench,
  work: (collection: Collection<Doc>, client: number) => Promise<T>,
): Promise<T[]> {
  return Promise.all(clients.map(work));
}

/** Ids that no other check uses. */
export function ids(n: number): string[] {
  const prefix = randomBytes(4).toString('hex');
  return Array.from({ length: n }, (_, i) => `${prefix}-${String(i).padStart(4, '0')}`);
}

/** `wrong` of `of`, or null when nothing is. */
export function share(wrong: number, of: number, what: string): string | null {
  return wrong === 0 ? null : `${wrong} of ${of} ${what}`;
}

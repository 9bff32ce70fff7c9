import { randomInt } from 'node:crypto';
import type { Collection, Db, Document } from 'mongodb';
import type { CounterDoc } from './documents';
import { isDuplicateKey } from './duplicate-key';

/*
 * What rules are compiled against has a revision: whoever keeps a copy reads one small document to know whether it is still
 * good. Nobody has to remember to raise it: `collection()` gives these collections only with writes that do so themselves. Not
 * covered are bulk builders and `$merge` into one of them; nobody uses those here, as a test sees to.
 */

/** Collections that compiled rules depend on, and fields of them that no rule sees: an update of only those is none. */
const unseen = {
  fields: [],
  eventTypes: [],
  lists: [],
  settings: [],
  versions: [],
  // Drafts are saved at every keystroke, and what somebody looks at isn't the rule.
  definitions: ['draft', 'draftDigest', 'revision', 'updatedBy', 'updatedAt', 'asOf'],
} satisfies Record<string, readonly string[]>;

type WorkspaceCollection = keyof typeof unseen;

export const workspaceCollections: readonly WorkspaceCollection[] =
  Object.keys(unseen).filter(isWorkspaceCollection);

/** What doesn't change anything; every other method of a collection counts as a write. */
export const reads: ReadonlySet<unknown> = new Set([
  'aggregate',
  'count',
  'countDocuments',
  'distinct',
  'estimatedDocumentCount',
  'find',
  'findOne',
  'indexExists',
  'indexInformation',
  'indexes',
  'isCapped',
  'listIndexes',
  'listSearchIndexes',
  'options',
  'watch',
]);

const id = 'workspace';
const counters = (db: Db) => db.collection<CounterDoc>('counters');

/** A number that is another one after every write that rules may see; null before the first. */
export async function workspaceRevision(db: Db): Promise<number | null> {
  const found = await counters(db).findOne({ _id: id });
  return found?.next ?? null;
}

export function isWorkspaceCollection(name: string): name is WorkspaceCollection {
  return Object.hasOwn(unseen, name);
}

/** The same collection, whose writes end only when the revision is another one. */
export function revising<T extends Document>(
  of: Collection<T>,
  db: Db,
  name: WorkspaceCollection,
): Collection<T> {
  return new Proxy(of, {
    get(target, method) {
      const member: unknown = Reflect.get(target, method, target);
      if (typeof member !== 'function' || method === 'constructor') return member;
      if (reads.has(method)) return member.bind(target);
      return async (...args: unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(member, target, args);
        } finally {
          // After a failure too: who can say what was written.
          if (!isUnseen(args, unseen[name])) await revise(db);
        }
      };
    },
  });
}

/** Whether a write is an update of fields that no rule sees: its second argument says so, `{ $set: …, $inc: … }`. */
function isUnseen([, update]: readonly unknown[], fields: readonly string[]): boolean {
  if (typeof update !== 'object' || update === null) return false;
  const changes = Object.entries(update);
  const isKnown = ([operator, change]: [string, unknown]) =>
    (operator === '$set' || operator === '$inc') &&
    Object.keys(Object(change)).every((path) => fields.includes(path));
  // Options are a second argument too, and may be empty.
  return changes.length > 0 && changes.every(isKnown);
}

/** By chance, not by counting: a database that was emptied and filled again must not come by an old number. */
async function revise(db: Db): Promise<void> {
  const next = () =>
    counters(db).updateOne({ _id: id }, { $set: { next: randomInt(2 ** 47) } }, { upsert: true });
  await next().catch((error: unknown) => {
    // Of the very first two at once both try to make it.
    if (!isDuplicateKey(error)) throw error;
    return next();
  });
}

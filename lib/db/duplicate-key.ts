import { MongoServerError } from 'mongodb';

const DUPLICATE_KEY = 11_000;
/** How FerretDB words it where it has no code for it: in `findOneAndUpdate`. */
const EXCLUDED = 'violates exclusion constraint';
const DEADLOCK = 'deadlock detected';

/** Whether a write failed because a unique index, or `_id`, has such an entry already. */
export function isDuplicateKey(error: unknown): boolean {
  return (
    error instanceof MongoServerError && (error.code === DUPLICATE_KEY || error.message.includes(EXCLUDED))
  );
}

/** Whether a write was the victim of a deadlock, as colliding entries of a unique index can be on FerretDB: try again. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof MongoServerError && error.message.includes(DEADLOCK);
}

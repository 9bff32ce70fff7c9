import { collection } from '@/lib/db/collections';
import type { Computing } from './computation';

/** Before each range of a run: stops when it was cancelled or is another's now, and says how far it is. */
export function reportRange({ db, signal, progress, fenced, run }: Computing) {
  return async (cursor: number, total: number): Promise<void> => {
    signal.throwIfAborted();
    progress(cursor, total, 'write');
    await fenced.hold();
    await collection(db, 'runs').updateOne({ _id: run._id, state: 'running' }, { $set: { cursor } });
  };
}

import { collection } from '@/lib/db/collections';
import type { MemberScope } from '@/lib/db/documents';
import { matchedOurs } from '@/lib/jobs/fenced-record';
import type { IsOpen } from '@/lib/jobs/member-writes';
import type { Computing } from './computation';

/**
 * Before members are changed by a run: stops when it was cancelled or is another's now, says how far it is, and gives what
 * has to hold of every member that is changed.
 */
export function reportRange({ db, signal, progress, fenced, run, definition }: Computing) {
  return async (cursor: number, total: number, members: MemberScope): Promise<IsOpen> => {
    signal.throwIfAborted();
    progress(cursor, total, 'write');
    const isOpen = await fenced.writing(`${definition.kind}:${definition.key}`, members);
    const ours = { _id: run._id, fence: fenced.fence };
    matchedOurs(await collection(db, 'runs').updateOne(ours, { $set: { cursor } }));
    return isOpen;
  };
}

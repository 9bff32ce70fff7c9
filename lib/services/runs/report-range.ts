import type { MemberScope } from '@/lib/db/documents';
import type { IsOpen } from '@/lib/jobs/member-writes';
import type { Computing } from './computation';

/**
 * Before members are changed by a run: stops when it was cancelled or is another's now, says how far it is, and gives what
 * has to hold of every member that is changed.
 */
export function reportRange({ signal, progress, fenced, definition }: Computing) {
  return async (done: number, total: number, members: MemberScope): Promise<IsOpen> => {
    signal.throwIfAborted();
    progress(done, total, 'write');
    return fenced.writing(`${definition.kind}:${definition.key}`, members);
  };
}

import { z } from 'zod';
import { defineJob } from '@/lib/jobs/handler';
import { closeLost } from '@/lib/jobs/member-writes';
import { removeMembers } from '@/lib/members/remove-members';
import { importing, refuseWhileImporting } from '@/lib/services/import/undo/under-way';

/** Removes one member with everything of theirs; done again after a crash it removes what is left. */
export const removeMemberJob = defineJob({
  kind: 'remove-member',
  params: z.object({ member: z.string(), ord: z.int() }),
  async run({ db, params: { member, ord }, fenced }) {
    await refuseWhileImporting(db);
    await fenced.hold();
    await closeLost(db, fenced.fence, importing);
    return removeMembers(db, [{ _id: member, ord }], fenced);
  },
});

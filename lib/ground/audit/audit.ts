import { type Db, ObjectId } from 'mongodb';
import type { AuditAction } from '@/lib/contracts/audit-actions';
import { type Actor, actorName } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';

/**
 * Records that `actor` did `action` to `target` (`user:anna`). Write it after
 * the change has succeeded; `detail` holds what changed, never secrets or members' personal data.
 */
export async function audit(
  db: Db,
  actor: Actor,
  action: AuditAction,
  target: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await collection(db, 'audit').insertOne({
    // Grows with time, so that entries of one millisecond keep their order.
    _id: new ObjectId().toHexString(),
    at: new Date(),
    actor: actorName(actor),
    action,
    target,
    detail,
    address: actor.address,
  });
}

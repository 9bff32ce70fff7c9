import type { Identity, MemberDoc } from '@/lib/db/documents';
import { bucketOf } from './bucket';

/** A member that nothing is known of but its identities. */
export function newMember(id: string, ord: number, identities: Identity[], now: Date): MemberDoc {
  return {
    _id: id,
    ord,
    bucket: bucketOf(id),
    identities,
    attrs: {},
    metrics: {},
    tags: [],
    tagSince: {},
    layers: {},
    lists: [],
    consent: {},
    createdAt: now,
    updatedAt: now,
  };
}

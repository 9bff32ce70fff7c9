import type { Identity, MemberDoc } from '@/lib/db/documents';
import { bucketOf } from './bucket';

/** A member that nothing is known of but its identities, and the import that made it. */
export function newMember(
  id: string,
  ord: number,
  identities: Identity[],
  now: Date,
  madeBy?: string,
): MemberDoc {
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
    ...(madeBy === undefined ? {} : { import: madeBy }),
    createdAt: now,
    updatedAt: now,
  };
}

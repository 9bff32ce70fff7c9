import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { BUCKETS } from '@/lib/members/bucket';

/** Up to this many members all of them are looked at. */
const ALL_UP_TO = 50_000;

export interface MemberSample {
  /** Selects the sample; empty when it is everybody. */
  filter: { bucket?: { $lt: number } };
  exact: boolean;
}

/** Whom to look at for a distribution: everybody, or the members of as many buckets as make up about 50,000. */
export async function memberSample(db: Db): Promise<MemberSample> {
  const members = await collection(db, 'members').estimatedDocumentCount();
  if (members <= ALL_UP_TO) return { filter: {}, exact: true };
  return { filter: { bucket: { $lt: Math.ceil((BUCKETS * ALL_UP_TO) / members) } }, exact: false };
}

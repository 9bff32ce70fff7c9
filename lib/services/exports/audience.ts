import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { ExportDoc, MemberDoc } from '@/lib/db/documents';
import type { Assignment } from '@/lib/members/assignment';
import { RollCall, untilWhole } from '@/lib/members/roll-call';

/** Members read and written at a time. */
const range = 10_000;
/** Below this many in a range they are asked for one by one: reading the whole range would cost more. */
const few = 500;

export interface AudienceMember {
  member: MemberDoc;
  /** Place of the output whose value the member has. */
  output: number;
}

/** Consent as it is now, not as it was when the audience was counted. */
export function consents(member: MemberDoc, consent: ExportDoc['consent']): boolean {
  if (consent === null) return true;
  const purposes = Object.hasOwn(member.consent, consent.channel) ? member.consent[consent.channel] : [];
  return purposes?.includes(consent.purpose) ?? false;
}

/**
 * The members of a frozen assignment in the order of `ord`, a range at a time: all of them but those that were removed
 * meanwhile. Throws `members-missed`.
 */
export async function* readAudience(
  db: Db,
  due: Assignment,
  projection: Record<string, 1>,
  signal: AbortSignal,
): AsyncGenerator<AudienceMember[]> {
  for (let start = 0; start < due.length; start += range) {
    signal.throwIfAborted();
    const wanted = ordsOf(due, start);
    if (wanted.length === 0) continue;
    const which =
      wanted.length < few ? { ord: { $in: wanted } } : { ord: { $gte: start, $lt: start + range } };
    yield untilWhole('audience of an export', async () => {
      const found = await collection(db, 'members')
        .find(which, { projection, sort: { ord: 1 }, batchSize: range + 1, signal })
        .toArray();
      const roll = RollCall.of(wanted, start);
      for (const { ord } of found) roll.saw(ord);
      const result = found
        .filter((member) => due.get(member.ord) !== 0)
        .map((member) => ({ member, output: due.get(member.ord) - 1 }));
      return { result, fault: await roll.fault(db) };
    });
  }
}

function ordsOf(due: Assignment, start: number): number[] {
  const ords: number[] = [];
  for (let ord = start; ord < Math.min(start + range, due.length); ord += 1)
    if (due.get(ord) !== 0) ords.push(ord);
  return ords;
}

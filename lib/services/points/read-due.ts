import type { Db } from 'mongodb';
import type { EventPointRule, TaskPointRule } from '@/lib/contracts/points';
import { collection } from '@/lib/db/collections';
import type { EventDoc } from '@/lib/db/documents';
import type { Assignment } from '@/lib/members/assignment';
import { readField } from '@/rules-engine/index';
import type { CompiledEventRule } from './compile-event-rule';
import { entryId } from './entry-id';
import type { Booked, Due, DueEvent } from './settle-member';

/** So many that the events of a step come in one answer, and so are of one moment. */
const atOnce = 100_000;

export interface EventRule {
  id: string;
  rule: EventPointRule;
  compiled: CompiledEventRule;
}

/** `done`: who is in the segment, by `ord`. */
export interface TaskRule {
  id: string;
  rule: TaskPointRule;
  done: Assignment;
}

/** What rules say of the events of these members. */
export async function readDueEvents(
  db: Db,
  members: readonly string[],
  rules: readonly EventRule[],
): Promise<Map<string, DueEvent[]>> {
  const due = new Map<string, DueEvent[]>();
  for (const { id, rule, compiled } of rules) {
    const path = compiled.measure?.path ?? null;
    const cursor = collection(db, 'events')
      .find({ memberId: { $in: [...members] }, ...compiled.match })
      .project<Pick<EventDoc, '_id' | 'memberId' | 'at' | 'props' | 'replacedBy'>>({
        memberId: 1,
        at: 1,
        replacedBy: 1,
        ...(path === null ? {} : { [path]: 1 }),
      })
      .batchSize(atOnce);
    for await (const event of cursor) {
      const read = path === null ? null : readField(event, path, 'number');
      const value = typeof read === 'number' ? read : null;
      const own = due.get(event.memberId) ?? [];
      const { _id, at, replacedBy } = event;
      own.push({ rule: { id, rule }, event: _id, replacedBy, at, value });
      due.set(event.memberId, own);
    }
  }
  for (const own of due.values()) {
    own.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.event < b.event ? -1 : 1));
  }
  return due;
}

/**
 * Entries of what was earned, and not taken back, by events that are there no more, or that were replaced since and that
 * the rule doesn't count any more. `due` is what these `rules` count.
 */
export async function readGone(
  db: Db,
  entries: readonly Booked[],
  due: ReadonlyMap<string, readonly DueEvent[]>,
  rules: readonly EventRule[],
): Promise<Set<string>> {
  const seen = new Set(
    [...due.values()].flatMap((own) => own.map(({ rule, event }) => `${rule.id} ${event}`)),
  );
  const reversed = new Set(entries.flatMap(({ kind, of }) => (kind === 'reverse' && of ? [of] : [])));
  const asked = entries.filter(
    ({ kind, rule, event, _id }) =>
      kind === 'earn' && event !== null && !seen.has(`${rule} ${event}`) && !reversed.has(_id),
  );
  const ids = [...new Set(asked.flatMap(({ event }) => event ?? []))];
  const living = new Map<string, string | undefined>();
  for (let from = 0; from < ids.length; from += slice) {
    const found = collection(db, 'events')
      .find({ _id: { $in: ids.slice(from, from + slice) } }, { batchSize: slice + 1 })
      .project<Pick<EventDoc, '_id' | 'replacedBy'>>({ replacedBy: 1 });
    for await (const { _id, replacedBy } of found) living.set(_id, replacedBy);
  }
  const counting = new Set(rules.map(({ id }) => id));
  const isGone = ({ _id, rule, event }: Booked) => {
    if (event === null || !living.has(event)) return true;
    const replacedBy = living.get(event);
    const isOfNow = replacedBy === undefined || _id === entryId.earn(rule ?? '', event, replacedBy);
    return !isOfNow && counting.has(rule ?? '');
  };
  return new Set(asked.flatMap((entry) => (isGone(entry) ? entry._id : [])));
}

const slice = 5_000;

/** What a member is due of all that was read. */
export function dueOf(
  { _id, ord }: { _id: string; ord: number },
  events: ReadonlyMap<string, readonly DueEvent[]>,
  tasks: readonly TaskRule[],
  gone: ReadonlySet<string>,
): Due {
  return { events: events.get(_id) ?? [], tasks: tasks.filter(({ done }) => done.get(ord) > 0), gone };
}

import { randomInt } from 'node:crypto';
import type { Db } from 'mongodb';
import { z } from 'zod';
import { makeCounter, readCounter } from '@/lib/db/counters';
import { columnKey, type FieldExpression } from '@/rules-engine/index';
import { EventColumns } from './event-columns';
import { IdIndex } from './id-index';
import { MemberColumns } from './member-columns';
import { MirrorData, type MirrorDataOptions } from './mirror-data';
import { columnState, readColumn, storedColumnSchema, writeColumn } from './snapshot-column';
import { partSchema, SnapshotReader, SnapshotWriter } from './snapshot-file';

/** Raised when what is written changes its form: older snapshots are then not read. */
const formVersion = 2;
/** Notes of changes are kept for two hours: what is older can't be brought up to date by them. */
const oldestMs = 3_600_000;

const stampSchema = z.object({
  form: z.literal(formVersion),
  /** Which database it is of. */
  database: z.int(),
  at: z.number(),
  capacity: z.int(),
  size: z.int(),
  newest: z.number().nullable(),
  alive: partSchema,
  ids: z.array(partSchema).nullable(),
  columns: z.array(storedColumnSchema),
  events: z.array(
    z.object({
      type: z.string(),
      rows: z.int(),
      capacity: z.int(),
      seen: z.int(),
      alive: partSchema,
      member: partSchema,
      at: partSchema,
      hashes: partSchema,
      columns: z.array(storedColumnSchema),
    }),
  ),
});
type Stamp = z.infer<typeof stampSchema>;

/**
 * Writes the columns to a folder. They may change meanwhile: what changed since the beginning is read again from the
 * database when they are restored.
 */
export async function writeSnapshot(db: Db, data: MirrorData, folder: string): Promise<void> {
  const { members } = data;
  const { table } = members;
  const at = Date.now();
  const { capacity, size, alive } = table;
  const newest = Number.isFinite(members.newest) ? members.newest : null;
  const columns = statesOf(members.fields, table.columns);
  const ids = members.ids?.arrays() ?? null;
  const events = [...data.events.values()].map((one) => ({
    type: one.type,
    rows: one.rows.rows,
    capacity: one.rows.capacity,
    seen: one.seen,
    arrays: [one.rows.alive, one.rows.member, one.rows.at, one.hashes] as const,
    columns: statesOf(one.properties, one.rows.columns),
  }));
  const database = await databaseNumber(db);
  const writer = await SnapshotWriter.begin(folder);
  try {
    const stamp: Stamp = {
      form: formVersion,
      database,
      at,
      capacity,
      size,
      newest,
      alive: await writer.write(alive),
      ids: ids ? await inTurn(ids, (array) => writer.write(array)) : null,
      columns: await inTurn(columns, (state) => writeColumn(writer, state)),
      events: await inTurn(
        events,
        async ({ arrays: [live, member, instants, hashes], columns: own, ...rest }) => ({
          ...rest,
          alive: await writer.write(live),
          member: await writer.write(member),
          at: await writer.write(instants),
          hashes: await writer.write(hashes),
          columns: await inTurn(own, (state) => writeColumn(writer, state)),
        }),
      ),
    };
    await writer.finish(stamp);
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

/** The columns of a folder, brought up to date; null when there are none, or they are damaged, old or another database's. */
export async function readSnapshot(
  db: Db,
  folder: string,
  options: MirrorDataOptions,
): Promise<{ data: MirrorData; at: Date } | null> {
  const found = await SnapshotReader.begin(folder);
  if (!found) return null;
  try {
    const parsed = stampSchema.safeParse(JSON.parse(found.stamp));
    if (!parsed.success || Date.now() - parsed.data.at > oldestMs) return null;
    if (parsed.data.database !== (await databaseNumber(db))) return null;
    const data = await dataOf(db, found.reader, parsed.data, options);
    // What left no trace would not be noticed later either.
    return (await data.verify()) === 'same' ? { data, at: new Date(parsed.data.at) } : null;
  } finally {
    await found.reader.close();
  }
}

async function dataOf(
  db: Db,
  reader: SnapshotReader,
  stamp: Stamp,
  options: MirrorDataOptions,
): Promise<MirrorData> {
  const alive = await reader.read(stamp.alive);
  const members = MemberColumns.empty(32);
  members.table.restore(stamp.capacity, stamp.size, Int32Array.from(alive));
  for (const stored of stamp.columns) {
    const { field, column } = await readColumn(reader, stored, stamp.capacity);
    members.putColumn(field, column);
  }
  members.newest = stamp.newest ?? Number.NEGATIVE_INFINITY;
  if (stamp.ids)
    members.ids = IdIndex.of(
      await inTurn(stamp.ids, async (part) => Uint32Array.from(await reader.read(part))),
    );
  const events: EventColumns[] = [];
  for (const one of stamp.events) events.push(await eventsOf(reader, one));
  return MirrorData.restored(db, members, events, stamp.at, options);
}

async function eventsOf(reader: SnapshotReader, stored: Stamp['events'][number]): Promise<EventColumns> {
  const columns = await inTurn(stored.columns, (one) => readColumn(reader, one, stored.capacity));
  return EventColumns.of(stored.type, columns, {
    rows: stored.rows,
    seen: stored.seen,
    capacity: stored.capacity,
    alive: Int32Array.from(await reader.read(stored.alive)),
    member: Int32Array.from(await reader.read(stored.member)),
    at: Float64Array.from(await reader.read(stored.at)),
    hashes: Float64Array.from(await reader.read(stored.hashes)),
  });
}

function statesOf(
  fields: ReadonlyMap<string, FieldExpression>,
  columns: ReadonlyMap<string, Parameters<typeof columnState>[1]>,
) {
  return [...fields.values()].flatMap((field) => {
    const column = columns.get(columnKey(field));
    return column ? [columnState(field, column)] : [];
  });
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

/** A number that tells this database from others, made when it is first asked for. */
async function databaseNumber(db: Db): Promise<number> {
  const id = 'database';
  const known = await readCounter(db, id);
  if (known !== null) return known;
  await makeCounter(db, id, randomInt(2 ** 47));
  return databaseNumber(db);
}

import type { Db } from 'mongodb';
import type { Movement, MovementMembersQuery, MovementQuery, MovingMembers } from '@/lib/contracts/movement';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { RunDoc } from '@/lib/db/documents';
import { type LayerSnapshot, readLayerSnapshot } from '@/lib/members/layer-snapshot';
import { movement, moving } from '@/lib/services/runs/movement';
import { lastDone } from '@/lib/workspace/last-done';
import { memberRows } from '@/lib/workspace/member-rows';
import { versionId } from '@/lib/workspace/readers';
import { joinValues, valuesOf } from './values-of';

/** Members looked up at once, for a page of those who moved. */
const slack = 50;

/** How members moved from one run of a layering to another. Throws `not-found` while there is none. */
export async function movementBetween(db: Db, definition: string, query: MovementQuery): Promise<Movement> {
  const pair = await runPair(db, definition, query);
  const { from, to, before, after } = pair;
  const [former, latter] = await Promise.all([from ? drawnBy(db, from) : [], drawnBy(db, to)]);
  return {
    from: from && reference(from),
    to: reference(to),
    values: joinValues(former, latter),
    flows: movement(before, after),
  };
}

/** A page of the members that went from one layer to another between two runs. Throws `not-found`. */
export async function membersMoving(
  db: Db,
  definition: string,
  query: MovementMembersQuery,
): Promise<MovingMembers> {
  const { before, after } = await runPair(db, definition, query);
  const ords = moving(before, after, { from: query.fromValue, to: query.toValue });
  const first = ords.findIndex((ord) => ord > query.after);
  const open = first < 0 ? [] : ords.slice(first, first + query.limit + slack);
  const found = await collection(db, 'members')
    .find({ ord: { $in: open } }, { sort: { ord: 1 }, limit: query.limit })
    .project<{ _id: string; ord: number }>({ ord: 1 })
    .toArray();
  // A page may be short because its members were removed: it goes on behind what was looked at.
  const last = found.length < query.limit ? open.at(-1) : found.at(-1)?.ord;
  const next = last === undefined || last === ords.at(-1) ? null : last;
  const ids = found.map(({ _id }) => _id);
  return { members: await memberRows(db, ids, []), total: ords.length, next };
}

interface RunPair {
  from: RunDoc | null;
  to: RunDoc;
  before: LayerSnapshot | null;
  after: LayerSnapshot;
}

async function runPair(db: Db, definition: string, query: MovementQuery): Promise<RunPair> {
  const to = query.to ? await finished(db, definition, query.to) : await lastDone(db, definition);
  if (!to) throw missing;
  const from = query.from ? await finished(db, definition, query.from) : await previous(db, to);
  if (query.from && !from) throw missing;
  const [before, after] = await Promise.all([
    from && readLayerSnapshot(db, from._id),
    readLayerSnapshot(db, to._id),
  ]);
  if (!after) throw missing;
  return { from: before && from, to, before, after };
}

const missing = new Problem('not-found', {
  what: { zh: '可以比较的运行', en: 'A run that can be compared' },
});

function finished(db: Db, definition: string, run: string): Promise<RunDoc | null> {
  return collection(db, 'runs').findOne({ _id: run, definition, state: 'done' });
}

function previous(db: Db, { definition, startedAt }: RunDoc): Promise<RunDoc | null> {
  return collection(db, 'runs').findOne(
    { definition, state: 'done', startedAt: { $lt: startedAt } },
    { sort: { startedAt: -1 } },
  );
}

async function drawnBy(db: Db, { definition, version }: RunDoc) {
  const found = await collection(db, 'versions').findOne({ _id: versionId(definition, version) });
  return found ? valuesOf(found.graph) : [];
}

function reference({ _id: run, version, asOf, finishedAt, startedAt, size }: RunDoc): Movement['to'] {
  return {
    run,
    version,
    asOf: asOf.toISOString(),
    finishedAt: (finishedAt ?? startedAt).toISOString(),
    size,
  };
}

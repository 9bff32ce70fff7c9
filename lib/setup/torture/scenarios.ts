import type { Db } from 'mongodb';
import type { ImportMapping } from '@/lib/contracts/import-mapping';
import type { JobKind } from '@/lib/contracts/jobs';
import { collection } from '@/lib/db/collections';
import type { ImportDoc } from '@/lib/db/import-documents';
import { enqueue } from '@/lib/jobs/enqueue';
import { identityKey } from '@/lib/members/identity-key';
import { importedMemberId } from '@/lib/members/member-id';
import { newMember } from '@/lib/members/new-member';
import { noteEvents } from '@/lib/members/note-changes';
import { takeOrds } from '@/lib/members/ord';
import { startCutpoints } from '@/lib/services/cutpoints/start-cutpoints';
import { archiveDefinition, deleteDefinition } from '@/lib/services/definitions/archive';
import { startExport } from '@/lib/services/exports/start-export';
import { startImport } from '@/lib/services/import/records/start-import';
import { lookForLateWrites } from '@/lib/services/import/undo/late-writes';
import { startUndo } from '@/lib/services/import/undo/start-undo';
import { createList } from '@/lib/services/lists/create-list';
import { deleteList } from '@/lib/services/lists/delete-list';
import { removeMember } from '@/lib/services/members/remove-member';
import { createMetric, deleteMetric } from '@/lib/services/metrics/save-metric';
import { startRecompute } from '@/lib/services/metrics/start-recompute';
import { startPointsRun } from '@/lib/services/points/programme';
import { runnableDefinition } from '@/lib/services/runs/definition-of';
import { startRun } from '@/lib/services/runs/start-run';
import { draw } from '@/rules-engine/index';
import {
  actor,
  asOf,
  linkedMapping,
  numberedMapping,
  ordersMapping,
  peopleMapping,
  phone,
  type Workshop,
} from './workshop';

/** Queues a job, and gives its id. */
type Queue = (db: Db, shop: Workshop) => Promise<string>;

export interface Scenario {
  kind: JobKind;
  /** What it queues first; the worker is disturbed in that job. */
  begin(db: Db, shop: Workshop): Promise<string>;
  /** What is queued when that one is done, while the disturbed worker is still away. */
  next?(db: Db, shop: Workshop): Promise<string>;
  /** What has to be done to the end before, in this order. */
  before?: Queue[];
}

const later = asOf + 3_600_000;

async function run(db: Db, id: string, at = asOf): Promise<string> {
  return (await startRun(db, actor, await runnableDefinition(db, id), { asOf: at, trigger: 'person' })).job;
}

/** Other members have many points now. */
async function turnPoints(db: Db): Promise<void> {
  const turned = { $subtract: [99, '$attrs.points'] };
  await collection(db, 'members').updateMany({}, [
    { $set: { 'attrs.points': turned, updatedAt: new Date() } },
  ]);
}

async function runAgain(db: Db, id: string): Promise<string> {
  await turnPoints(db);
  return run(db, id, later);
}

async function removeOrders(db: Db): Promise<void> {
  await collection(db, 'events').deleteMany({ _id: { $regex: '1-0$' } });
  await noteEvents(db, []);
}

const upload = (upload: string, mapping: typeof ordersMapping, dryRun = false) => ({
  upload,
  name: 'file.csv',
  mapping,
  dryRun,
});
const job = (started: { job: string | null }) => started.job ?? '';

function importing(file: keyof Workshop['uploads'], mapping: ImportMapping): Queue {
  return async (db, { uploads }) => job(await startImport(db, actor, upload(uploads[file], mapping)));
}

/** Takes back what was imported while a worker of that import is away: what it still sends goes again. */
function takenBack(one: Queue): Scenario {
  return { kind: 'import', begin: one, next: undoLast };
}

/** Takes an import back, and imports the same file again: what is late may not take that back too. */
function undoing(one: Queue, ...before: Queue[]): Scenario {
  return { kind: 'undo-import', before: [...before, one], begin: undoLast, next: one };
}

async function lastImport(db: Db): Promise<ImportDoc> {
  const last = await collection(db, 'imports').findOne({}, { sort: { createdAt: -1 } });
  if (last === null) throw new Error('Nothing was imported.');
  return last;
}

async function undoLast(db: Db): Promise<string> {
  return startUndo(db, actor, (await lastImport(db))._id, false);
}

/** What a worker of the last import might still send: some members, their claims and orders. */
async function lateWrites(db: Db): Promise<string> {
  const last = await lastImport(db);
  const lines = Array.from({ length: 40 }, (_, n) => n + 2);
  const firstOrd = await takeOrds(db, lines.length);
  const members = lines.map((line, n) => {
    const identity = { type: 'phone', value: `+86139${String(line).padStart(8, '0')}` };
    return newMember(importedMemberId(last._id, line), firstOrd + n, [identity], last.createdAt, last._id);
  });
  const claims = members.flatMap(({ _id: memberId, identities }) =>
    identities.map((identity) => ({ _id: identityKey(identity), memberId })),
  );
  const orders = members.map(({ _id: memberId }, n) => {
    const _id = `${last._id}:${lines[n]}`;
    const props = { amount: 500 };
    return {
      _id,
      memberId,
      type: 'order',
      at: last.createdAt,
      props,
      source: 'shop',
      dedupeKey: `~late-${n}`,
    };
  });
  await collection(db, 'identities').insertMany(claims);
  await collection(db, 'members').insertMany(members);
  await collection(db, 'events').insertMany(orders);
  await noteEvents(
    db,
    orders.map(({ _id }) => _id),
  );
  await lookForLateWrites(db, last, {
    fence: 0,
    claimed: new Map(claims.map(({ _id, memberId }) => [_id, memberId])),
  });
  return `late-writes:${last._id}:0`;
}

async function memberOf(db: Db, phone: string): Promise<string> {
  const claim = await collection(db, 'identities').findOne({
    _id: identityKey({ type: 'phone', value: phone }),
  });
  return claim?.memberId ?? '';
}

const newList = (shop: Workshop) => ({ label: 'new', identityType: 'phone', upload: shop.uploads.ids });

async function listNamed(db: Db, label: string): Promise<string> {
  return (await collection(db, 'lists').findOne({ label }))?._id ?? '';
}

const exportOf = (definition: string) => ({
  definition,
  format: 'csv' as const,
  columns: ['id', 'value', 'attrs.points'],
  values: null,
  masked: false,
  consent: null,
  asOf: new Date(asOf).toISOString(),
});

const quantiles = draw(
  'layering',
  {
    all: { type: 'allMembers', at: [0, 0] },
    four: {
      type: 'quantiles',
      params: { by: { kind: 'field', path: 'attrs.points' }, groups: 4, cuts: null },
      at: [1, 0],
    },
    rest: { type: 'fallbackLayer', params: { layer: 'rest', color: 9 }, at: [2, 0] },
  },
  ['all.out → four.in'],
);

/** Every kind of job, and what another does right after it that its late writes would spoil. */
export const scenarios: Record<string, Scenario> = {
  tag: { kind: 'run', begin: (db, { tag }) => run(db, tag), next: (db, { tag }) => runAgain(db, tag) },
  layering: {
    kind: 'run',
    begin: (db, { layering }) => run(db, layering),
    next: (db, { layering }) => runAgain(db, layering),
  },
  segment: {
    kind: 'run',
    begin: (db, { segment }) => run(db, segment),
    next: (db, { segment }) => runAgain(db, segment),
  },
  events: {
    kind: 'import',
    begin: async (db, { uploads }) =>
      job(await startImport(db, actor, upload(uploads.orders, ordersMapping))),
  },
  members: {
    kind: 'import',
    begin: async (db, { uploads }) =>
      job(await startImport(db, actor, upload(uploads.people, peopleMapping))),
    // What another changed afterwards stays changed.
    next: async (db, { tag }) => runAgain(db, tag),
  },
  'few members': {
    kind: 'import',
    begin: async (db, { uploads }) => job(await startImport(db, actor, upload(uploads.few, peopleMapping))),
  },
  'dry run': {
    kind: 'import',
    begin: async (db, { uploads }) =>
      job(await startImport(db, actor, upload(uploads.people, peopleMapping, true))),
  },
  'undo orders': undoing(importing('orders', ordersMapping)),
  'undo changed orders': undoing(
    importing('changedOrders', numberedMapping),
    importing('numberedOrders', numberedMapping),
  ),
  'undo members': undoing(importing('linked', linkedMapping)),
  'orders that are taken back': takenBack(importing('orders', ordersMapping)),
  'members that are taken back': takenBack(importing('linked', linkedMapping)),
  'orders of a member who is removed': {
    kind: 'import',
    begin: importing('orders', ordersMapping),
    next: async (db) => removeMember(db, actor, await memberOf(db, phone(7))),
  },
  'late writes': {
    kind: 'late-writes',
    before: [importing('orders', ordersMapping), undoLast],
    begin: lateWrites,
    next: importing('orders', ordersMapping),
  },
  'remove a member': {
    kind: 'remove-member',
    before: [(db) => startPointsRun(db, actor)],
    begin: async (db) => removeMember(db, actor, await memberOf(db, phone(7))),
    // The same person comes back as another member.
    next: importing('orders', ordersMapping),
  },
  export: {
    kind: 'export',
    begin: async (db, { tag }) => (await startExport(db, actor, exportOf(tag), true)).job,
  },
  'match a list': {
    kind: 'match-list',
    begin: async (db, shop) => job(await createList(db, actor, newList(shop))),
  },
  'match a list that is removed then': {
    kind: 'match-list',
    begin: async (db, shop) => job(await createList(db, actor, newList(shop))),
    next: async (db) => job(await deleteList(db, actor, await listNamed(db, 'new'))),
  },
  'remove a list': {
    kind: 'delete-list',
    before: [async (db, shop) => job(await createList(db, actor, newList(shop)))],
    begin: async (db) => job(await deleteList(db, actor, await listNamed(db, 'new'))),
  },
  metric: {
    kind: 'recompute-metric',
    begin: (db) => startRecompute(db, actor, 'spent', asOf),
    next: async (db) => {
      await removeOrders(db);
      return startRecompute(db, actor, 'spent', later);
    },
  },
  'remove a metric': {
    kind: 'remove-metric',
    before: [(db) => startRecompute(db, actor, 'spent', asOf)],
    begin: async (db) => {
      await deleteMetric(db, actor, 'spent');
      return (await collection(db, 'jobs').findOne({ kind: 'remove-metric' }))?._id ?? '';
    },
    next: async (db) => {
      const operand = { kind: 'event', eventType: 'order', fn: 'count', window: { kind: 'allTime' } };
      await createMetric(db, actor, { key: 'spent', label: { zh: '次数', en: 'Orders' }, operand });
      return startRecompute(db, actor, 'spent', asOf);
    },
  },
  cutpoints: {
    kind: 'cutpoints',
    begin: async (db, { layering }) => {
      const number = await startCutpoints(db, actor, layering, { graph: quantiles }, asOf);
      return `cutpoints:${layering}:${number}`;
    },
  },
  points: {
    kind: 'points-run',
    begin: (db) => startPointsRun(db, actor),
    next: async (db) => {
      await removeOrders(db);
      return startPointsRun(db, actor);
    },
  },
  'delete a tag': {
    kind: 'delete-definition',
    before: [(db, { tag }) => run(db, tag)],
    begin: async (db, { tag }) => {
      await archiveDefinition(db, actor, tag);
      return job(await deleteDefinition(db, actor, tag));
    },
  },
  'delete a layering': {
    kind: 'delete-definition',
    before: [(db, { layering }) => run(db, layering)],
    begin: async (db, { layering }) => {
      await archiveDefinition(db, actor, layering);
      return job(await deleteDefinition(db, actor, layering));
    },
  },
  demo: {
    kind: 'remove-demo',
    begin: (db) => enqueue(db, { kind: 'remove-demo', params: {}, lockKey: 'demo', createdBy: 'torture' }),
  },
  'old records': {
    kind: 'prune-jobs',
    begin: async (db) => {
      const id = await enqueue(db, { kind: 'prune-jobs', params: {}, createdBy: 'torture' });
      const ended = await collection(db, 'jobs').findOne({ _id: id });
      const old = new Date(0);
      if (ended)
        await collection(db, 'jobs').insertOne({ ...ended, _id: 'old', state: 'done', updatedAt: old });
      return id;
    },
  },
};

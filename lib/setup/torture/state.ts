import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { MemberDoc, RunDoc } from '@/lib/db/documents';
import { exportFolder } from '@/lib/services/exports/export-folder';
import { rejectRange, rejectsOf } from '@/lib/services/import/records/rejects';
import { unmatchedCsv } from '@/lib/services/lists/unmatched-file';

/** What there is at the end, without what may be another each time: ids made by chance, instants, fences. By what it is of. */
export type State = Record<string, unknown>;

export async function stateOf(db: Db): Promise<State> {
  const runs = await collection(db, 'runs').find().sort({ startedAt: 1, _id: 1 }).toArray();
  const lists = await collection(db, 'lists').find().toArray();
  const label = new Map(lists.map((list) => [list._id, list.label]));
  const runAt = new Map(runs.map((run, index) => [run._id, index]));
  const members = await collection(db, 'members').find().toArray();
  const owner = new Map(members.map((member) => [member._id, nameOf(member)]));
  const parts: State = {
    members: sorted(members.map((member) => memberState(member, runAt, label))),
    ords: new Set(members.map(({ ord }) => ord)).size,
    identities: await collection(db, 'identities').countDocuments(),
    events: await eventStates(db, owner),
    runs: runs.map(runState),
    held: await collection(db, 'runSnapshots').countDocuments({
      held: true,
      definition: { $in: runs.map((run) => run.definition) },
    }),
    snapshots: await snapshots(db, runAt),
    transitions: sorted((await collection(db, 'transitions').find().toArray()).map(({ flows }) => flows)),
    definitions: await definitionStates(db, runAt),
    imports: await importStates(db),
    lists: await listStates(db),
    exports: await exportStates(db),
    metrics: (await collection(db, 'metrics').find().toArray()).map(({ _id, lastRun }) => [
      _id,
      lastRun?.members,
    ]),
    fields: (await collection(db, 'fields').find().sort({ _id: 1 }).toArray()).map(({ _id, type }) => [
      _id,
      type,
    ]),
    cutpoints: (await collection(db, 'cutpoints').find().toArray()).map(({ state, cuts }) => ({
      state,
      cuts,
    })),
    accounts: await accountStates(db, owner),
    ledger: await ledgerStates(db),
    programme: (await collection(db, 'pointProgrammes').findOne({ _id: 'points' }))?.lastRun?.outcome,
    rules: (await collection(db, 'pointRules').find().toArray()).map(({ given }) => given),
    jobs: sorted(
      (
        await collection(db, 'jobs')
          // What is done from time to time, or only where a worker was away.
          .find({ _id: { $not: /^(prune-jobs|late-writes):/ } })
          .toArray()
      ).map(({ kind, state }) => [kind, state]),
    ),
  };
  return parts;
}

const nameOf = ({ _id, identities }: MemberDoc) => identities[0]?.value ?? _id;

function memberState(
  member: MemberDoc,
  runAt: ReadonlyMap<string, number>,
  label: ReadonlyMap<string, string>,
): unknown {
  const { attrs, metrics, tags, tagSince, layers, lists, consent, identities, demo } = member;
  const since = (by: Record<string, { at: Date; run: string }>) =>
    Object.entries(by).map(([key, { run, at: _, ...rest }]) => [key, runAt.get(run) ?? run, rest]);
  return {
    name: nameOf(member),
    identities: sorted(identities),
    attrs,
    metrics,
    tags: [...tags].sort(),
    tagSince: sorted(since(tagSince)),
    layers: sorted(since(layers)),
    lists: lists.map((list) => label.get(list) ?? list).sort(),
    consent,
    demo,
  };
}

async function eventStates(db: Db, owner: ReadonlyMap<string, string>): Promise<unknown> {
  const events = await collection(db, 'events').find().toArray();
  return sorted(
    events.map(({ memberId, type, at, props, source, dedupeKey }) => [
      owner.get(memberId) ?? memberId,
      type,
      at,
      props,
      source,
      dedupeKey,
    ]),
  );
}

function runState({ state, asOf, counts, size, entered, left, moved, error }: RunDoc): unknown {
  return { state, asOf, counts: counts.map(({ value, n }) => [value, n]), size, entered, left, moved, error };
}

async function snapshots(db: Db, runAt: ReadonlyMap<string, number>): Promise<unknown> {
  const kept = await collection(db, 'runSnapshots')
    .find({ held: { $exists: false } })
    .toArray();
  return sorted(
    kept.map(({ _id, values, codes, bits }) => [
      runAt.get(_id),
      values,
      sha(codes?.buffer ?? Buffer.alloc(0)),
      sha(bits?.buffer ?? Buffer.alloc(0)),
    ]),
  );
}

async function definitionStates(db: Db, runAt: ReadonlyMap<string, number>): Promise<unknown> {
  const definitions = await collection(db, 'definitions').find().sort({ key: 1 }).toArray();
  return definitions.map(({ key, size, lastRun, deleting }) => [
    key,
    size,
    deleting,
    lastRun && [runAt.get(lastRun.run), lastRun.size, lastRun.state],
  ]);
}

async function importStates(db: Db): Promise<unknown> {
  const imports = await collection(db, 'imports').find().sort({ createdAt: 1 }).toArray();
  return Promise.all(
    imports.map(async (doc) => {
      const { state, line, bytesDone, counts, newMembers, changed, merged, reasons, columns, error } = doc;
      const rejects = await collection(db, 'importRejects').find(rejectsOf(doc)).sort({ _id: 1 }).toArray();
      const rejected = rejects.map((reject) => [reject.line, reject.cells, reject.reasons]);
      const merges = sorted(
        (
          await collection(db, 'importMerges')
            .find({ _id: rejectRange(doc._id, -1) })
            .toArray()
        ).map(({ line, added, shared, others }) => [line, added, shared, others]),
      );
      const counted = { counts, newMembers, changed, merged };
      return { state, line, bytesDone, ...counted, reasons, columns, error, rejected, merges };
    }),
  );
}

async function listStates(db: Db): Promise<unknown> {
  const lists = await collection(db, 'lists').find().sort({ label: 1 }).toArray();
  return Promise.all(
    lists.map(async (list) => {
      const { label, state, uploaded, matched, invalid, repeated, members } = list;
      let unmatched = '';
      if (state === 'ready') for await (const piece of await unmatchedCsv(list, 'en')) unmatched += piece;
      return { label, state, uploaded, matched, invalid, repeated, members, unmatched: sha(unmatched) };
    }),
  );
}

/** The file as it lies there has to be what the record says, and nothing may lie beside it. */
async function exportStates(db: Db): Promise<unknown> {
  const exports = await collection(db, 'exports').find().sort({ createdAt: 1 }).toArray();
  return Promise.all(
    exports.map(async (doc) => {
      const { state, audience, rows, withheld, bytes, sha256 } = doc;
      const folder = await exportFolder(doc);
      const stored = doc.file === null ? null : sha(await readFile(path.join(folder, doc.file)));
      const files = (await readdir(folder)).length;
      const beside = (await readdir(path.dirname(folder))).length;
      return { state, audience, rows, withheld, bytes, sha256, stored, files, beside };
    }),
  );
}

async function accountStates(db: Db, owner: ReadonlyMap<string, string>): Promise<unknown> {
  const accounts = await collection(db, 'pointAccounts').find().sort({ _id: 1 }).toArray();
  return accounts.map(({ _id, seq, balance, totals, lots, pending }) => ({
    owner: owner.get(_id) ?? _id,
    seq,
    balance,
    totals,
    lots,
    pending: pending.length,
  }));
}

async function ledgerStates(db: Db): Promise<unknown> {
  const entries = await collection(db, 'pointEntries').find().sort({ memberId: 1, seq: 1 }).toArray();
  return entries.map(({ memberId, seq, kind, points, balance, event, lacking }) => [
    memberId,
    seq,
    kind,
    points,
    balance,
    event,
    lacking,
  ]);
}

function sha(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function sorted<T>(values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, text: JSON.stringify(value) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ value }) => value);
}

/** Where two states differ: the part, and the first few entries of it that do. Empty when they are the same. */
export function differences(expected: State, found: State): string[] {
  return Object.keys(expected).flatMap((part) => {
    const [a, b] = [list(expected[part]), list(found[part])];
    const missing = a.filter((entry) => !b.includes(entry));
    const added = b.filter((entry) => !a.includes(entry));
    if (a.length === b.length && missing.length === 0 && added.length === 0) return [];
    const some = (entries: string[]) => entries.slice(0, 2).join('\n    ').slice(0, 900);
    return [
      `${part}: ${missing.length} missing, ${added.length} too many\n    ${some(missing)}\n    instead\n    ${some(added)}`,
    ];
  });
}

function list(part: unknown): string[] {
  return (Array.isArray(part) ? part : [part]).map((entry) => JSON.stringify(entry) ?? 'undefined');
}

import { collection } from '@/lib/db/collections';
import { notLater, upsertOurs } from '@/lib/jobs/fenced-record';
import { dropOldSnapshots, readLayerSnapshot, saveLayerSnapshot } from '@/lib/members/layer-snapshot';
import { lastDone } from '@/lib/workspace/last-done';
import { classify } from './classify';
import type { Computation } from './computation';
import { Held } from './held';
import { movement } from './movement';
import { reportRange } from './report-range';
import { type Step, writeDifferences } from './write-differences';

/**
 * Puts every member into its layer. One pass tells both the layer that each is due and the one that it holds; only the
 * differences are written. The layers and who moved between them are kept before anything is written, so that a run that
 * was killed compares with the run before it, and not with its own half.
 */
export const runLayering: Computation = async (computing) => {
  const { db, signal, fenced, run, definition, outputs } = computing;
  const values = outputs.map((output) => output.value);
  let held = new Held(values);
  const path = `layers.${definition.key}`;
  const due = await classify(db, outputs, {
    signal,
    besides: {
      path: `${path}.layer`,
      begin() {
        const found = new Held(values);
        held = found;
        return (ord, layer) => {
          if (typeof layer === 'string') found.hold(ord, layer);
        };
      },
    },
  });
  await fenced.hold();
  const before = await lastDone(db, definition._id);
  const was = before && (await readLayerSnapshot(db, before._id));
  const is = { values, of: due };
  const flows = movement(was, is);
  const { fence } = fenced;
  await saveLayerSnapshot(db, { definition: definition._id, run: run._id, fence }, is);
  await upsertOurs(
    collection(db, 'transitions').replaceOne(
      { _id: run._id, ...notLater(fence) },
      { definition: definition._id, before: was && before ? before._id : null, flows, fence },
      { upsert: true },
    ),
  );
  const { counts, size } = await writeDifferences(db, {
    held,
    // Who moved is told by the snapshots.
    before: held,
    signal,
    due: { values, of: due },
    whenEmpty: 'clear',
    step: (from, to) => step(path, from, to, { at: run.startedAt, run: run._id }),
    onRange: reportRange(computing),
  });
  await dropOldSnapshots(db, definition._id);
  const went = (test: (flow: (typeof flows)[number]) => boolean) =>
    flows.filter(test).reduce((sum, { n }) => sum + n, 0);
  return {
    counts: outputs.map(({ value, label }) => ({ value, label, n: counts.get(value) ?? 0 })),
    size,
    entered: went(({ from }) => from === null),
    left: went(({ to }) => to === null),
    moved: went(({ from, to }) => from !== null && to !== null && from !== to),
  };
};

function step(path: string, from: string | null, to: string | null, since: { at: Date; run: string }): Step {
  const updatedAt = new Date();
  if (to === null) {
    return {
      filter: { [`${path}.layer`]: from },
      update: { $unset: { [path]: '' }, $set: { updatedAt } },
    };
  }
  return {
    filter: { [`${path}.layer`]: from === null ? { $ne: to } : from },
    update: { $set: { [path]: { layer: to, ...since }, updatedAt } },
  };
}

import { classify } from './classify';
import type { Computation } from './computation';
import { heldBefore } from './held-before';
import { heldValues } from './held-values';
import { reportRange } from './report-range';
import { writeTag } from './write-tag';

/**
 * Gives members the values that they are due, and takes off the others. What they held is kept until the end, so that a run
 * that was killed compares with what was there before it, and not with its own half.
 */
export const runTag: Computation = async (computing) => {
  const { db, signal, fenced, run, definition, outputs } = computing;
  const values = outputs.map((output) => output.value);
  const due = await classify(db, outputs, { signal });
  const held = await heldValues(db, definition.key, values, signal);
  await fenced.hold();
  const before = await heldBefore(db, {
    run: run._id,
    definition: definition._id,
    fence: fenced.fence,
    held,
  });
  const change = await writeTag(db, {
    key: definition.key,
    run: run._id,
    at: run.startedAt,
    due,
    outputs: values,
    held,
    before,
    signal,
    whenEmpty: definition.whenEmpty,
    onRange: reportRange(computing),
  });
  const gone = [...new Set([...held.values, ...before.values])].filter(
    (value) => !values.includes(value) && change.counts.has(value),
  );
  const labels = new Map(outputs.map((output) => [output.value, output.label]));
  return {
    counts: [...new Set([...values, ...gone])].map((value) => ({
      value,
      label: labels.get(value) ?? { zh: value, en: value },
      n: change.counts.get(value) ?? 0,
    })),
    size: change.size,
    entered: change.entered,
    left: change.left,
    moved: change.changed,
  };
};

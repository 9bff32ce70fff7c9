import { classify } from './classify';
import type { Computation } from './computation';
import { heldValues } from './held-values';
import { reportRange } from './report-range';
import { writeTag } from './write-tag';

/** Gives members the values that they are due, and takes off the others. */
export const runTag: Computation = async (computing) => {
  const { db, signal, run, definition, outputs } = computing;
  const values = outputs.map((output) => output.value);
  const due = await classify(db, outputs, { signal });
  const held = await heldValues(db, definition.key, values, signal);
  const change = await writeTag(db, {
    key: definition.key,
    run: run._id,
    at: run.startedAt,
    due,
    outputs: values,
    held,
    whenEmpty: definition.whenEmpty,
    onRange: reportRange(computing),
  });
  const gone = held.values.slice(new Set(values).size).filter((value) => change.counts.has(value));
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

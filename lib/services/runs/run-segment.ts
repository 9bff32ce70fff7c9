import { readSegmentSnapshot, saveSegmentSnapshot } from '@/lib/members/segment-snapshot';
import { lastDone } from '@/lib/workspace/last-done';
import { classify } from './classify';
import type { Computation } from './computation';

/** Keeps who is in the segment, and says who came and who went since the run before. */
export const runSegment: Computation = async ({ db, signal, progress, fenced, run, definition, outputs }) => {
  const due = await classify(db, outputs, { signal });
  const before = await lastDone(db, definition._id);
  const was = await readSegmentSnapshot(db, before?._id ?? null);
  let entered = 0;
  let left = 0;
  const total = Math.max(due.length, was.length);
  for (let ord = 0; ord < total; ord += 1) {
    const is = due.get(ord) !== 0;
    if (is && !was.has(ord)) entered += 1;
    if (!is && was.has(ord)) left += 1;
  }
  progress(total, total, 'write');
  await fenced.hold();
  await saveSegmentSnapshot(db, { definition: definition._id, run: run._id, fence: fenced.fence }, due);
  const size = due.size();
  const label = outputs[0]?.label ?? definition.label;
  return { counts: [{ value: '', label, n: size }], size, entered, left, moved: 0 };
};

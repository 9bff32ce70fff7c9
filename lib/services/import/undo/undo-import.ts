import type { Db } from 'mongodb';
import type { UndoNumbers } from '@/lib/contracts/import-undo';
import { collection } from '@/lib/db/collections';
import type { ImportDoc } from '@/lib/db/import-documents';
import { removeEvents, restoreEvents } from './undo-events';
import { removeMade } from './undo-made';
import { ownIds, type UndoStep } from './undo-step';
import { restoreValues } from './undo-values';

/**
 * Takes an import back, or says what that would come to: the same steps, of which a trial writes nothing. Each step finds
 * what is left of its part, so that what was interrupted is finished by doing it again.
 */
export async function undoImport(
  db: Db,
  { _id: importId, fromOrd = 0, createdAt }: Pick<ImportDoc, '_id' | 'fromOrd' | 'createdAt'>,
  { dryRun, hold, fenced }: Pick<UndoStep, 'dryRun' | 'hold' | 'fenced'>,
): Promise<UndoNumbers> {
  const step: UndoStep = { db, importId, dryRun, hold, fenced };
  // Before the events go, by whose ids it is known.
  const points = await pointsOf(step);
  const exports = await collection(db, 'exports').countDocuments({
    createdAt: { $gte: createdAt },
    state: 'done',
  });
  const { eventsRestored, eventsKept } = await restoreEvents(step);
  const removed = await removeEvents(step);
  const values = await restoreValues(step);
  const made = await removeMade(step, fromOrd);
  // All is given back or passed on to who changed it since.
  if (!dryRun) await collection(db, 'importChanges').deleteMany({ _id: ownIds(importId) });
  return {
    ...made,
    ...values,
    events: removed.events,
    eventsRestored,
    eventsKept: eventsKept + removed.eventsKept,
    points,
    exports,
  };
}

/** Points that were given for events of the import and not taken back yet. */
async function pointsOf({ db, importId }: UndoStep): Promise<number> {
  const rules = await collection(db, 'pointRules')
    .find({}, { projection: { _id: 1 } })
    .toArray();
  const { $gt, $lt } = ownIds(importId);
  let sum = 0;
  for (const { _id: rule } of rules) {
    const range = { $gt: `earn:${rule}:${$gt}`, $lt: `earn:${rule}:${$lt}` };
    const [earned] = await collection(db, 'pointEntries')
      .aggregate<{ points: number }>([
        { $match: { _id: range } },
        { $group: { _id: null, points: { $sum: '$points' } } },
      ])
      .toArray();
    const back = { $gt: `reverse:${range.$gt}`, $lt: `reverse:${range.$lt}` };
    const [reversed] = await collection(db, 'pointEntries')
      .aggregate<{ points: number }>([
        { $match: { _id: back } },
        { $group: { _id: null, points: { $sum: '$points' } } },
      ])
      .toArray();
    sum += (earned?.points ?? 0) + (reversed?.points ?? 0);
  }
  return sum;
}

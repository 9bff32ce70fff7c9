import type { Definition, DraftConflict } from '@/lib/contracts/definitions';
import { Problem, problemBody } from '@/lib/contracts/problem';
import type { Saved } from '@/lib/services/definitions/save-draft';
import { Reply } from '../reply';

/**
 * What came of a write that takes the draft to be as it was read: what `answer` makes of it, or 409 with the
 * definition as it is on the server.
 */
export function savedOrConflict<T, A>(
  saved: Saved<T>,
  answer: (value: T) => A,
): A | Reply<409, DraftConflict> {
  return saved.ok ? answer(saved.value) : conflict(saved.definition);
}

function conflict(definition: Definition): Reply<409, DraftConflict> {
  const { error } = problemBody(new Problem('revision-conflict', { by: definition.updatedBy }));
  return new Reply(409, { error: { ...error, code: 'revision-conflict' }, definition });
}

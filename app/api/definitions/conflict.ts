import type { Definition } from '@/lib/contracts/definitions';
import { Problem, problemBody } from '@/lib/contracts/problem';
import type { Saved } from '@/lib/services/definitions/save-draft';

/**
 * What came of a write that takes the draft to be as it was read: what `answer` makes of it, or 409 with the
 * definition as it is on the server (`draftConflictSchema`).
 */
export function savedOrConflict<T>(saved: Saved<T>, answer: (value: T) => unknown): unknown {
  return saved.ok ? answer(saved.value) : conflict(saved.definition);
}

function conflict(definition: Definition): Response {
  const problem = new Problem('revision-conflict', { by: definition.updatedBy });
  return Response.json(
    { ...problemBody(problem), definition },
    { status: problem.status, headers: { 'cache-control': 'no-store' } },
  );
}

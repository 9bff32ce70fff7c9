import { api } from '@/components/data-client/api';
import { ApiError } from '@/components/data-client/api-error';
import { type DraftSaved, draftConflictSchema, draftSavedSchema } from '@/lib/contracts/definitions';
import type { Graph } from '@/rules-engine/index';
import type { SaveOutcome } from '../document/save-state';

/** Sends a drawing and tells what came of it: nothing is thrown. `onSaved` hears what the server answered. */
export async function saveDraft(
  definition: string,
  revision: number,
  graph: Graph,
  onSaved: (saved: DraftSaved, graph: Graph) => void,
): Promise<SaveOutcome> {
  try {
    const saved = await api(draftSavedSchema, `/api/definitions/${definition}/draft`, {
      method: 'PUT',
      body: { revision, graph },
    });
    onSaved(saved, graph);
    return { kind: 'saved', revision: saved.revision, at: saved.updatedAt, by: saved.updatedBy };
  } catch (error) {
    return outcomeOf(error);
  }
}

function outcomeOf(error: unknown): SaveOutcome {
  if (!(error instanceof ApiError)) throw error;
  const conflict = error.status === 409 ? draftConflictSchema.safeParse(error.body) : null;
  if (conflict?.success) return { kind: 'conflict', theirs: conflict.data.definition };
  // No answer, or one of a server that can't work just now: it is worth another try.
  if (error.status === 0 || error.status >= 500) return { kind: 'unreachable' };
  return { kind: 'refused', text: error.text };
}

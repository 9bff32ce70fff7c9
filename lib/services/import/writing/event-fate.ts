import type { EventsMapping } from '@/lib/contracts/import-mapping';
import type { EventDoc } from '@/lib/db/documents';
import { digest } from '../keys/dedupe-key';

/** What is looked at of a row and of the event that is stored under its key. `_id` of a row is the one it would make. */
export interface Compared {
  _id: string;
  memberId: string;
  replacedBy?: string;
  /** `contentOf` */
  content: string;
}

/**
 * What comes of a row whose key an event has already. `own`: it is the event that this row made, or replaced, before a
 * crash. `stays` and `replace`: the row says something else than the event, which stays or is to be replaced.
 */
export type Fate = 'own' | 'own-replaced' | 'same' | 'stays' | 'replace' | 'other-member';

export function fateOf(row: Compared, stored: Compared, changed: EventsMapping['changed']): Fate {
  if (stored._id === row._id) return 'own';
  if (stored.replacedBy === row._id) return 'own-replaced';
  if (stored.memberId !== row.memberId) return 'other-member';
  if (stored.content === row.content) return 'same';
  return changed === 'replace' ? 'replace' : 'stays';
}

export function comparedOf(event: EventDoc): Compared {
  const { _id, memberId, replacedBy } = event;
  return { _id, memberId, replacedBy, content: contentOf(event) };
}

/** Equal for events that say the same. */
export function contentOf({ type, at, props }: Pick<EventDoc, 'type' | 'at' | 'props'>): string {
  const values = Object.keys(props)
    .sort()
    .map((key) => [key, canonical(props[key])]);
  return digest([type, at.getTime(), values]);
}

/** A date and the text of it are different values. */
function canonical(value: unknown): unknown {
  return value instanceof Date ? { at: value.getTime() } : value;
}

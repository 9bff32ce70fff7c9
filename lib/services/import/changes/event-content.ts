import type { EventDoc } from '@/lib/db/documents';

/** What a replacement changes of an event. */
export type EventContent = Pick<EventDoc, 'at' | 'props'> & { replacedBy: string | null };

export function contentOfEvent({ at, props, replacedBy }: EventDoc): EventContent {
  return { at, props, replacedBy: replacedBy ?? null };
}

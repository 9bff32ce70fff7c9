import { z } from 'zod';
import { fileSpecSchema, valueSpecSchema } from '@/lib/contracts/import-mapping';
import type { ImportDraft, ImportKind } from './import-draft';

const label = z.object({ zh: z.string(), en: z.string() }).optional();
const draftSchema = z.object({
  kind: z.enum(['members', 'events']),
  file: fileSpecSchema,
  timeZone: z.string(),
  source: z.string(),
  columns: z.array(
    z.object({
      name: z.string(),
      target: z.discriminatedUnion('to', [
        z.object({ to: z.literal('ignore') }),
        z.object({ to: z.literal('identity'), type: z.string(), shared: z.literal('reject').optional() }),
        z.object({
          to: z.literal('field'),
          path: z.string(),
          label,
          personal: z.boolean(),
          value: valueSpecSchema,
        }),
        z.object({ to: z.literal('consent'), channel: z.string(), purposes: z.array(z.string()) }),
        z.object({ to: z.literal('at'), format: z.string() }),
        z.object({
          to: z.literal('event-type'),
          words: z.array(z.object({ word: z.string(), type: z.string() })),
        }),
        z.object({ to: z.literal('event-id') }),
      ]),
    }),
  ),
  eventType: z.object({ key: z.string(), label }),
  changed: z.enum(['keep', 'replace']).default('keep'),
  createMembers: z.boolean(),
  empty: z.array(z.string()).optional(),
  chosen: z.array(z.string()).default([]),
});

const keyOf = (upload: string, kind: ImportKind) => `tagloom-import ${upload} ${kind}`;

/** The draft that this tab kept for a file, so that a reload or Back loses nothing; null when there is none. */
export function keptDraft(upload: string, kind: ImportKind): ImportDraft | null {
  try {
    const parsed = draftSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(upload, kind)) ?? 'null'));
    return parsed.data ?? null;
  } catch {
    return null;
  }
}

export function keepDraft(upload: string, draft: ImportDraft): void {
  try {
    sessionStorage.setItem(keyOf(upload, draft.kind), JSON.stringify(draft));
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

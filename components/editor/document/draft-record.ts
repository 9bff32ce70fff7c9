import { z } from 'zod';
import { graph } from '@/rules-engine/index';
import { command } from './command';
import { type Journal, replay, type Step } from './journal';

const patch = z.object({
  op: z.enum(['replace', 'remove', 'add']),
  path: z.array(z.union([z.string(), z.number()])),
  value: z.unknown().optional(),
});
const entry = z.object({
  commands: z.array(command),
  target: z.string().nullable(),
  patches: z.array(patch),
  inverse: z.array(patch),
});

export const checkpointSchema = z.object({
  /** What the server had, and its revision, when this was written. */
  revision: z.int(),
  server: graph,
  journal: z.object({ graph, undo: z.array(entry), redo: z.array(entry), sealed: z.boolean() }),
});

export const stepsSchema = z.object({
  /** When the last of them was done: milliseconds since the epoch. */
  at: z.number(),
  steps: z.array(
    z.discriminatedUnion('step', [
      z.object({ step: z.literal('do'), commands: z.array(command), target: z.string().nullable() }),
      z.object({ step: z.literal('undo') }),
      z.object({ step: z.literal('redo') }),
      z.object({ step: z.literal('seal') }),
    ]),
  ),
});

/** A drawing as it was, and everything that was done since: replayed, they are the drawing as it is. */
export interface Checkpoint {
  revision: number;
  server: z.infer<typeof graph>;
  journal: Journal;
}

export interface DraftRecord {
  checkpoint: Checkpoint;
  steps: readonly Step[];
  at: number;
}

/** The drawing that a record stands for. */
export function journalOf({ checkpoint, steps }: DraftRecord): Journal {
  return replay(checkpoint.journal, steps);
}

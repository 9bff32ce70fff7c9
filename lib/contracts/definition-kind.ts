import { z } from 'zod';
import { graphKinds } from '@/rules-engine/index';

export const definitionKindSchema = z.enum(graphKinds);
export type DefinitionKind = z.infer<typeof definitionKindSchema>;

/** Whether its members are given one of several values: those of a tag, the layers of a layering. */
export function givesValues(kind: DefinitionKind): boolean {
  return kind !== 'segment';
}

import type { Db } from 'mongodb';
import type { PublishPreview } from '@/lib/contracts/definitions';
import type { DefinitionDoc } from '@/lib/db/documents';
import { findChangeable } from '@/lib/services/definitions/find-definition';
import { findingsOf } from '@/lib/services/lint/lint-drawing';
import { flowsBetween } from '@/lib/services/movement/between-drawings';
import { joinValues, valuesOfOutputs } from '@/lib/services/movement/values-of';
import { graphSentence, plainSentence } from '@/rules-engine/index';
import { countChange, totals } from './count-change';
import { type RuleChange, ruleChange } from './rule-change';

/**
 * What publishing the draft as it is now would change: the sentence, and exactly how many enter and leave, by the
 * published rule and the draft as of one instant (ms). Throws `not-found`, `archived`, `too-slow`.
 */
export async function previewPublication(
  db: Db,
  id: string,
  asOf: number,
  signal?: AbortSignal,
): Promise<PublishPreview> {
  const began = performance.now();
  const definition = await findChangeable(db, id);
  const change = await ruleChange(db, definition, asOf, signal);
  const { draft, emitted, diagnostics, published, comparable, values, workspace } = change;
  const counted = values && (await countChange(db, values, signal));
  const sum = counted && totals(counted);
  return {
    revision: definition.revision,
    executable: emitted.ok,
    diagnostics: [...diagnostics],
    sentence: {
      before: published?.sentence ?? null,
      after: plainSentence(graphSentence(definition.draft, draft)),
    },
    size: { before: sum && published && comparable ? sum.before : null, after: sum?.after ?? null },
    entered: sum && comparable ? sum.entered : null,
    left: sum && comparable ? sum.left : null,
    values: counted ?? [],
    findings: await findingsOf(db, definition.draft, draft, { ...workspace, asOf }, signal),
    movement: await layerMovement(db, definition, change, signal),
    asOf: new Date(asOf).toISOString(),
    tookMs: Math.round(performance.now() - began),
  };
}

/** Both rules as of the same instant, layer by layer. */
async function layerMovement(
  db: Db,
  { kind, draft: drawn }: DefinitionDoc,
  { draft, before, published, comparable }: RuleChange,
  signal: AbortSignal | undefined,
): Promise<PublishPreview['movement']> {
  if (kind !== 'layering' || !draft.executable) return null;
  const was = comparable ? before : null;
  return {
    values: joinValues(
      published && was ? valuesOfOutputs(published.graph, was.outputs) : [],
      valuesOfOutputs(drawn, draft.outputs),
    ),
    flows: await flowsBetween(db, was, draft, signal),
  };
}

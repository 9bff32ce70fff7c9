import type { Db } from 'mongodb';
import type { PublishPreview } from '@/lib/contracts/definitions';
import { findChangeable } from '@/lib/services/definitions/find-definition';
import { graphSentence, plainSentence } from '@/rules-engine/index';
import { countChange, totals } from './count-change';
import { ruleChange } from './rule-change';

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
  const { draft, emitted, diagnostics, published, comparable, values } = change;
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
    asOf: new Date(asOf).toISOString(),
    tookMs: Math.round(performance.now() - began),
  };
}

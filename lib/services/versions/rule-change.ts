import type { Db } from 'mongodb';
import type { LocalText } from '@/lib/contracts/local-text';
import { prepareGraph } from '@/lib/counting/resolve-needs';
import type { DefinitionDoc, VersionDoc } from '@/lib/db/documents';
import { publishedVersion } from '@/lib/services/definitions/definition-dto';
import { loadEnvironment, type Workspace } from '@/lib/workspace/environment';
import { ownerOf } from '@/lib/workspace/graph-owner';
import {
  type CompiledGraph,
  type CompiledOutput,
  type Diagnostic,
  type EmittedGraph,
  emitGraph,
  type Predicate,
  rule,
} from '@/rules-engine/index';

/** One value under the published rule and under the draft; a segment has one, ''. */
export interface ValueChange {
  value: string;
  label: LocalText;
  /** Null where that rule doesn't give the value. */
  before: Predicate | null;
  after: Predicate | null;
  entered: Predicate;
  left: Predicate;
}

/** What publishing the draft would change, as rules: counted or listed, these are the members who move. */
export interface RuleChange {
  workspace: Workspace;
  draft: CompiledGraph;
  emitted: EmittedGraph;
  /** Of compiling and of the artefact. Publishing is blocked while `emitted` isn't ok. */
  diagnostics: readonly Diagnostic[];
  published: VersionDoc | null;
  /** The published rule; null before the first. */
  before: CompiledGraph | null;
  /** False when what is published doesn't compile any more: nobody can say then whom the draft moves. */
  comparable: boolean;
  /** Values of the draft first, as if nothing had been published where it isn't comparable; null while it is blocked. */
  values: readonly ValueChange[] | null;
}

/** Compiles the published rule and the draft as of one instant (ms), in one state of the workspace. */
export async function ruleChange(
  db: Db,
  definition: DefinitionDoc,
  asOf: number,
  signal: AbortSignal | undefined,
): Promise<RuleChange> {
  const workspace = await loadEnvironment(db);
  const options = { signal, owner: ownerOf(definition), workspace };
  const published = await publishedVersion(db, definition);
  const draft = await prepareGraph(db, definition.draft, asOf, options);
  const before = published && (await prepareGraph(db, published.graph, asOf, options));
  const emitted = emitGraph(draft);
  const comparable = before?.executable !== false;
  return {
    workspace,
    draft,
    emitted,
    diagnostics: [...new Set([...draft.diagnostics, ...(emitted.ok ? [] : emitted.diagnostics)])],
    published,
    before,
    comparable,
    values: emitted.ok ? valueChanges(before?.outputs ?? [], draft.outputs) : null,
  };
}

function valueChanges(before: readonly CompiledOutput[], after: readonly CompiledOutput[]): ValueChange[] {
  const was = new Map(before.map((output) => [output.value, output]));
  const is = new Map(after.map((output) => [output.value, output]));
  return [...new Map([...is, ...[...was].filter(([value]) => !is.has(value))])].map(([value, { label }]) => {
    const [old, now] = [was.get(value)?.predicate ?? null, is.get(value)?.predicate ?? null];
    return {
      value,
      label,
      before: old,
      after: now,
      entered: without(now, old),
      left: without(old, now),
    };
  });
}

function without(members: Predicate | null, others: Predicate | null): Predicate {
  if (!members) return rule.never;
  return others ? rule.all([members, rule.not(others)]) : members;
}

import type { Db } from 'mongodb';
import type { Compare, CompareMembers, Comparison, MovingMembers } from '@/lib/contracts/movement';
import { prepareExecutable } from '@/lib/counting/resolve-needs';
import { memberPage } from '@/lib/services/counts/answer-members';
import { publishedVersion } from '@/lib/services/definitions/definition-dto';
import { findDefinition } from '@/lib/services/definitions/find-definition';
import { classify } from '@/lib/services/runs/classify';
import { movement } from '@/lib/services/runs/movement';
import { loadEnvironment } from '@/lib/workspace/environment';
import { ownerOf } from '@/lib/workspace/graph-owner';
import {
  type CompiledGraph,
  type CompiledOutput,
  type Graph,
  type Predicate,
  rule,
} from '@/rules-engine/index';
import { joinValues, valuesOfOutputs } from './values-of';

/** How long looking at the members of one cell may take, in ms. */
const limitMs = 5 * 60_000;

/**
 * Who would move if one drawing took the place of another, as of one instant (ms). Throws `not-found`, `not-executable`,
 * `too-slow`.
 */
export async function compareDrawings(
  db: Db,
  definition: string,
  query: Pick<Compare, 'before' | 'after'>,
  asOf: number,
  signal?: AbortSignal,
): Promise<Comparison> {
  const began = performance.now();
  const { before, after } = await prepared(db, definition, query, asOf, signal);
  const flows = await flowsBetween(db, before?.compiled ?? null, after.compiled, signal);
  const former = before ? valuesOfOutputs(before.graph, before.compiled.outputs) : [];
  return {
    values: joinValues(former, valuesOfOutputs(after.graph, after.compiled.outputs)),
    flows,
    asOf: new Date(asOf).toISOString(),
    tookMs: Math.round(performance.now() - began),
  };
}

/** How many members go from each value of one rule to each of another: two passes over the members. */
export async function flowsBetween(
  db: Db,
  before: CompiledGraph | null,
  after: CompiledGraph,
  signal?: AbortSignal,
): Promise<Comparison['flows']> {
  const placed = async ({ outputs }: CompiledGraph) => ({
    values: outputs.map(({ value }) => value),
    of: await classify(db, outputs, { signal }),
  });
  return movement(before && (await placed(before)), await placed(after));
}

/** A page of the members that would go from one value to another. */
export async function membersComparing(
  db: Db,
  definition: string,
  { from, to, afterOrd, limit, ...query }: CompareMembers,
  asOf: number,
  signal?: AbortSignal,
): Promise<MovingMembers> {
  const { before, after } = await prepared(db, definition, query, asOf, signal);
  const moved = rule.all([
    inValue(before?.compiled.outputs ?? [], from),
    inValue(after.compiled.outputs, to),
  ]);
  return memberPage(db, moved, [], { after: afterOrd, limit, signal, limitMs });
}

/** Those who are given the value; null: those who are given none; undefined: everybody. */
export function inValue(outputs: readonly CompiledOutput[], value: string | null | undefined): Predicate {
  if (value === undefined) return rule.always;
  const wanted = outputs.filter((output) => value === null || output.value === value);
  const given = rule.any(wanted.map(({ predicate }) => predicate));
  return value === null ? rule.not(given) : given;
}

interface Prepared {
  graph: Graph;
  compiled: CompiledGraph;
}

async function prepared(
  db: Db,
  id: string,
  { before, after }: Pick<Compare, 'before' | 'after'>,
  asOf: number,
  signal: AbortSignal | undefined,
): Promise<{ before: Prepared | null; after: Prepared }> {
  const definition = await findDefinition(db, id);
  const workspace = await loadEnvironment(db);
  const former = before ?? (await publishedVersion(db, definition))?.graph ?? null;
  const prepare = async (graph: Graph): Promise<Prepared> => {
    const options = { signal, workspace, owner: ownerOf(definition) };
    return { graph, compiled: await prepareExecutable(db, graph, asOf, options) };
  };
  return { before: former && (await prepare(former)), after: await prepare(after) };
}

import type { CompiledGraph } from '../compile/compile-graph';
import type { Graph } from '../graph/graph';
import { all } from '../ir/build-predicate';
import { areDisjoint } from '../ir/disjoint';
import type { Predicate } from '../ir/predicate';
import { isProvablyEmpty, provablyImplies } from '../ir/provably-empty';
import type { Text } from '../text';
import type { Clock } from '../time/window';
import { lintGroups } from './empty-groups';
import type { Finding } from './finding';
import { LintWords } from './lint-words';
import { proveConditions } from './prove-conditions';

/** A number that tells what the rule alone doesn't. */
export interface LintQuestion {
  members: Predicate;
  /** What it means that so many are counted; null: nothing. */
  conclude(n: number): Finding | null;
}

export interface Lint {
  /** What shows from the rule. */
  findings: readonly Finding[];
  /** What shows from the data. */
  questions: readonly LintQuestion[];
}

/** Pairs of outputs that are held against each other. */
const pairs = 400;

interface Output {
  node: string;
  label: Text;
  members: Predicate;
  predicate: Predicate;
  rest: boolean;
}

/**
 * What an operator should know of a drawing before publishing it: outputs that nobody gets, members that an earlier
 * output takes from a later one, those left to the fallback, groups that nobody is in, and conditions that contradict or
 * repeat each other.
 * Nothing while the graph isn't executable: its diagnostics come first.
 */
export function lintGraph(graph: Graph, compiled: CompiledGraph, clock: Clock): Lint {
  if (!compiled.executable) return { findings: [], questions: [] };
  const words = new LintWords(clock);
  const rest = new Set(compiled.nodes.filter(({ result }) => result?.rest).map(({ id }) => id));
  const outputs = compiled.outputs.map((output): Output => ({ ...output, rest: rest.has(output.node) }));
  const ruled = outputs.filter((output) => !output.rest);
  const dead = new Set(ruled.filter(({ predicate }) => isProvablyEmpty(predicate)).map(({ node }) => node));
  const groups = lintGroups(graph, compiled, words);
  const level = new Set(groups.findings.map(({ node }) => node));
  const findings = [
    ...groups.findings,
    // That a way out of groups is closed is said once, with what is behind it.
    ...proveConditions(graph, compiled, words).filter(({ node }) => !level.has(node)),
    ...ruled
      .filter(({ node }) => dead.has(node))
      .map((output) => unreachable(output, coverOf(output, ruled), null, words)),
  ];
  if (graph.kind === 'segment') return { findings, questions: groups.questions };
  const alive = ruled.filter(({ node }) => !dead.has(node));
  const questions = [
    ...groups.questions,
    ...alive.map((output) => nobody(output, words)),
    ...overlaps(alive, words).slice(0, pairs),
    ...outputs.filter((output) => output.rest).map((output) => gap(output, words)),
  ];
  return { findings, questions };
}

/** The one earlier output that leaves nothing over, where there is one. */
function coverOf(output: Output, outputs: readonly Output[]): Output | null {
  const earlier = outputs.slice(0, outputs.indexOf(output));
  return earlier.find(({ members }) => provablyImplies(output.members, members)) ?? null;
}

function nobody(output: Output, words: LintWords): LintQuestion {
  return {
    members: output.predicate,
    conclude: (n) => (n > 0 ? null : unreachable(output, null, 0, words)),
  };
}

function unreachable(output: Output, cover: Output | null, n: number | null, words: LintWords): Finding {
  return {
    kind: 'unreachable',
    severity: 'warning',
    node: output.node,
    other: cover?.node ?? null,
    n,
    message: words.unreachable(output.label, cover?.label ?? null, n),
  };
}

/** For each later output and each earlier one that may take from it: how many it takes. */
function overlaps(outputs: readonly Output[], words: LintWords): LintQuestion[] {
  return outputs.flatMap((later, i) =>
    outputs.slice(0, i).flatMap((earlier): LintQuestion[] => {
      if (areDisjoint(later.members, earlier.members)) return [];
      return [
        {
          members: all([later.members, earlier.predicate]),
          conclude: (n) =>
            n === 0
              ? null
              : {
                  kind: 'overlap',
                  severity: 'notice',
                  node: later.node,
                  other: earlier.node,
                  n,
                  message: words.overlap(later.label, earlier.label, n),
                },
        },
      ];
    }),
  );
}

function gap(output: Output, words: LintWords): LintQuestion {
  return {
    members: output.predicate,
    conclude: (n) => ({
      kind: 'gap',
      severity: 'notice',
      node: output.node,
      other: null,
      n,
      message: words.gap(output.label, n),
    }),
  };
}

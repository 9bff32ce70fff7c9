import type { Db } from 'mongodb';
import type { Cutpoint } from '@/lib/contracts/cutpoints';
import { type CutQuestion, type CutRule, type Diagnostic, type Graph, withCut } from '@/rules-engine/index';
import { counterOf } from './counter-of';
import type { Distribution } from './distribution';
import { type PrepareOptions, prepareGraph } from './resolve-needs';

export interface CutOptions extends PrepareOptions {
  /** Only the cutpoints of this node. */
  node?: string | undefined;
  limitMs: number;
  /** Called before each cutpoint with how many are done, and how many are known to be asked for. */
  onCut?(done: number, total: number): Promise<void>;
}

export interface ComputedCuts {
  cuts: Cutpoint[];
  /** The drawing with the cutpoints filled in; those that nobody has a value for stay as they were. */
  graph: Graph;
  diagnostics: readonly Diagnostic[];
}

/**
 * Computes the cutpoints that a drawing asks for, from its sources on: where one node stands behind another, its members
 * are those of the cuts just computed. Throws `too-slow`.
 */
export async function computeCuts(
  db: Db,
  drawn: Graph,
  asOf: number,
  { node, limitMs, onCut, ...options }: CutOptions,
): Promise<ComputedCuts> {
  const { signal } = options;
  const deadline = performance.now() + limitMs;
  const cuts: Cutpoint[] = [];
  let graph = drawn;
  for (;;) {
    const { cuts: asked, diagnostics } = await prepareGraph(db, graph, asOf, { ...options, limitMs });
    const wanted = asked.filter((question) => node === undefined || question.node === node);
    const next = wanted.find(
      (question) => !cuts.some((cut) => cut.node === question.node && cut.param === question.param),
    );
    if (!next) return { cuts, graph, diagnostics };
    await onCut?.(cuts.length, wanted.length);
    const { rule, members, value } = next;
    const counter = counterOf(db);
    const question = { members, value, at: sharesOf(rule) };
    const left = deadline - performance.now();
    const found = await counter.distribution(question, { signal, limitMs: left });
    const { counts } = await counter.count(new Map([['of', members]]), { signal, limitMs });
    const cut = toCutpoint(next, found, counts.get('of')?.n ?? 0);
    cuts.push(cut);
    graph = withCut(graph, cut);
  }
}

function sharesOf(rule: CutRule): number[] {
  if (rule.by === 'groups') return Array.from({ length: rule.groups - 1 }, (_, i) => (i + 1) / rule.groups);
  return rule.by === 'quantile' ? [rule.share] : [];
}

function toCutpoint(question: CutQuestion, found: Distribution, of: number): Cutpoint {
  const { node, param, rule, stored, label, unit, money, rounds } = question;
  const { present, mean, median, min, max, cuts } = found;
  const values = rule.by === 'mean' ? one(mean) : rule.by === 'median' ? one(median) : cuts;
  const isTied = rule.by === 'groups' && cuts !== null && min !== null && hasEmptyGroup(min, cuts);
  const problem = present === 0 ? 'empty' : min === max ? 'constant' : isTied ? 'tied' : null;
  const before = stored ? [...stored] : null;
  return {
    node,
    param,
    rule,
    label,
    unit,
    money,
    rounds,
    before,
    values,
    of,
    present,
    mean,
    median,
    min,
    max,
    problem,
  };
}

/** Between two equal cuts, or below the least value, there is nobody. */
function hasEmptyGroup(min: number, cuts: readonly number[]): boolean {
  return cuts.some((cut, i) => cut <= (cuts[i - 1] ?? min));
}

function one(value: number | null): number[] | null {
  return value === null ? null : [value];
}

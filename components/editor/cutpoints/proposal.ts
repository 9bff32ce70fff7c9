import type { Cutpoint, CutpointSet } from '@/lib/contracts/cutpoints';
import {
  type CutQuestion,
  compileGraph,
  cutValue,
  type Environment,
  type Graph,
  withCut,
} from '@/rules-engine/index';
import type { Command, ParamPath } from '../document/command';
import { sameValue } from '../document/same-value';

export interface CutChange {
  cut: Cutpoint;
  /** What the drawing has now; null while nothing is computed. */
  stored: readonly number[] | null;
  isChanged: boolean;
}

export interface Proposal {
  /** Of every cut that the drawing still asks for as it was computed. */
  cuts: readonly CutChange[];
  /** The drawing with the set's cuts. */
  after: Graph;
  commands: readonly Command[];
}

/**
 * What a set of cutpoints would change in the drawing. From the sources on, as they were computed: what stands behind
 * another cut is asked for only once that has a value.
 */
export function proposal(
  graph: Graph,
  { cuts }: Pick<CutpointSet, 'cuts'>,
  environment: Environment,
): Proposal {
  let after = graph;
  const found: CutChange[] = [];
  const commands: Command[] = [];
  for (const cut of cuts) {
    const question = compileGraph(after, environment).cuts.find((asked) => isOf(cut, asked));
    if (!question) continue;
    const { stored } = question;
    const isChanged = cut.values !== null && !sameValue(cut.values, stored);
    found.push({ cut, stored, isChanged });
    if (!isChanged) continue;
    after = withCut(after, cut);
    commands.push({ do: 'setParam', node: cut.node, path: pathOf(cut.param), value: cutValue(cut) });
  }
  return { cuts: found, after, commands };
}

/** The latest set, computed by an instant, whose values are those of a cut: where it came from. */
export function sourceOf(
  question: Asked & Pick<CutQuestion, 'stored'>,
  sets: readonly CutpointSet[],
  by: string | null = null,
): CutpointSet | null {
  const isSource = ({ state, finishedAt, cuts }: CutpointSet) =>
    state === 'done' &&
    (by === null || (finishedAt !== null && finishedAt <= by)) &&
    cuts.some((cut) => isOf(cut, question) && cut.values !== null && sameValue(cut.values, question.stored));
  return sets.find(isSource) ?? null;
}

type Asked = Pick<CutQuestion, 'node' | 'param' | 'rule' | 'label'>;

/** The same cut by the same rule of the same number: its label says which number, and over which window. */
function isOf(cut: Cutpoint, { node, param, rule, label }: Asked): boolean {
  return cut.node === node && cut.param === param && sameValue(cut.rule, rule) && sameValue(cut.label, label);
}

/** `terms.0.cuts` as the commands of the document have it. */
export function pathOf(param: string): ParamPath {
  return param.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

import type { CompiledGraph } from '../compile/compile-graph';
import { type Graph, portKey } from '../graph/graph';
import { areDisjoint } from '../ir/disjoint';
import type { Predicate } from '../ir/predicate';
import type { Locale, Sentence, Text } from '../text';
import { type Clause, clauseText, compact } from './clause';
import { describePorts } from './describe-ports';
import { type Description, stepsOf } from './description';
import { render, renderOthers } from './render';
import { Settled } from './settled';

export type GraphSentence = Readonly<Record<Locale, readonly Clause[]>>;

/**
 * What a graph says, in both languages, in clauses that know their node. A segment is one clause chain; a tag has a
 * sentence for each value, in the order in which they win. Works on drafts: what isn't filled in is said to be so.
 */
export function graphSentence(graph: Graph, compiled: CompiledGraph): GraphSentence {
  const ports = describePorts(graph, compiled);
  const told = tellable(graph, compiled, ports);
  const asides = compiled.nodes.flatMap(({ id, aside }) => (aside ? [{ text: aside, node: id }] : []));
  return {
    zh: compact(sentences(graph, compiled, told, asides, 'zh')),
    en: compact(sentences(graph, compiled, told, asides, 'en')),
  };
}

/** The sentence of a graph as plain text. */
export function plainSentence({ zh, en }: GraphSentence): Sentence {
  return { zh: clauseText(zh), en: clauseText(en) };
}

interface Told {
  node: string;
  label: Text;
  /** Null for the output that takes all others. */
  set: Description | null;
}

/** Output nodes that members come to, in the order in which they win. */
function tellable(
  graph: Graph,
  compiled: CompiledGraph,
  ports: ReturnType<typeof describePorts>,
): readonly Told[] {
  const infos = new Map(compiled.nodes.map((info) => [info.id, info]));
  const told = graph.nodes.flatMap(({ id }): Told[] => {
    const info = infos.get(id);
    if (!info || info.outputs.length > 0) return [];
    const label = info.result?.label ?? { zh: '？', en: '?' };
    if (info.result?.rest) return [{ node: id, label, set: null }];
    const [input] = info.inputs;
    const set = input === undefined ? undefined : ports.get(portKey(id, input));
    return set ? [{ node: id, label, set }] : [];
  });
  return [...told.filter(({ set }) => set), ...told.filter(({ set }) => !set)];
}

/** Every sentence ends with a stop, but for a single one of a segment: that stands as a title does. */
function sentences(
  graph: Graph,
  compiled: CompiledGraph,
  told: readonly Told[],
  asides: readonly { text: Text; node: string }[],
  locale: Locale,
): Clause[] {
  const first = graph.kind === 'segment' ? members(told, locale) : values(graph, compiled, told, locale);
  const all = [...first, ...asides.map(({ text, node }) => [{ text: text[locale], node }])];
  const [only] = all;
  if (graph.kind === 'segment' && all.length === 1 && only) return capital(only, locale);
  return all.flatMap((sentence, i) => [
    ...(i > 0 ? [mark(gap[locale])] : []),
    ...capital(sentence, locale),
    mark(stop[locale]),
  ]);
}

const stop: Text = { zh: '。', en: '.' };
const gap: Text = { zh: '', en: ' ' };
const colon: Text = { zh: '：', en: ': ' };

function members([only]: readonly Told[], locale: Locale): Clause[][] {
  return only?.set ? [render(only.set, locale)] : [];
}

function values(graph: Graph, compiled: CompiledGraph, told: readonly Told[], locale: Locale): Clause[][] {
  const settled = new Settled(graph, compiled);
  const each = told.map(({ node, label, set }) => {
    const body = set ? tell(set, settled, locale) : renderOthers([], node, [], locale);
    settled.tell(node);
    return [{ text: `“${label[locale]}”`, node }, mark(colon[locale]), ...body];
  });
  return overlapping(told, compiled) ? [...each, [mark(firstWins[locale])]] : each;
}

const firstWins: Text = { zh: '同时符合几个值时取最前面的', en: 'Where several fit, the first one counts' };

/** What outputs told before have left over is told as “the others”: of everyone, or of those who go the same way. */
function tell(set: Description, settled: Settled, locale: Locale): Clause[] {
  const steps = stepsOf(set);
  const leftOver = steps.map(
    (step) => step.kind === 'clause' && step.rest && settled.allBut(step.node, step.port),
  );
  const last = leftOver.lastIndexOf(true);
  const step = steps[last];
  if (step?.kind !== 'clause') return render(set, locale);
  const before = steps.slice(0, last).filter((_, i) => !leftOver[i]);
  return renderOthers(before, step.node, steps.slice(last + 1), locale);
}

/** True unless it shows that no member comes to two outputs. */
function overlapping(told: readonly Told[], compiled: CompiledGraph): boolean {
  const inputs = new Map(compiled.nodes.map(({ id, inputs: ports }) => [id, ports[0]]));
  const sets = told
    .map(({ node }) => compiled.ports.get(portKey(node, inputs.get(node) ?? '')))
    .filter((set): set is Predicate => set !== undefined);
  return sets.some((set, i) => sets.slice(i + 1).some((other) => !areDisjoint(set, other)));
}

function capital([first, ...others]: readonly Clause[], locale: Locale): Clause[] {
  if (!first) return [];
  if (locale === 'zh') return [first, ...others];
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...others];
}

function mark(text: string): Clause {
  return { text, node: null };
}

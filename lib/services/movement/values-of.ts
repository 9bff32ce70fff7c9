import type { MovedValue } from '@/lib/contracts/movement';
import { type CompiledOutput, type Graph, layersOf, tagValues } from '@/rules-engine/index';

type Named = Omit<MovedValue, 'gone'>;

/** What a drawing gives, in the order in which it wins. */
export function valuesOf(graph: Graph): Named[] {
  if (graph.kind === 'layering') return layersOf(graph).map(({ node: _, ...layer }) => layer);
  return tagValues(graph).map(({ value, label }) => plain(value, label));
}

/** What the outputs of a compiled drawing give; a segment gives one value, ''. */
export function valuesOfOutputs(graph: Graph, outputs: readonly CompiledOutput[]): Named[] {
  const drawn = new Map(valuesOf(graph).map((value) => [value.value, value]));
  return outputs.map(({ value, label }) => drawn.get(value) ?? plain(value, label));
}

/** A value that isn't a layer. */
function plain(value: string, label: Named['label']): Named {
  return { value, label, color: null, strategy: '', benefits: '', fallback: false };
}

/** Those of the latter, then those that only the former has. */
export function joinValues(before: readonly Named[], after: readonly Named[]): MovedValue[] {
  const gone = before.filter(({ value }) => !after.some((other) => other.value === value));
  return [
    ...after.map((value) => ({ ...value, gone: false })),
    ...gone.map((value) => ({ ...value, gone: true })),
  ];
}

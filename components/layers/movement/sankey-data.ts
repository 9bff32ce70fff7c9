import type { Flow, MovedValue } from '@/lib/contracts/movement';
import { type End, sum } from './flows';

export interface SankeyNode {
  id: string;
  side: 'from' | 'to';
  end: End;
  n: number;
}

export interface SankeyLink {
  source: string;
  target: string;
  from: End;
  to: End;
  n: number;
}

/** Every layer stands twice, before and after, in its order; the flows run between them. */
export function sankeyOf(
  values: readonly MovedValue[],
  flows: readonly Flow[],
): { nodes: SankeyNode[]; links: SankeyLink[] } {
  const ends: End[] = [...values.map(({ value }) => value), null];
  const nodes = (['from', 'to'] as const).flatMap((side) =>
    ends.flatMap((end) => {
      const n = sum(flows, { [side]: end });
      return n > 0 ? [{ id: nodeId(side, end), side, end, n }] : [];
    }),
  );
  const place = (end: End) => ends.indexOf(end);
  const links = flows
    .map(({ from, to, n }) => ({ source: nodeId('from', from), target: nodeId('to', to), from, to, n }))
    .sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to));
  return { nodes, links };
}

/** Values have no colon. */
function nodeId(side: SankeyNode['side'], end: End): string {
  return `${side}:${end ?? ':'}`;
}

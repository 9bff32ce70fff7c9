import { draw, type Graph } from '@/rules-engine/index';

/** Members of one layer who are close to another, as a segment. */
export interface Near {
  /** Key of the layering. */
  key: string;
  from: string;
  to: string;
  /** Percent by which the bounds are eased. */
  ease: number;
}

export function nearGraph(near: Near): Graph {
  return draw(
    'segment',
    {
      near: { type: 'nearLayer', params: { ...near }, at: [0, 0] },
      out: { type: 'segmentOutput', at: [2, 0] },
    },
    ['near.out → out.in'],
  );
}

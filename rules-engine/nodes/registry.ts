import { allMembers } from './all-members';
import { allOf } from './all-of';
import { anyOf } from './any-of';
import { condition } from './condition';
import { fallbackLayer } from './fallback-layer';
import { layer } from './layer';
import { layering } from './layering';
import { list } from './list';
import { minus } from './minus';
import { nearLayer } from './near-layer';
import type { NodeType } from './node';
import { quantiles } from './quantiles';
import { rfm } from './rfm';
import { sample } from './sample';
import { score } from './score';
import { segment } from './segment';
import { segmentOutput } from './segment-output';
import { tag } from './tag';
import { tagValue } from './tag-value';
import { topN } from './top-n';

/** Every node type, in the order of the palette. A test holds this list against the files of the folder. */
export const nodeTypes: readonly NodeType[] = [
  allMembers,
  segment,
  tag,
  layering,
  nearLayer,
  list,
  condition,
  score,
  quantiles,
  rfm,
  allOf,
  anyOf,
  minus,
  sample,
  topN,
  tagValue,
  layer,
  fallbackLayer,
  segmentOutput,
];

const byType = new Map(nodeTypes.map((type) => [type.type, type]));

export function findNodeType(type: string): NodeType | undefined {
  return byType.get(type);
}

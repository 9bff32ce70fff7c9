import { allMembers } from './all-members';
import { condition } from './condition';
import type { NodeType } from './node';
import { segmentOutput } from './segment-output';
import { tagValue } from './tag-value';

/** Every node type, in the order of the palette. A test holds this list against the files of the folder. */
export const nodeTypes: readonly NodeType[] = [allMembers, condition, tagValue, segmentOutput];

const byType = new Map(nodeTypes.map((type) => [type.type, type]));

export function findNodeType(type: string): NodeType | undefined {
  return byType.get(type);
}

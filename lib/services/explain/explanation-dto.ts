import type { DistanceDto, ExplainAnswer, ExplainNode, ExplainRow } from '@/lib/contracts/counts';
import type { MemberValue } from '@/lib/contracts/members';
import type { Distance, ExplainedNode, ExplainedRow, Explanation, ShownValue } from '@/rules-engine/index';

/** An explanation as it travels; nodes of which nothing could be compiled are left out. */
export function toExplanation({
  output,
  nodes,
  above,
}: Explanation): Pick<ExplainAnswer, 'output' | 'nodes' | 'above'> {
  return { output, nodes: nodes.filter(isKnown).map(toNode), above: above.map(toDistance) };
}

function toDistance({ missing, ...to }: Distance): DistanceDto {
  const steps = missing?.map(({ row, ...step }) => ({ ...step, row: row && toRow(row) }));
  return { ...to, missing: steps ?? null };
}

function isKnown({ inputs, ports }: ExplainedNode): boolean {
  return Object.keys(inputs).length + Object.keys(ports).length > 0;
}

function toNode({ node, reached, ports, rows }: ExplainedNode): ExplainNode {
  return { node, reached, ports: { ...ports }, rows: rows.map(toRow) };
}

function toRow({ relation: _, actual, threshold, ...row }: ExplainedRow): ExplainRow {
  return { ...row, actual: toValue(actual), threshold: toValue(threshold) };
}

function toValue(shown: ShownValue | null): MemberValue | null {
  return typeof shown === 'object' && shown !== null ? [...shown] : shown;
}

'use client';

import { type ConnectionLineComponentProps, getBezierPath } from '@xyflow/react';
import { useText } from '@/components/ui/use-text';
import { refusal } from '../edits/refusal';
import { useGraph } from '../state/editor-context';

/** The edge that is being drawn; over a port that it can't lead to, it says why at the pointer. */
export function ConnectionLine(props: ConnectionLineComponentProps) {
  const { fromNode, fromHandle, toNode, toHandle, toX, toY, connectionStatus } = props;
  const text = useText();
  const graph = useGraph();
  const [path] = getBezierPath({
    sourceX: props.fromX,
    sourceY: props.fromY,
    sourcePosition: props.fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: props.toPosition,
  });
  const from = { node: fromNode.id, port: fromHandle.id ?? '' };
  const to = toNode && toHandle ? { node: toNode.id, port: toHandle.id ?? '' } : null;
  const isForward = fromHandle.type === 'source';
  const reason =
    connectionStatus === 'invalid' && to
      ? toHandle?.type === fromHandle.type
        ? sameSide
        : refusal(graph, isForward ? from : to, isForward ? to : from)
      : null;
  return (
    <g>
      <path d={path} fill="none" strokeWidth={2} className={reason ? 'stroke-danger' : 'stroke-accent'} />
      {reason && (
        <foreignObject x={toX + 12} y={toY - 14} width={260} height={80} className="overflow-visible">
          <span className="inline-block rounded-md bg-danger-soft px-2 py-1 text-danger-ink text-sm shadow-float">
            {text(reason)}
          </span>
        </foreignObject>
      )}
    </g>
  );
}

const sameSide = { zh: '出口只能连到入口。', en: 'An output leads to an input only.' };

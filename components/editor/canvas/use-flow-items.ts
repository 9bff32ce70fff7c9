'use client';

import type { Edge, EdgeChange, Node, NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useEditor, useGraph, useView } from '../state/editor-context';
import { select } from '../state/view';

type FlowNode = Node<Record<string, never>, 'step'>;
type FlowEdgeItem = Edge<Record<string, never>, 'flow'>;

const nothing: Record<string, never> = {};

interface FlowItems {
  nodes: FlowNode[];
  edges: FlowEdgeItem[];
  /** Positions while a drag goes on, and sizes: they are React Flow's own affair, not the document's. Selecting is the view's. */
  onNodesChange(changes: NodeChange<FlowNode>[]): void;
  onEdgesChange(changes: EdgeChange<FlowEdgeItem>[]): void;
  /** Ends a drag: cards are where the document says. */
  forgetDrag(): void;
}

/**
 * The document as React Flow's nodes and edges. They carry ids and positions only, and are the same objects as long as
 * these don't change; immer's frozen objects never come here.
 */
export function useFlowItems(): FlowItems {
  const { view } = useEditor();
  const graph = useGraph();
  const selected = useView((view) => view.nodes);
  const selectedEdges = useView((view) => view.edges);
  const [dragged, setDragged] = useState<ReadonlyMap<string, { x: number; y: number }>>(new Map());
  const [sizes, setSizes] = useState<ReadonlyMap<string, { width: number; height: number }>>(new Map());
  const last = useRef(new Map<string, FlowNode>());

  const nodes = useMemo(() => {
    const items = graph.nodes.map((node): FlowNode => {
      const { x, y } = dragged.get(node.id) ?? node.position;
      const measured = sizes.get(node.id);
      const before = last.current.get(node.id);
      const isSelected = selected.has(node.id);
      const isSame =
        before?.position.x === x &&
        before.position.y === y &&
        before.selected === isSelected &&
        before.measured === measured;
      if (before && isSame) return before;
      return { id: node.id, type: 'step', position: { x, y }, selected: isSelected, measured, data: nothing };
    });
    last.current = new Map(items.map((item) => [item.id, item]));
    return items;
  }, [graph.nodes, dragged, sizes, selected]);

  const edges = useMemo(
    () =>
      graph.edges.map(
        ({ id, source, sourcePort, target, targetPort }): FlowEdgeItem => ({
          id,
          type: 'flow',
          source,
          sourceHandle: sourcePort,
          target,
          targetHandle: targetPort,
          selected: selectedEdges.has(id),
          data: nothing,
        }),
      ),
    [graph.edges, selectedEdges],
  );

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const moves = changes.flatMap((change) =>
        change.type === 'position' && change.dragging && change.position
          ? [[change.id, change.position] as const]
          : [],
      );
      const measures = changes.flatMap((change) =>
        change.type === 'dimensions' && change.dimensions ? [[change.id, change.dimensions] as const] : [],
      );
      if (moves.length > 0) setDragged((before) => new Map([...before, ...moves]));
      if (measures.length > 0) setSizes((before) => new Map([...before, ...measures]));
      const chosen = view.getState();
      const ids = reselected(chosen.nodes, changes);
      if (ids) select(view, ids, chosen.edges);
    },
    [view],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<FlowEdgeItem>[]) => {
      const chosen = view.getState();
      const ids = reselected(chosen.edges, changes);
      if (ids) select(view, chosen.nodes, ids);
    },
    [view],
  );
  const forgetDrag = useCallback(() => setDragged(new Map()), []);
  return { nodes, edges, onNodesChange, onEdgesChange, forgetDrag };
}

/** What is selected after the changes; null when none of them is about that. */
function reselected(
  before: ReadonlySet<string>,
  changes: readonly (NodeChange<FlowNode> | EdgeChange<FlowEdgeItem>)[],
): ReadonlySet<string> | null {
  const after = new Set(before);
  for (const change of changes) {
    if (change.type !== 'select') continue;
    if (change.selected) after.add(change.id);
    else after.delete(change.id);
  }
  return after.size === before.size && [...after].every((id) => before.has(id)) ? null : after;
}

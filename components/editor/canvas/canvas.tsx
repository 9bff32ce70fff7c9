'use client';

import '@xyflow/react/dist/base.css';
import './canvas.css';
import {
  Background,
  BackgroundVariant,
  type Connection,
  type Edge,
  type FinalConnectionState,
  MiniMap,
  ReactFlow,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useRef } from 'react';
import { findNodeType } from '@/rules-engine/index';
import { fits } from '../edits/add-node';
import { grid } from '../edits/place';
import { refusal } from '../edits/refusal';
import { useEdits } from '../edits/use-edits';
import { nodeDragType } from '../palette/drag-type';
import { useEditor } from '../state/editor-context';
import type { ScreenPoint } from '../state/view';
import { CanvasTools } from './canvas-tools';
import { ConnectionLine } from './connection-line';
import { FlowEdge } from './flow-edge';
import { StepCard } from './step-card';
import { useCanvasKeys } from './use-canvas-keys';
import { useFirstView } from './use-first-view';
import { useFlowItems } from './use-flow-items';

const nodeTypes = { step: StepCard };
const edgeTypes = { flow: FlowEdge };

/** The drawing. Everything that changes it goes through `edits`; React Flow shows, measures and drags. */
export function Canvas() {
  const t = useTranslations('editor.canvas');
  const { draft, view, isEditable } = useEditor();
  const edits = useEdits();
  const flow = useReactFlow();
  const { nodes, edges, onNodesChange, onEdgesChange, forgetDrag } = useFlowItems();
  const box = useRef<HTMLElement>(null);
  const keys = useCanvasKeys(box);
  useFirstView(box);
  const graph = () => draft.store.getState().journal.graph;

  const onConnectEnd = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
    const { fromHandle, fromNode, toNode } = state;
    if (state.isValid || !fromHandle?.id || !fromNode || toNode) return;
    const at = pointOf(event);
    const port = { node: fromNode.id, port: fromHandle.id };
    view.setState({
      adding:
        fromHandle.type === 'source'
          ? { where: 'after', from: port, at, place: at }
          : { where: 'before', to: port, at, place: at },
    });
  };

  const onDrop = (event: DragEvent) => {
    const type = findNodeType(event.dataTransfer.getData(nodeDragType));
    if (!type || !isEditable) return;
    event.preventDefault();
    const at = { x: event.clientX, y: event.clientY };
    const edge = edgeAt(at);
    edits.add(
      edge !== null && fits(type, 'between')
        ? { where: 'between', edge, at, place: null }
        : { where: 'anywhere', at, place: { x: at.x - 120 * flow.getZoom(), y: at.y - 20 * flow.getZoom() } },
      type,
    );
  };

  return (
    <section
      ref={box}
      aria-label={t('label')}
      className="relative min-h-0 min-w-0 flex-1 bg-ground"
      onDrop={onDrop}
      onDragOver={(event) => {
        if (!isEditable || !event.dataTransfer.types.includes(nodeDragType)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDoubleClick={(event) => {
        const isPane = event.target instanceof Element && event.target.classList.contains('react-flow__pane');
        if (!isPane || !isEditable) return;
        const at = { x: event.clientX, y: event.clientY };
        view.setState({ adding: { where: 'anywhere', at, place: at } });
      }}
      {...keys}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStop={(_event, _node, moved) => {
          edits.move(Object.fromEntries(moved.map(({ id, position }) => [id, position])), null);
          forgetDrag();
        }}
        onSelectionDragStop={(_event, moved) => {
          edits.move(Object.fromEntries(moved.map(({ id, position }) => [id, position])), null);
          forgetDrag();
        }}
        isValidConnection={(asked) => refusal(graph(), ...endsOf(asked)) === null}
        onConnect={(connection) => edits.connect(...endsOf(connection))}
        onConnectEnd={onConnectEnd}
        onReconnect={(edge, connection) => edits.reconnect(edge.id, ...endsOf(connection))}
        connectionLineComponent={ConnectionLine}
        connectionRadius={24}
        nodesDraggable={isEditable}
        nodesConnectable={isEditable}
        edgesReconnectable={isEditable}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={['Meta', 'Control', 'Shift']}
        selectionMode={SelectionMode.Partial}
        zoomOnDoubleClick={false}
        panOnScroll
        snapToGrid
        snapGrid={[grid, grid]}
        minZoom={0.2}
        maxZoom={1.5}
        onlyRenderVisibleElements={nodes.length > 60}
      >
        <Background
          variant={BackgroundVariant.Dots}
          gap={grid * 3}
          size={1}
          color="var(--color-line-strong)"
        />
        <MiniMap
          pannable
          zoomable
          ariaLabel={t('minimap')}
          bgColor="var(--color-surface)"
          maskColor="color-mix(in srgb, var(--color-ground) 70%, transparent)"
          maskStrokeColor="var(--color-line-strong)"
          nodeColor="var(--color-line-strong)"
          nodeBorderRadius={8}
          style={{ width: 144, height: 96 }}
          className="rounded-md! border border-line"
        />
        <CanvasTools />
      </ReactFlow>
    </section>
  );
}

type Ends = [from: { node: string; port: string }, to: { node: string; port: string }];

function endsOf({ source, sourceHandle, target, targetHandle }: Edge | Connection): Ends {
  return [
    { node: source, port: sourceHandle ?? '' },
    { node: target, port: targetHandle ?? '' },
  ];
}

function pointOf(event: MouseEvent | TouchEvent): ScreenPoint {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}

/** The edge under a point of the screen, by its line or its “+”. */
function edgeAt({ x, y }: ScreenPoint): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const plus = element.closest('[data-insert]')?.getAttribute('data-insert');
    const line = element.closest('.react-flow__edge')?.getAttribute('data-id');
    if (plus ?? line) return plus ?? line ?? null;
  }
  return null;
}

'use client';

import { useReactFlow } from '@xyflow/react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { toast } from '@/components/ui/toast';
import { useText } from '@/components/ui/use-text';
import type { NodeType } from '@/rules-engine/index';
import { fitOptions } from '../canvas/fit-options';
import type { Command, ParamPath } from '../document/command';
import { useEditor } from '../state/editor-context';
import { type Adding, goToField, type ScreenPoint, select } from '../state/view';
import { addAfter, addBefore, addNode, insertOnEdge } from './add-node';
import { copyText, paste, readPart } from './clipboard';
import { connect, reconnect } from './connect';
import { cardWidth, firstPortAt, type Size, type Sizes } from './geometry';
import { layOut } from './layout';
import { findNode, type PortRef } from './ports';
import { refusal } from './refusal';
import { removeItems } from './remove';
import { paramTarget, setParam } from './set-param';

/** What can be done to the drawing, whatever it is done with: mouse, keyboard, palette, form or outline. */
export interface Edits {
  add(adding: Adding, type: NodeType): void;
  /** False, with the reason in a toast, where the ports don't fit. */
  connect(from: PortRef, to: PortRef): boolean;
  reconnect(edge: string, from: PortRef, to: PortRef): void;
  remove(nodes: Iterable<string>, edges: Iterable<string>): void;
  removeSelected(): void;
  move(to: Record<string, ScreenPoint>, target: string | null): void;
  /** One choice, one step of undo. */
  setParam(node: string, path: ParamPath, value: unknown): void;
  /** Typing in one parameter is one step of undo, until `seal`. */
  typeParam(node: string, path: ParamPath, value: unknown): void;
  rename(node: string, name: string): void;
  note(node: string, note: string): void;
  /** Puts a node at another place in the order of the document. */
  order(node: string, index: number): void;
  seal(): void;
  /** The selection as text for the clipboard; null when nothing is selected. */
  copy(): string | null;
  paste(text: string, at: ScreenPoint | null): void;
  selectAll(): void;
  layOut(): Promise<void>;
  undo(): void;
  redo(): void;
}

export function useEdits(): Edits {
  const { draft, view } = useEditor();
  const flow = useReactFlow();
  const t = useTranslations('editor.edits');
  const text = useText();

  return useMemo<Edits>(() => {
    const graph = () => draft.store.getState().journal.graph;
    const sizes = (): Sizes =>
      new Map(
        flow
          .getNodes()
          .flatMap(({ id, measured }): [string, Size][] =>
            measured?.width && measured.height
              ? [[id, { width: measured.width, height: measured.height }]]
              : [],
          ),
      );
    const perform = (commands: readonly Command[], target: string | null = null) =>
      commands.length > 0 && draft.perform(commands, target);
    const place = (point: ScreenPoint | null) => point && flow.screenToFlowPosition(point);
    /** Where a card goes whose first port, on that side of it, is to be at a point of the screen. */
    const placePort = (point: ScreenPoint | null, side: 'left' | 'right') => {
      const at = place(point);
      return at && { x: side === 'left' ? at.x : at.x - cardWidth, y: at.y - firstPortAt };
    };
    /** The middle of what is seen, less half a card. */
    const middle = (): ScreenPoint => {
      const box = document.querySelector('.react-flow')?.getBoundingClientRect();
      if (!box) {
        const last = graph().nodes.at(-1)?.position ?? { x: 0, y: 0 };
        return { x: last.x, y: last.y + cardWidth };
      }
      const at = flow.screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
      return { x: at.x - cardWidth / 2, y: at.y - cardWidth / 4 };
    };
    const plan = (adding: Adding, type: NodeType) => {
      if (adding.where === 'after')
        return addAfter(graph(), adding.from, type, sizes(), placePort(adding.place, 'left'));
      if (adding.where === 'before')
        return addBefore(graph(), adding.to, type, sizes(), placePort(adding.place, 'right'));
      if (adding.where === 'between') return insertOnEdge(graph(), adding.edge, type, sizes());
      return addNode(graph(), type, place(adding.place) ?? middle(), sizes());
    };

    const edits: Edits = {
      add(adding, type) {
        const addition = plan(adding, type);
        view.setState({ adding: null });
        if (!addition) return;
        perform(addition.commands);
        goToField(view, addition.node, null);
      },
      connect(from, to) {
        const reason = refusal(graph(), from, to);
        if (reason) toast({ tone: 'danger', text: text(reason) });
        else perform(connect(graph(), from, to));
        return reason === null;
      },
      reconnect: (edge, from, to) => perform(reconnect(graph(), edge, from, to)),
      remove(nodes, edges) {
        const { commands, kept } = removeItems(graph(), [...nodes], [...edges]);
        perform(commands);
        if (kept === null) select(view, []);
        else {
          select(view, [kept]);
          toast({ tone: 'danger', text: t('lastOutput') });
        }
      },
      removeSelected() {
        const { nodes, edges } = view.getState();
        edits.remove(nodes, edges);
      },
      move: (to, target) => perform([{ do: 'move', to }], target),
      setParam: (node, path, value) => perform(setParam(graph(), node, path, value)),
      typeParam: (node, path, value) =>
        perform(setParam(graph(), node, path, value), paramTarget(node, path)),
      rename: (node, name) =>
        perform([{ do: 'describe', node, name: name.trim() ? name.slice(0, 80) : null }], `name:${node}`),
      note: (node, note) =>
        perform([{ do: 'describe', node, note: note.trim() ? note.slice(0, 2_000) : null }], `note:${node}`),
      order: (node, index) => perform([{ do: 'order', node, index }], `order:${node}`),
      seal: () => draft.seal(),
      copy: () => copyText(graph(), view.getState().nodes),
      paste(content, at) {
        const part = readPart(content);
        if (!part) return;
        const { commands, nodes, leftOut } = paste(graph(), part, place(at));
        perform(commands);
        if (nodes.length > 0) select(view, nodes);
        if (leftOut > 0) toast({ tone: 'danger', text: t('leftOut', { count: leftOut }) });
      },
      selectAll: () =>
        select(
          view,
          graph().nodes.map(({ id }) => id),
        ),
      async layOut() {
        const before = graph();
        const commands = await layOut(before, sizes());
        // Edited while the layout was being worked out: it would put new things on old places.
        if (graph() === before) perform(commands);
        requestAnimationFrame(() => void flow.fitView({ ...fitOptions, duration: 200 }));
      },
      undo() {
        draft.undo();
        keepSelection();
      },
      redo() {
        draft.redo();
        keepSelection();
      },
    };
    /** What is selected may be gone. */
    function keepSelection() {
      const { nodes, edges } = view.getState();
      const now = graph();
      const left = [...nodes].filter((id) => findNode(now, id));
      const leftEdges = [...edges].filter((id) => now.edges.some((edge) => edge.id === id));
      if (left.length < nodes.size || leftEdges.length < edges.size) select(view, left, leftEdges);
    }
    return edits;
  }, [draft, view, flow, t, text]);
}

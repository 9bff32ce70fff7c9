'use client';

import { useReactFlow } from '@xyflow/react';
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useMemo } from 'react';
import { portKey } from '@/rules-engine/index';
import { rects } from '../edits/geometry';
import { grid } from '../edits/place';
import { findNode, outputsOf, type PortRef } from '../edits/ports';
import { useEdits } from '../edits/use-edits';
import { useEditor, useGraph } from '../state/editor-context';
import { goToField, type ScreenPoint, select, showMembers } from '../state/view';
import { fitOptions } from './fit-options';
import { type Arrow, navigate, type Spot } from './navigate';

const arrows: Record<Arrow, ScreenPoint> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function isArrow(key: string): key is Arrow {
  return Object.hasOwn(arrows, key);
}

/**
 * The keyboard on the canvas. One card at a time is a stop of the Tab key (the one that had the focus last); the arrow
 * keys go on from there. Keys of the whole editor (undo, outline, help) are in `use-editor-keys.ts`.
 */
export function useCanvasKeys(box: RefObject<HTMLElement | null>) {
  const { draft, view, isEditable } = useEditor();
  const graph = useGraph();
  const edits = useEdits();
  const flow = useReactFlow();

  // The first card can be reached by Tab until another one had the focus.
  const first = graph.nodes[0]?.id;
  useEffect(() => {
    const cards = box.current?.querySelectorAll<HTMLElement>('[data-node]:not([data-port])') ?? [];
    const current = [...cards].find((card) => card.tabIndex === 0 && card.dataset.node !== undefined);
    if (!current && first !== undefined)
      focusable(box.current, { node: first, port: null })?.setAttribute('tabindex', '0');
  });

  return useMemo(() => {
    const now = () => draft.store.getState().journal.graph;
    const focus = (spot: Spot) => {
      const element = focusable(box.current, spot);
      element?.focus({ preventScroll: true });
      const card = flow.getInternalNode(spot.node);
      if (card && element && !isInside(element, box.current)) {
        const { x, y } = card.internals.positionAbsolute;
        void flow.setCenter(x + 120, y + 60, { zoom: flow.getZoom(), duration: 150 });
      }
    };
    const pointOf = (spot: Spot): ScreenPoint => {
      const rect = focusable(box.current, spot)?.getBoundingClientRect();
      return rect ? { x: rect.right + 8, y: rect.top } : { x: 0, y: 0 };
    };
    /** The port that something is added after: the one in focus, else the first free one. */
    const outOf = (spot: Spot): PortRef | null => {
      if (spot.port?.side === 'out') return { node: spot.node, port: spot.port.id };
      const node = findNode(now(), spot.node);
      const ports = node ? outputsOf(node) : [];
      const taken = new Set(
        now()
          .edges.filter((e) => e.source === spot.node)
          .map((e) => e.sourcePort),
      );
      const free = ports.find(({ id }) => !taken.has(id)) ?? ports[0];
      return free ? { node: spot.node, port: free.id } : null;
    };
    const edgeOf = (spot: Spot): string | null => {
      const { port } = spot;
      const edge = now().edges.find((e) =>
        port?.side === 'in'
          ? e.target === spot.node && e.targetPort === port.id
          : e.source === spot.node && (!port || e.sourcePort === port.id),
      );
      return edge?.id ?? null;
    };

    const editing: Record<string, (spot: Spot) => void> = {
      a(spot) {
        const from = outOf(spot);
        const at = pointOf(spot);
        view.setState({
          adding: from ? { where: 'after', from, at, place: null } : { where: 'anywhere', at, place: null },
        });
      },
      i(spot) {
        const edge = edgeOf(spot);
        if (edge) view.setState({ adding: { where: 'between', edge, at: pointOf(spot), place: null } });
      },
      c(spot) {
        const from = outOf(spot);
        if (from) view.setState({ connecting: { from, at: pointOf(spot) } });
      },
      delete: () => edits.removeSelected(),
      backspace: () => edits.removeSelected(),
    };
    const looking: Record<string, (spot: Spot) => void> = {
      enter(spot) {
        if (spot.port) showMembers(view, portKey(spot.node, spot.port.id));
        else goToField(view, spot.node, null);
      },
      f: () => void flow.fitView({ ...fitOptions, duration: 200 }),
      escape: () => select(view, []),
    };

    const moveSelected = (direction: ScreenPoint, far: boolean) => {
      const { nodes } = view.getState();
      const step = far ? grid * 5 : grid;
      const to = Object.fromEntries(
        now()
          .nodes.filter(({ id }) => nodes.has(id))
          .map(({ id, position: { x, y } }) => [
            id,
            { x: x + direction.x * step, y: y + direction.y * step },
          ]),
      );
      edits.move(to, `move:${[...nodes].sort().join()}`);
    };

    return {
      onKeyDown(event: KeyboardEvent) {
        const spot = spotOf(event.target);
        if (!spot || event.defaultPrevented || event.nativeEvent.isComposing) return;
        const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
        const isPlain = !ctrlKey && !metaKey && !altKey;
        const act =
          isPlain && (looking[key.toLowerCase()] ?? (isEditable ? editing[key.toLowerCase()] : undefined));
        if (isArrow(key) && altKey) {
          if (isEditable) moveSelected(arrows[key], shiftKey);
        } else if (isArrow(key) && isPlain) {
          const places = new Map(
            rects(now().nodes, new Map()).map((rect, index) => [now().nodes[index]?.id ?? '', rect]),
          );
          const next = navigate(now(), places, spot, key);
          if (next) focus(next);
        } else if (act) act(spot);
        else return;
        event.preventDefault();
        event.stopPropagation();
      },
      onFocus(event: FocusEvent) {
        const spot = spotOf(event.target);
        if (!spot) return;
        for (const other of box.current?.querySelectorAll('[data-node][tabindex="0"]') ?? [])
          other.setAttribute('tabindex', '-1');
        focusable(box.current, spot)?.setAttribute('tabindex', '0');
        if (!view.getState().nodes.has(spot.node)) select(view, [spot.node]);
      },
    };
  }, [draft, view, isEditable, edits, flow, box]);
}

/** The card or port that has the focus; null for a button or a field inside of one. */
function spotOf(target: EventTarget): Spot | null {
  if (!(target instanceof HTMLElement)) return null;
  const { node, port, side } = target.dataset;
  if (node === undefined) return null;
  return { node, port: port !== undefined && (side === 'in' || side === 'out') ? { side, id: port } : null };
}

function focusable(box: HTMLElement | null, { node, port }: Spot): HTMLElement | null {
  const card = `[data-node="${CSS.escape(node)}"]`;
  const at = port ? `[data-port="${CSS.escape(port.id)}"][data-side="${port.side}"]` : ':not([data-port])';
  return box?.querySelector<HTMLElement>(`${card}${at}`) ?? null;
}

function isInside(element: Element, box: Element | null): boolean {
  const inner = element.getBoundingClientRect();
  const outer = box?.getBoundingClientRect();
  return (
    outer !== undefined &&
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

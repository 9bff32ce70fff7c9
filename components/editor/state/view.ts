import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PortKey } from '@/rules-engine/index';
import type { PortRef } from '../edits/ports';

export const drawerTabs = ['problems', 'members', 'why', 'runs'] as const;
export type DrawerTab = (typeof drawerTabs)[number];

/** Where a node is about to be added; `at` is a point of the screen for the list of what fits. */
export type Adding =
  | { where: 'anywhere'; at: ScreenPoint | null; place: ScreenPoint | null }
  | { where: 'after'; from: PortRef; at: ScreenPoint | null; place: ScreenPoint | null }
  | { where: 'before'; to: PortRef; at: ScreenPoint | null; place: ScreenPoint | null }
  | { where: 'between'; edge: string; at: ScreenPoint | null; place: null };

export interface ScreenPoint {
  x: number;
  y: number;
}

/** How the drawing is looked at: nothing of it is part of the document, and none of it can be undone. */
export interface View {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
  drawer: DrawerTab | null;
  /** The port whose members are listed. */
  port: PortKey | null;
  /** The member who is explained. */
  member: string | null;
  /** A local day or an instant; null: now. */
  asOf: string | null;
  mode: 'canvas' | 'outline';
  /** The list of what can be added is open. */
  adding: Adding | null;
  /** The port whose connections are being chosen from a list. */
  connecting: { from: PortRef; at: ScreenPoint | null } | null;
  /** A field of the form to bring into sight and focus; `times` tells one request from the next. */
  field: { node: string; param: string | null; times: number } | null;
  keysShown: boolean;
}

export type ViewStore = StoreApi<View>;

/** The part of the view that the URL restores. */
export interface PlacedView {
  node: string | null;
  drawer: DrawerTab | null;
  port: PortKey | null;
  member: string | null;
  asOf: string | null;
  mode: View['mode'];
}

/** What the URL doesn't say of the as-of, the definition does: as of when it was last worked on. */
export function createView(placed: PlacedView, lastAsOf: string | null): ViewStore {
  const { node, ...rest } = placed;
  return createStore<View>(() => ({
    ...rest,
    asOf: placed.asOf ?? lastAsOf,
    nodes: new Set(node ? [node] : []),
    edges: new Set(),
    adding: null,
    connecting: null,
    field: null,
    keysShown: false,
  }));
}

/** The one selected node: the inspector shows it. Null when there are none or several. */
export function selectedNode(view: View): string | null {
  const [first, ...more] = view.nodes;
  return first !== undefined && more.length === 0 ? first : null;
}

export function select(store: ViewStore, nodes: Iterable<string>, edges: Iterable<string> = []): void {
  store.setState({ nodes: new Set(nodes), edges: new Set(edges) });
}

/** Selects a node and brings a field of its form into sight. */
export function goToField(store: ViewStore, node: string, param: string | null): void {
  const { field } = store.getState();
  store.setState({
    nodes: new Set([node]),
    edges: new Set(),
    field: { node, param, times: (field?.times ?? 0) + 1 },
  });
}

/** Opens the list of the members at a port. */
export function showMembers(store: ViewStore, port: PortKey): void {
  store.setState({ drawer: 'members', port });
}

/** Explains a member. */
export function explain(store: ViewStore, member: string): void {
  store.setState({ drawer: 'why', member });
}

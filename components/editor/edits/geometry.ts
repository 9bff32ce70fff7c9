import type { GraphNode } from '@/rules-engine/index';
import { inputsOf, outputsOf } from './ports';

export interface Size {
  width: number;
  height: number;
}

export interface Rect extends Size {
  x: number;
  y: number;
}

/** Width of a card; its height follows from its ports. */
export const cardWidth = 240;
export const portRowHeight = 28;
/** Between cards side by side and one below the other. */
export const gap = { x: 88, y: 32 };

const headHeight = 36;
const summaryHeight = 44;

/** From the top of a card to the middle of its first port: a card that is dropped has that under the pointer. */
export const firstPortAt = headHeight + summaryHeight + portRowHeight / 2;

/** How big a card will be before it was drawn: its own size, once measured, is better. */
export function cardSize(node: GraphNode): Size {
  const inputs = inputsOf(node).length;
  const rows = outputsOf(node).length + (inputs > 1 || outputsOf(node).length === 0 ? inputs : 0);
  return { width: cardWidth, height: headHeight + summaryHeight + rows * portRowHeight + 8 };
}

export type Sizes = ReadonlyMap<string, Size>;

/** Where the cards are. */
export function rects(nodes: readonly GraphNode[], sizes: Sizes): Rect[] {
  return nodes.map((node) => ({ ...node.position, ...(sizes.get(node.id) ?? cardSize(node)) }));
}

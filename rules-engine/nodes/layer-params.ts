import { z } from 'zod';
import type { Graph } from '../graph/graph';
import { tagValueText } from '../operators/operand';
import type { Text } from '../text';
import { shownText } from './shown-text';

/** Colours that the colour-blind can tell apart; the same layer has the same one in every chart. */
export const layerColors = 10;

const prose = z.string().max(2_000);

/** What a layer says of itself, whether it is the fallback or not. */
export const layerShape = {
  /** What is stored with the members, and never shown where there is a name. */
  layer: tagValueText,
  label: z.strictObject({ zh: shownText, en: shownText }).optional(),
  /** Index into the palette of layers. */
  color: z
    .int()
    .min(0)
    .max(layerColors - 1),
  /** What operators do with these members. */
  strategy: prose.optional(),
  /** What these members get. */
  benefits: prose.optional(),
};

const params = z.strictObject(layerShape);
export type LayerParams = z.infer<typeof params>;

/** A layer of a drawing, as charts, lists and members' pages show it. */
export interface Layer {
  node: string;
  value: string;
  label: Text;
  color: number;
  strategy: string;
  benefits: string;
  /** Takes the members that no other layer takes. */
  fallback: boolean;
}

/** The layers of a drawing from the first to the fallback; those that aren't filled in are left out. */
export function layersOf(graph: Graph): Layer[] {
  const found = graph.nodes.flatMap((node): Layer[] => {
    if (node.type !== 'layer' && node.type !== 'fallbackLayer') return [];
    const read = params.safeParse(node.params);
    if (!read.success) return [];
    const { layer: value, color, strategy = '', benefits = '' } = read.data;
    const fallback = node.type === 'fallbackLayer';
    return [{ node: node.id, value, label: layerLabel(read.data), color, strategy, benefits, fallback }];
  });
  return [...found.filter(({ fallback }) => !fallback), ...found.filter(({ fallback }) => fallback)];
}

export function layerLabel({ layer, label }: LayerParams): Text {
  return { zh: label?.zh || layer, en: label?.en || layer };
}

import {
  Box,
  Calculator,
  ChartColumn,
  CircleDot,
  Combine,
  Dices,
  Filter,
  Gauge,
  Grid3x3,
  Group,
  Layers,
  Layers2,
  ListChecks,
  type LucideIcon,
  Merge,
  Pyramid,
  Shuffle,
  Split,
  SquaresIntersect,
  SquaresSubtract,
  SquaresUnite,
  Tag,
  Tags,
  Trophy,
  Users,
} from 'lucide-react';

/** The icons that node types name. A test asks it of every type of the registry. */
export const nodeIcons: Readonly<Record<string, LucideIcon>> = {
  calculator: Calculator,
  'chart-column': ChartColumn,
  'circle-dot': CircleDot,
  combine: Combine,
  dices: Dices,
  filter: Filter,
  gauge: Gauge,
  'grid-3x3': Grid3x3,
  group: Group,
  layers: Layers,
  'layers-2': Layers2,
  'list-checks': ListChecks,
  merge: Merge,
  pyramid: Pyramid,
  shuffle: Shuffle,
  split: Split,
  'squares-intersect': SquaresIntersect,
  'squares-subtract': SquaresSubtract,
  'squares-unite': SquaresUnite,
  tag: Tag,
  tags: Tags,
  trophy: Trophy,
  users: Users,
};

export function NodeIcon({ name, size = 16 }: { name: string | undefined; size?: number }) {
  const Icon = (name !== undefined && Object.hasOwn(nodeIcons, name) && nodeIcons[name]) || Box;
  return <Icon size={size} aria-hidden className="shrink-0" />;
}

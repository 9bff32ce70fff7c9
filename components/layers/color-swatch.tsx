/** Whole names, so that the style sheet has every one of them. */
const fills = [
  'bg-layer-1',
  'bg-layer-2',
  'bg-layer-3',
  'bg-layer-4',
  'bg-layer-5',
  'bg-layer-6',
  'bg-layer-7',
  'bg-layer-8',
  'bg-layer-9',
  'bg-layer-10',
] as const;

export function layerFill(color: number): string {
  return fills[color % fills.length] ?? fills[0];
}

/** The colour of a layer beside its name. */
export function ColorSwatch({ color }: { color: number }) {
  return <span aria-hidden className={`inline-block size-3 shrink-0 rounded-sm ${layerFill(color)}`} />;
}

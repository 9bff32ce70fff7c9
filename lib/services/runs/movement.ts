import type { LayerSnapshot } from '@/lib/members/layer-snapshot';

/** Members that went from one layer to another; null is not being a member, or not being in any layer yet. */
export interface Flow {
  from: string | null;
  to: string | null;
  n: number;
}

/** How many members went from each layer to each, those who stayed included; pairs that nobody went are left out. */
export function movement(before: LayerSnapshot | null, after: LayerSnapshot): Flow[] {
  const width = after.values.length + 1;
  const height = (before?.values.length ?? 0) + 1;
  const counts = new Float64Array(width * height);
  const total = Math.max(before?.of.length ?? 0, after.of.length);
  for (let ord = 0; ord < total; ord += 1) {
    const cell = (before?.of.get(ord) ?? 0) * width + after.of.get(ord);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  // Those who were in no layer, and aren't.
  counts[0] = 0;
  return [...counts].flatMap((n, cell) =>
    n === 0
      ? []
      : [{ from: at(before?.values, Math.floor(cell / width)), to: at(after.values, cell % width), n }],
  );
}

/** One end of a flow; left out: whatever layer, or none. */
export type Ends = Partial<Pick<Flow, 'from' | 'to'>>;

/** The `ord` of the members that went from one layer to another, ascending. */
export function moving(before: LayerSnapshot | null, after: LayerSnapshot, { from, to }: Ends): number[] {
  const was = from === undefined ? null : place(before?.values, from);
  const is = to === undefined ? null : place(after.values, to);
  const ords: number[] = [];
  const total = Math.max(before?.of.length ?? 0, after.of.length);
  for (let ord = 0; ord < total; ord += 1) {
    const [had, has] = [before?.of.get(ord) ?? 0, after.of.get(ord)];
    const isMember = had > 0 || has > 0;
    if (isMember && (was === null || had === was) && (is === null || has === is)) ords.push(ord);
  }
  return ords;
}

function at(values: readonly string[] | undefined, index: number): string | null {
  return index === 0 ? null : (values?.[index - 1] ?? null);
}

/** -1 for a layer that isn't there. */
function place(values: readonly string[] | undefined, value: string | null): number {
  if (value === null) return 0;
  const index = values?.indexOf(value) ?? -1;
  return index < 0 ? -1 : index + 1;
}

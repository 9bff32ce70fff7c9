import type { Flow, MovedValue } from '@/lib/contracts/movement';

/** A value, or null: none; outside of the layering. */
export type End = string | null;

/** Members by where they came from and where they went; an end that is left out is every one. */
export interface Cell {
  from?: End;
  to?: End;
}

/** What a flow is to the members in it. `changed`: where one layer isn't there any more, nobody can say up or down. */
export type Direction = 'stay' | 'up' | 'down' | 'changed' | 'new' | 'gone';
export const directions: readonly Direction[] = ['up', 'down', 'changed', 'stay', 'new', 'gone'];

/** Layers stand from the highest to the fallback: towards the first is up. */
export function directionOf(
  values: readonly MovedValue[],
  { from, to }: Pick<Flow, 'from' | 'to'>,
): Direction {
  if (from === null) return 'new';
  if (to === null) return 'gone';
  if (from === to) return 'stay';
  const [was, is] = [from, to].map((end) => values.findIndex(({ value }) => value === end));
  if (was === undefined || is === undefined || was < 0 || is < 0) return 'changed';
  if (values[was]?.gone || values[is]?.gone) return 'changed';
  return is < was ? 'up' : 'down';
}

/** How many members each direction has. */
export function byDirection(
  values: readonly MovedValue[],
  flows: readonly Flow[],
): Record<Direction, number> {
  const sums: Record<Direction, number> = { stay: 0, up: 0, down: 0, changed: 0, new: 0, gone: 0 };
  for (const flow of flows) sums[directionOf(values, flow)] += flow.n;
  return sums;
}

/** Members in each value afterwards, in the order of the values; those that are gone hold nobody. */
export function sizesAfter(
  values: readonly MovedValue[],
  flows: readonly Flow[],
): { value: MovedValue; n: number }[] {
  return values.filter(({ gone }) => !gone).map((value) => ({ value, n: sum(flows, { to: value.value }) }));
}

/** From one layer to another, most members first; who stayed, came or was removed is left out. */
export function moves(flows: readonly Flow[]): { from: string; to: string; n: number }[] {
  return flows
    .flatMap(({ from, to, n }) => (from === null || to === null || from === to ? [] : [{ from, to, n }]))
    .sort((a, b) => b.n - a.n);
}

/** Members of a cell: of all flows that fit its ends. */
export function sum(flows: readonly Flow[], { from, to }: Cell): number {
  return flows.reduce(
    (total, flow) =>
      (from === undefined || flow.from === from) && (to === undefined || flow.to === to)
        ? total + flow.n
        : total,
    0,
  );
}

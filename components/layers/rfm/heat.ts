/** Background of a cell that holds a share of the fullest one: never so dark that words on it can't be read. */
export function heat(n: number | null, most: number): { backgroundColor: string } | undefined {
  if (!n || most <= 0) return undefined;
  const percent = Math.round(4 + 30 * Math.sqrt(n / most));
  return { backgroundColor: `color-mix(in oklab, var(--color-accent) ${percent}%, var(--color-surface))` };
}

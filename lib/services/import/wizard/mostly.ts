/** Whether so many fit that the others are mistakes: one in ten, or a single one of three or more. */
export function mostly(fitting: number, all: number): boolean {
  const misfits = all - fitting;
  return fitting > 0 && misfits <= Math.max(all / 10, all >= 3 ? 1 : 0);
}

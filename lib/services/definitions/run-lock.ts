/** Runs of a definition and its deletion never go on at the same time. */
export function runLock(definition: string): string {
  return `run:${definition}`;
}

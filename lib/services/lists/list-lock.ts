/** Matching a list and removing it never run at the same time. */
export function listLock(id: string): string {
  return `list:${id}`;
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/**
 * An id that is neither taken nor likely to be given in another tab at the same time: `condition-k3x9ab`. Random by
 * `getRandomValues`, which plain http has too.
 */
export function newId(prefix: string, taken: ReadonlySet<string>): string {
  const stem = prefix.replace(/[^\w-]/g, '').slice(0, 40) || 'n';
  for (;;) {
    const bytes = crypto.getRandomValues(new Uint8Array(6));
    const id = `${stem}-${[...bytes].map((byte) => letters[byte % letters.length]).join('')}`;
    if (!taken.has(id)) return id;
  }
}

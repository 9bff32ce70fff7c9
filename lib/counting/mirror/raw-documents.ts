import type { Db, Filter } from 'mongodb';

interface Stored {
  _id: string;
  [name: string]: unknown;
}

/** Documents that come in one answer of the server. */
const batchSize = 5_000;

/**
 * Stored documents as bytes, those parts that lie on one of the paths, one batch after the other. `_id` is always
 * among them.
 */
export async function* rawDocuments(
  db: Db,
  name: 'members' | 'events',
  filter: Filter<Stored>,
  paths: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Buffer[]> {
  const projection = Object.fromEntries(topmost(paths).map((path) => [path, 1]));
  const cursor = db.collection<Stored>(name).find(filter, { projection, raw: true, batchSize, signal });
  try {
    while (await cursor.hasNext()) yield cursor.readBufferedDocuments().map(bytesOf);
  } finally {
    await cursor.close();
  }
}

/** With `raw` the driver hands out bytes, whatever its types say. */
function bytesOf(document: unknown): Buffer {
  if (!(document instanceof Uint8Array)) throw new Error('The driver gave no bytes.');
  return Buffer.isBuffer(document)
    ? document
    : Buffer.from(document.buffer, document.byteOffset, document.byteLength);
}

/** Projecting `a` and `a.b` together is refused: the shorter path holds both. */
function topmost(paths: readonly string[]): string[] {
  return [...new Set(paths)].filter((path) => !paths.some((other) => path.startsWith(`${other}.`)));
}

import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../../write-atomically';
import type { Layout } from './layout';

/** Path below the cache folder → size in bytes, of every file that the servers read. */
const stampSchema = z.object({ builtAt: z.string(), files: z.record(z.string(), z.number()) });

/** The last file that a build writes: without it, or when a file it lists has changed, the cache is broken. */
export async function writeStamp(layout: Layout): Promise<void> {
  const stamp = { builtAt: new Date().toISOString(), files: filesOf(layout) };
  await writeAtomically(layout.stamp, JSON.stringify(stamp), 0o644);
}

/** What is wrong with the cache, in a few words; null when it is whole. */
export function defectOf(layout: Layout): string | null {
  const stamp = readStamp(layout);
  if (!stamp) return 'it was never finished';
  for (const [file, size] of Object.entries(stamp.files)) {
    const stats = lstatSync(path.join(layout.root, file), { throwIfNoEntry: false });
    if (!stats) return `${file} is missing`;
    if (stats.size !== size) return `${file} has changed`;
  }
  return null;
}

function readStamp(layout: Layout): z.infer<typeof stampSchema> | null {
  try {
    return stampSchema.parse(JSON.parse(readFileSync(layout.stamp, 'utf8')));
  } catch {
    return null;
  }
}

function filesOf(layout: Layout): Record<string, number> {
  const found: Record<string, number> = {};
  const add = (file: string) => {
    found[path.relative(layout.root, file)] = lstatSync(file).size;
  };
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(file);
      else add(file);
    }
  };
  add(layout.ferretdb);
  walk(path.join(layout.pg, 'usr', 'lib'));
  walk(path.join(layout.pg, 'usr', 'share', 'postgresql'));
  return found;
}

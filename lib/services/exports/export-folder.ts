import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from '@/lib/db/data-folder';
import type { ExportDoc } from '@/lib/db/documents';

type Which = Pick<ExportDoc, '_id' | 'fence'>;

/**
 * Where an export's file and manifest lie. Each claim writes into a folder of its own, named after its fence, and the record
 * says whose counts: so two that take each other for gone never write to one file. Those of before have no fence.
 */
export async function exportFolder({ _id, fence }: Which): Promise<string> {
  return fence === undefined ? dataFolder('exports', _id) : dataFolder('exports', _id, String(fence));
}

/** Removes what other claims left of an export that is done. */
export async function removeOtherFolders({ _id, fence }: Which): Promise<void> {
  const folder = await dataFolder('exports', _id);
  for (const name of await readdir(folder))
    if (name !== String(fence)) await rm(join(folder, name), { recursive: true, force: true });
}

/** Removes what a claim wrote. */
export async function removeExportFolder(which: Which): Promise<void> {
  await rm(await exportFolder(which), { recursive: true, force: true });
}

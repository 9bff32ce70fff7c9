import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder for files of the product, made when missing: `uploads`, `exports`. `TAGLOOM_DATA` moves them all. */
export async function dataFolder(...names: string[]): Promise<string> {
  const root = process.env.TAGLOOM_DATA || join(/* turbopackIgnore: true */ process.cwd(), '.data');
  const folder = join(root, ...names);
  await mkdir(folder, { recursive: true });
  return folder;
}

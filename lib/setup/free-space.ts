import { existsSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './setup-error';

const MEGABYTE = 2 ** 20;

/** Free bytes on the disk that holds `folder`, or would hold it. */
export function freeSpace(folder: string): number {
  let present = path.resolve(folder);
  while (!existsSync(present)) present = path.dirname(present);
  const { bavail, bsize } = statfsSync(present);
  return bavail * bsize;
}

/** Throws a SetupError when the disk that holds `folder` has less than `megabytes` left. */
export function requireSpace(folder: string, megabytes: number, free = freeSpace(folder)): void {
  if (free >= megabytes * MEGABYTE) return;
  throw new SetupError(
    `The disk that holds ${folder} has ${Math.floor(free / MEGABYTE)} MB left and ${megabytes} MB are needed: make room and try again.`,
  );
}

import os from 'node:os';
import path from 'node:path';
import type { Environment } from './environment';

/**
 * Where things that are fetched or built once are kept, for every clone of the project on this machine.
 * As root it can't be root's home: PostgreSQL runs as another user and has to pass every parent folder.
 */
export function cacheFolder(env: Environment = process.env, isRoot = process.getuid?.() === 0): string {
  if (isRoot) return '/var/cache/tagloom';
  return path.join(env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'tagloom');
}

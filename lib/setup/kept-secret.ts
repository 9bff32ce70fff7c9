import { randomBytes } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from './environment';
import { DATA_FOLDER } from './paths';
import { writeAtomically } from './write-atomically';

const MIN_LENGTH = 32;

/**
 * What sessions are encrypted with: NEXTAUTH_SECRET when it is set, else one made once and kept beside the
 * data, readable by its owner only. The same one over restarts, so that nobody is signed out by one.
 */
export async function keptSecret(dataFolder = DATA_FOLDER, env: Environment = process.env): Promise<string> {
  if (env.NEXTAUTH_SECRET) return env.NEXTAUTH_SECRET;
  const file = path.join(dataFolder, 'secret');
  const kept = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (kept.length >= MIN_LENGTH) {
    await chmod(file, 0o600);
    return kept;
  }
  const secret = randomBytes(48).toString('base64url');
  await writeAtomically(file, `${secret}\n`, 0o600);
  return secret;
}

import type { Db } from 'mongodb';
import { z } from 'zod';
import { type ApiScope, apiScopes } from '@/lib/contracts/api-keys';
import { collection } from '@/lib/db/collections';
import { looksLikeToken, tokenHash } from './token';

/** When a key was last used is told to the minute, so that a busy key isn't written at every request. */
const USED_GRAIN_MS = 60_000;

export const scopesSchema = z.array(z.enum(apiScopes));

/** The living key with this token, or null: unknown or revoked. */
export async function findApiKey(
  db: Db,
  token: string,
): Promise<{ id: string; label: string; scopes: ApiScope[] } | null> {
  if (!looksLikeToken(token)) return null;
  const keys = collection(db, 'apiKeys');
  const key = await keys.findOne({ hash: tokenHash(token), revokedAt: null });
  if (key === null) return null;
  const now = new Date();
  if (key.lastUsedAt === null || now.getTime() - key.lastUsedAt.getTime() > USED_GRAIN_MS) {
    await keys.updateOne({ _id: key._id }, { $set: { lastUsedAt: now } });
  }
  return { id: key._id, label: key.label, scopes: scopesSchema.parse(key.scopes) };
}

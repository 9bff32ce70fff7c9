import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import type { ApiKeyDto, CreateApiKeyBody, IssuedApiKeyDto } from '@/lib/contracts/api-keys';
import { type Actor, actorName } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { ApiKeyDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import { scopesSchema } from './find-api-key';
import { newToken, tokenHash, tokenPrefix } from './token';

/** All keys, revoked ones too, the newest first. */
export async function listApiKeys(db: Db): Promise<ApiKeyDto[]> {
  const keys = await collection(db, 'apiKeys').find().sort({ createdAt: -1 }).toArray();
  return keys.map(toApiKeyDto);
}

/** Makes a key. Only the answer holds its token; the database keeps a hash. */
export async function createApiKey(db: Db, actor: Actor, body: CreateApiKeyBody): Promise<IssuedApiKeyDto> {
  const token = newToken();
  const key: ApiKeyDoc = {
    _id: randomUUID(),
    label: body.label,
    hash: tokenHash(token),
    prefix: tokenPrefix(token),
    scopes: body.scopes,
    createdBy: actorName(actor),
    createdAt: new Date(),
    lastUsedAt: null,
    revokedAt: null,
  };
  await collection(db, 'apiKeys').insertOne(key);
  await audit(db, actor, 'api-key.create', `api-key:${key.label}`, { id: key._id, scopes: key.scopes });
  return { key: toApiKeyDto(key), token };
}

/** Ends a key at once; doing it again changes nothing. Throws `not-found`. */
export async function revokeApiKey(db: Db, actor: Actor, id: string): Promise<ApiKeyDto> {
  const keys = collection(db, 'apiKeys');
  const revoked = await keys.findOneAndUpdate(
    { _id: id, revokedAt: null },
    { $set: { revokedAt: new Date() } },
    { returnDocument: 'after' },
  );
  if (revoked) await audit(db, actor, 'api-key.revoke', `api-key:${revoked.label}`, { id });
  const key = revoked ?? (await keys.findOne({ _id: id }));
  if (key === null) throw new Problem('not-found', { what: { zh: '该 API 密钥', en: 'The API key' } });
  return toApiKeyDto(key);
}

function toApiKeyDto(key: ApiKeyDoc): ApiKeyDto {
  return {
    id: key._id,
    label: key.label,
    prefix: key.prefix,
    scopes: scopesSchema.parse(key.scopes),
    createdBy: key.createdBy,
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  };
}

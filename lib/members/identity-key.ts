import type { Identity } from '@/lib/db/documents';

/** The `_id` of an identity's claim. A type never has a colon, so the first one separates. */
export function identityKey({ type, value }: Identity): string {
  return `${type}:${value}`;
}

export function identityOfKey(key: string): Identity {
  const colon = key.indexOf(':');
  return { type: key.slice(0, colon), value: key.slice(colon + 1) };
}

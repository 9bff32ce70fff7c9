import type { MemberValue, ShownIdentity } from '@/lib/contracts/members';
import type { Identity } from '@/lib/db/documents';
import { maskIdentity, maskValue } from './masking';

/** A stored value as it travels, dates as ISO 8601; null for what isn't one. */
export function shownValue(value: unknown): MemberValue | null {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : null;
}

/** A personal value with most of it hidden. */
export function maskedValue(value: MemberValue): string {
  return maskValue(value);
}

export function maskedIdentity({ type, value }: Identity): ShownIdentity {
  return { type, value: maskIdentity(type, value), masked: true };
}

export function openIdentity({ type, value }: Identity): ShownIdentity {
  return { type, value, masked: false };
}

import type { FieldType } from '@/lib/contracts/catalogue';
import type { MemberValue, ShownIdentity } from '@/lib/contracts/members';
import type { Identity } from '@/lib/db/documents';
import { storedDayText } from '@/rules-engine/index';
import { maskIdentity, maskValue } from './masking';

/** A stored date as it travels: an instant as ISO 8601, a calendar day as `1990-05-01`. */
export function shownDate(value: Date, type: FieldType): string {
  return type === 'day' ? storedDayText(value.getTime()) : value.toISOString();
}

/** A stored value of a declared type as it travels; null for what isn't one. */
export function shownValue(value: unknown, type: FieldType): MemberValue | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : shownDate(value, type);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : null;
}

/** A personal value with most of it hidden. */
export function maskedValue(value: MemberValue, type: FieldType): string {
  return maskValue(value, type);
}

export function maskedIdentity({ type, value }: Identity): ShownIdentity {
  return { type, value: maskIdentity(type, value), masked: true };
}

export function openIdentity({ type, value }: Identity): ShownIdentity {
  return { type, value, masked: false };
}

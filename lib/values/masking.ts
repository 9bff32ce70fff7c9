import type { FieldType } from '@/lib/contracts/catalogue';
import type { MemberValue } from '@/lib/contracts/members';

/**
 * The one place that says how personal data is hidden. What is left lets people recognise a value they know,
 * and is never enough to reach anybody.
 */

const DOTS = '****';

type Mask = (value: string) => string;

const masks: Partial<Record<string, Mask>> = {
  phone: maskPhone,
  email: maskEmail,
  // The programme's own number reaches nobody, and people are looked up by it.
  customer_id: (value) => value,
};

/** An identity with its middle hidden: `+86 138****5678` as `+86138****5678`, `a****@example.com`. */
export function maskIdentity(type: string, value: string): string {
  const mask = Object.hasOwn(masks, type) ? masks[type] : undefined;
  return (mask ?? maskToken)(value);
}

/** A personal attribute: of texts and lists the first character stays, of instants and days the year, of numbers nothing. */
export function maskValue(value: MemberValue, type: FieldType): string {
  if (Array.isArray(value)) return value.map(maskText).join(' ');
  if (typeof value !== 'string') return DOTS;
  const isDate = (type === 'date' || type === 'day') && /^\d{4}-\d{2}-\d{2}/.test(value);
  return isDate ? `${value.slice(0, 4)}-**-**` : maskText(value);
}

/** The area code and the last four digits stay, as on every receipt. */
function maskPhone(value: string): string {
  const shown = value.startsWith('+86') ? 6 : 4;
  return value.length < shown + 6 ? maskToken(value) : `${value.slice(0, shown)}${DOTS}${value.slice(-4)}`;
}

function maskEmail(value: string): string {
  const at = value.lastIndexOf('@');
  return at < 1 ? maskToken(value) : `${first(value)}${DOTS}${value.slice(at)}`;
}

function maskToken(value: string): string {
  return value.length < 8 ? `${first(value)}${DOTS}` : `${value.slice(0, 2)}${DOTS}${value.slice(-2)}`;
}

function maskText(value: string): string {
  return value === '' ? '' : `${first(value)}**`;
}

/** The first character as people count them, not half of one. */
function first(value: string): string {
  return [...value][0] ?? '';
}

import type { ImportMapping, ValueSpec } from '@/lib/contracts/import-mapping';
import type { LocalText } from '@/lib/contracts/local-text';
import type { Discovered } from '@/lib/services/catalogue/discoveries';

/** What a mapping says of the places its values go to: attributes of members, or properties of events. */
export function mappedFields(mapping: ImportMapping): (Discovered & { column: string })[] {
  const entries =
    mapping.kind === 'members'
      ? mapping.attributes
      : mapping.props.map((prop) => ({ ...prop, personal: false }));
  return entries.map(({ column, path, label, personal, value }) => ({
    column,
    path,
    type: value.type,
    label: label ?? sameInBoth(column),
    unit: unitOf(value),
    personal,
  }));
}

/** Unit of a number, currency of money; null for the rest. */
export function unitOf(value: ValueSpec): string | null {
  if (value.type === 'money') return value.currency;
  return value.type === 'number' ? value.unit : null;
}

export function sameInBoth(text: string): LocalText {
  const label = text.slice(0, 80);
  return { zh: label, en: label };
}

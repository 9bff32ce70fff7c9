import type { ImportMapping } from '@/lib/contracts/import-mapping';

/** Every column that a mapping reads, in its order. */
export function mappedColumns(mapping: ImportMapping): string[] {
  const identities = mapping.identities.map(({ column }) => column);
  if (mapping.kind === 'members') {
    return [
      ...identities,
      ...mapping.attributes.map(({ column }) => column),
      ...mapping.consent.map(({ column }) => column),
    ];
  }
  return [
    ...identities,
    ...('column' in mapping.eventType ? [mapping.eventType.column] : []),
    mapping.at.column,
    ...mapping.props.map(({ column }) => column),
    ...(mapping.id === null ? [] : [mapping.id]),
  ];
}

import type { ImportReason, ImportReasonCode } from '@/lib/contracts/import-reasons';

/** A value, or why there is none. An empty cell is a value: undefined, which is never stored. */
export type ReadResult<T> = { readonly value: T } | { readonly reason: Omit<ImportReason, 'column'> };

/** A rejected cell. Long values are cut: the reason is for people, the row itself is kept whole. */
export function rejected(
  code: ImportReasonCode,
  params: Record<string, string | number> = {},
): { reason: Omit<ImportReason, 'column'> } {
  return { reason: { code, params: { ...params, ...cut(params.value) } } };
}

function cut(value: string | number | undefined): { value?: string } {
  return typeof value === 'string' && value.length > 60 ? { value: `${value.slice(0, 60)}…` } : {};
}

import type { Identity } from '@/lib/db/documents';
import { identityKey } from './identity-key';

/** Whose a row is: one member's, several members' (they would have to be merged), or nobody's. */
export type RowOwner =
  | { kind: 'member'; id: string }
  | { kind: 'conflict'; members: string[] }
  | { kind: 'unknown' };

export interface ClaimPlan {
  owners: RowOwner[];
  /** Claims to be made: identity key → member. */
  claims: Map<string, string>;
}

/**
 * Finds the member of each row as if the rows came one by one: a row joins the member of any identity it shares
 * with an earlier row, or with a claim made before. Rows without any owner make a member if `newId` is given.
 */
export function planClaims(
  rows: readonly (readonly Identity[])[],
  claimed: ReadonlyMap<string, string>,
  newId: ((row: number) => string) | null,
): ClaimPlan {
  const claims = new Map<string, string>();
  const owners = rows.map((identities, row): RowOwner => {
    const keys = identities.map(identityKey);
    const found = new Set(keys.flatMap((key) => claimed.get(key) ?? claims.get(key) ?? []));
    if (found.size > 1) return { kind: 'conflict', members: [...found] };
    const id = [...found][0] ?? newId?.(row);
    if (id === undefined) return { kind: 'unknown' };
    for (const key of keys) if (!claimed.has(key)) claims.set(key, id);
    return { kind: 'member', id };
  });
  return { owners, claims };
}

import type { Identity } from '@/lib/db/documents';
import { HeldIdentities } from './held-identities';
import { identityKey } from './identity-key';

/**
 * Whose a row is: one member's, several members' (they would have to be merged), nobody's, or one member's by nothing but
 * an identity that is no reason to merge (`apart`): they have `other` where the row says `own`.
 */
export type RowOwner =
  | { kind: 'member'; id: string }
  | { kind: 'conflict'; members: string[] }
  | { kind: 'apart'; member: string; shared: Identity; own: Identity; other: Identity }
  | { kind: 'unknown' };

/** An identity that comes to a member who has others of its type: by `shared` the row is theirs. */
export interface Merge {
  /** Place of the row. */
  row: number;
  member: string;
  added: Identity;
  shared: Identity;
  others: Identity[];
}

export interface ClaimPlan {
  owners: RowOwner[];
  /** Claims to be made: identity key → member. */
  claims: Map<string, string>;
  merges: Merge[];
}

export interface ClaimOptions {
  /** What members have, by id; what `claimed` says of them is known without it. */
  known?: ReadonlyMap<string, readonly Identity[]>;
  /** Types of identities that alone are no reason to merge. */
  apart?: ReadonlySet<string>;
}

/**
 * Finds the member of each row as if the rows came one by one: a row joins the member of any identity it shares
 * with an earlier row, or with a claim made before. Rows without any owner make a member if `newId` is given.
 */
export function planClaims(
  rows: readonly (readonly Identity[])[],
  claimed: ReadonlyMap<string, string>,
  newId: ((row: number) => string) | null,
  { known = new Map(), apart = new Set() }: ClaimOptions = {},
): ClaimPlan {
  const claims = new Map<string, string>();
  const merges: Merge[] = [];
  const held = new HeldIdentities(claimed, known);
  const holder = (identity: Identity) => {
    const key = identityKey(identity);
    return claimed.get(key) ?? claims.get(key);
  };
  const owners = rows.map((identities, row): RowOwner => {
    const found = new Set(identities.flatMap((identity) => holder(identity) ?? []));
    if (found.size > 1) return { kind: 'conflict', members: [...found] };
    const id = [...found][0] ?? newId?.(row);
    if (id === undefined) return { kind: 'unknown' };
    const fresh = identities.filter((identity) => holder(identity) === undefined);
    const leading = identities.filter((identity) => holder(identity) !== undefined);
    const [shared] = leading;
    const joined = fresh.flatMap((added): Merge[] => {
      const others = shared ? held.others(id, added) : [];
      return shared && others.length > 0 ? [{ row, member: id, added, shared, others }] : [];
    });
    const [first] = joined;
    const [other] = first?.others ?? [];
    if (first && other && leading.every(({ type }) => apart.has(type)))
      return { kind: 'apart', member: id, shared: first.shared, own: first.added, other };
    merges.push(...joined);
    for (const identity of fresh) {
      claims.set(identityKey(identity), id);
      held.add(id, identity);
    }
    return { kind: 'member', id };
  });
  return { owners, claims, merges };
}

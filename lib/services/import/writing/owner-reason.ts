import type { ImportReason } from '@/lib/contracts/import-reasons';
import type { RowOwner } from '@/lib/members/claim-plan';

/** Why a row is rejected whose event is stored as another member's. */
export function otherMember(member: string): ImportReason {
  return { code: 'event-of-another-member', column: null, params: { member } };
}

/** Why a row without one member is rejected; null when it has one. */
export function ownerReason(owner: RowOwner, column: string | null): ImportReason | null {
  if (owner.kind === 'member') return null;
  if (owner.kind === 'unknown') return { code: 'unknown-member', column, params: {} };
  if (owner.kind === 'apart') {
    const { shared, own, other } = owner;
    const params = { shared: shared.value, type: own.type, own: own.value, other: other.value };
    return { code: 'shared-identity', column: null, params };
  }
  return {
    code: 'identity-conflict',
    column: null,
    params: { members: owner.members.slice(0, 5).join(', ') },
  };
}

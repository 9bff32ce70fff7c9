import type { ImportReason } from '@/lib/contracts/import-reasons';
import type { RowOwner } from '@/lib/services/members/claim-plan';

/** Why a row without one member is rejected; null when it has one. */
export function ownerReason(owner: RowOwner, column: string | null): ImportReason | null {
  if (owner.kind === 'member') return null;
  if (owner.kind === 'unknown') return { code: 'unknown-member', column, params: {} };
  return {
    code: 'identity-conflict',
    column: null,
    params: { members: owner.members.slice(0, 5).join(', ') },
  };
}

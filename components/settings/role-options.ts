'use client';

import { useTranslations } from 'next-intl';
import { useText } from '@/components/ui/use-text';
import { roles, roleText } from '@/lib/contracts/people';

/** The roles with what each may do, from the least to the most. */
export function useRoleOptions() {
  const t = useTranslations('settings.users.may');
  const text = useText();
  return roles.map((id) => ({ id, text: text(roleText[id]), help: t(id) }));
}

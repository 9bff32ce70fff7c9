'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** Areas of what is recorded: the part of an action before its dot. */
export const auditAreas = [
  'session',
  'user',
  'api-key',
  'settings',
  'member',
  'import',
  'catalogue',
  'metric',
  'points',
  'list',
  'definition',
  'run',
  'schedule',
  'export',
  'job',
  'demo',
] as const;

const actions = [
  'session.start',
  'session.refuse',
  'session.end-all',
  'user.create',
  'user.change',
  'user.change-password',
  'user.reset-password',
  'api-key.create',
  'api-key.revoke',
  'settings.change',
  'job.cancel',
  'job.retry',
  'run.start',
  'schedule.set',
] as const;

/** An action in words; one of a newer server as it is. */
export function useActionText(): (action: string) => string {
  const t = useTranslations('settings.audit.actions');
  return useCallback(
    (action) => {
      const known = actions.find((name) => name === action);
      return known ? t(known) : action;
    },
    [t],
  );
}

'use client';

import { LoaderCircle, TriangleAlert, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { JobState } from '@/components/jobs/job-state';
import { Badge } from '@/components/ui/badge';
import type { Import } from '@/lib/contracts/imports';

/** How far an import is: as a job, or as it is being taken back. */
export function ImportStateBadge({ state }: { state: Import['state'] }) {
  const t = useTranslations('imports.undo.states');
  switch (state) {
    case 'undoing':
      return (
        <Badge tone="accent" icon={LoaderCircle}>
          {t('undoing')}
        </Badge>
      );
    case 'half-undone':
      return (
        <Badge tone="danger" icon={TriangleAlert}>
          {t('halfUndone')}
        </Badge>
      );
    case 'undone':
      return (
        <Badge tone="neutral" icon={Undo2}>
          {t('undone')}
        </Badge>
      );
    default:
      return <JobState state={state} />;
  }
}

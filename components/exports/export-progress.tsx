'use client';

import { useTranslations } from 'next-intl';
import { Progress } from '@/components/ui/progress';
import type { ExportEntry } from '@/lib/contracts/exports';

interface Props {
  of: ExportEntry;
  figures?: boolean;
}

/** How far an export is. The audience is unknown until the rule has been evaluated over all members. */
export function ExportProgress({ of: { audience, rows }, figures }: Props) {
  const t = useTranslations('exports');
  return <Progress label={t('writing')} done={rows} total={audience || null} figures={figures} />;
}

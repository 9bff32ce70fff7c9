'use client';

import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/page';
import type { LeftOut } from '@/lib/contracts/left-out';
import { LeftOutLines } from './left-out-lines';

/** What of an imported file was no row by the mapping's word; nothing when everything was. */
export function LeftOutPanel({ leftOut }: { leftOut: LeftOut | null }) {
  const t = useTranslations('imports.file.evidence');
  if (leftOut === null || leftOut.before + leftOut.after === 0) return null;
  const { before, after, lines } = leftOut;
  return (
    <Panel title={t('leftOutTitle')}>
      <p>{t('leftOutCount', { before, after })}</p>
      <LeftOutLines lines={lines} />
    </Panel>
  );
}

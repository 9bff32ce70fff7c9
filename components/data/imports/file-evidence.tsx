'use client';

import { useTranslations } from 'next-intl';
import type { FileLook } from '@/lib/contracts/imports';
import { LeftOutLines } from './left-out-lines';

/** A line of the file that shows whether the encoding is right, and the lines that are left out. */
export function FileEvidence({ look: { unusual, leftOut } }: { look: FileLook }) {
  const t = useTranslations('imports.file.evidence');
  return (
    <>
      {unusual !== null && (
        <div>
          <p className="text-ink-soft text-sm">{t('unusual')}</p>
          <p className="truncate font-mono text-sm" title={unusual}>
            {unusual}
          </p>
        </div>
      )}
      {leftOut.lines.length > 0 && (
        <div>
          <p className="text-ink-soft text-sm">{t('leftOut')}</p>
          <LeftOutLines lines={leftOut.lines} />
        </div>
      )}
    </>
  );
}

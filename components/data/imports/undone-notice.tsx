'use client';

import { useTranslations } from 'next-intl';
import { Instant } from '@/components/ui/instant';
import { Notice } from '@/components/ui/notice';
import type { Import } from '@/lib/contracts/imports';
import { UndoNumbersList } from './undo-numbers';

/** Of an import that is being taken back, or was: by whom, and what that comes to. */
export function UndoneNotice({ of: { state, undo } }: { of: Import }) {
  const t = useTranslations('imports.undo');
  if (undo === null) return null;
  const tone = state === 'half-undone' ? 'danger' : 'info';
  const said = state === 'undone' ? 'done' : state === 'undoing' ? 'running' : 'half';
  return (
    <Notice tone={tone}>
      <p role="status">
        {t(said)} · {undo.by} · <Instant at={undo.at} />
      </p>
      {undo.numbers && <UndoNumbersList numbers={undo.numbers} />}
    </Notice>
  );
}

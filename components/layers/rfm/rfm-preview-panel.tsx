'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/page';
import { Skeleton } from '@/components/ui/skeleton';
import { useFormat } from '@/components/ui/use-format';
import type { RfmChoices } from '@/rules-engine/index';
import { CellsGrid } from './cells-grid';
import { LayerDialog } from './layer-dialog';
import { ScoreBands } from './score-bands';
import { ScoresGrid } from './scores-grid';
import type { RfmPreview } from './use-rfm-preview';

interface Props {
  choices: RfmChoices;
  onChange: (change: Partial<RfmChoices>) => void;
  preview: RfmPreview;
}

/** What the choices give: the groups with their members, and what each is called. */
export function RfmPreviewPanel({ choices, onChange, preview }: Props) {
  const t = useTranslations('layers.rfm');
  const c = useTranslations('common');
  const errorText = useErrorText();
  const format = useFormat();
  const [edited, setEdited] = useState<string | null>(null);
  const { cuts, counts, isStale, error, retry } = preview;
  const isEmpty = !isStale && cuts?.cuts.some(({ values }) => values === null);
  return (
    <Panel
      title={t('preview')}
      actions={
        counts && (
          <span className={`tabular text-ink-faint text-sm ${isStale ? 'dimmed' : ''}`} aria-busy={isStale}>
            {t('total', { n: format.number(counts.total), at: format.instant(counts.asOf) })}
          </span>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {error !== null && (
          <Notice
            tone="danger"
            live
            action={
              <Button size="s" onPress={retry}>
                {c('retry')}
              </Button>
            }
          >
            {errorText(error)}
          </Notice>
        )}
        {isEmpty && (
          <Notice tone="warn" live>
            {t('nobody')}
          </Notice>
        )}
        {choices.mode === 'cells' ? (
          <CellsGrid choices={choices} counts={counts} isStale={isStale} onEdit={setEdited} />
        ) : (
          <>
            {cuts ? <ScoresGrid preview={preview} /> : error === null && <Skeleton className="h-64" />}
            <ScoreBands
              choices={choices}
              onChange={onChange}
              counts={counts}
              isStale={isStale}
              onEdit={setEdited}
            />
          </>
        )}
      </div>
      {edited !== null && (
        <LayerDialog value={edited} choices={choices} onChange={onChange} onClose={() => setEdited(null)} />
      )}
    </Panel>
  );
}

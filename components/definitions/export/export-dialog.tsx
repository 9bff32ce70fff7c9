'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/use-text';
import type { DefinitionSummary } from '@/lib/contracts/definitions';
import type { ExportOptions, ExportRequest } from '@/lib/contracts/exports';
import { ExportForm } from './export-form';
import { ExportProgress } from './export-progress';
import { useExportOptions, useStartExport } from './use-export';

interface Props {
  definition: DefinitionSummary;
  /** Null: as of the last run. */
  asOf: string | null;
  onClose: () => void;
}

/** From an audience to a file: what is in it, then how far it is, then the download. */
export function ExportDialog({ definition, asOf, onClose }: Props) {
  const t = useTranslations('definitions.export');
  const c = useTranslations('common');
  const text = useText();
  const errorText = useErrorText();
  const options = useExportOptions(definition.id);
  const start = useStartExport();
  const [changed, setRequest] = useState<ExportRequest | null>(null);
  const request = changed ?? (options.data ? firstRequest(definition.id, asOf, options.data) : null);
  const started = start.data?.export;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="l"
      title={t('title', { name: text(definition.label) })}
      footer={
        started ? (
          <Button onPress={onClose}>{c('close')}</Button>
        ) : (
          <>
            <Button onPress={onClose}>{c('cancel')}</Button>
            <Button
              variant="primary"
              isDisabled={!request || request.columns.length === 0}
              isPending={start.isPending}
              onPress={() => request && start.mutate(request)}
            >
              {t('verb')}
            </Button>
          </>
        )
      }
    >
      {started ? (
        <ExportProgress id={started.id} />
      ) : (
        <>
          <Loaded query={options}>
            {(data) =>
              request && (
                <ExportForm kind={definition.kind} options={data} request={request} onChange={setRequest} />
              )
            }
          </Loaded>
          {start.error && (
            <Notice tone="danger" live>
              {errorText(start.error)}
            </Notice>
          )}
        </>
      )}
    </Dialog>
  );
}

function firstRequest(definition: string, asOf: string | null, options: ExportOptions): ExportRequest {
  return {
    definition,
    asOf: asOf ?? undefined,
    values: null,
    format: 'csv',
    columns: options.columns.filter(({ proposed }) => proposed).map(({ path }) => path),
    masked: true,
    consent: null,
  };
}

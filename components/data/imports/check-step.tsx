'use client';

import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { ImportOutcome } from './import-outcome';
import { isUnderWay, useImport } from './use-imports';

interface Props {
  /** The dry run. */
  id: string;
  onBack: () => void;
  onStart: () => void;
  isStarting: boolean;
  startError: unknown;
}

/** The dry run over the whole file: what would be stored, and what would be rejected and why. */
export function CheckStep({ id, onBack, onStart, isStarting, startError }: Props) {
  const t = useTranslations('imports');
  const c = useTranslations('common');
  const errorText = useErrorText();
  const query = useImport(id);
  const found = query.data?.import;
  const isDone = found !== undefined && !isUnderWay(found.state);
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="info">{t('check.about')}</Notice>
      <Loaded query={query} skeleton={<Skeleton className="h-60" />}>
        {(detail) => <ImportOutcome of={detail.import} />}
      </Loaded>
      {startError !== null && (
        <Notice tone="danger" live>
          {errorText(startError)}
        </Notice>
      )}
      <div className="flex justify-end gap-2">
        <Button onPress={onBack}>{c('back')}</Button>
        <Button
          variant="primary"
          isDisabled={!isDone || found.state !== 'done' || found.counts.read === found.counts.rejected}
          isPending={isStarting}
          onPress={onStart}
        >
          {t('check.start')}
        </Button>
      </div>
    </div>
  );
}

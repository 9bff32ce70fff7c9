'use client';

import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import type { ImportMapping } from '@/lib/contracts/import-mapping';
import { ImportOutcome } from './import-outcome';
import { LeftOutPanel } from './left-out-panel';
import { useImport } from './use-imports';

interface Props {
  /** The dry run. */
  id: string;
  onBack: () => void;
  /** Imports with the mapping that was tried. */
  onStart: (mapping: ImportMapping) => void;
  isStarting: boolean;
  startError: unknown;
}

/** The dry run over the whole file: what would be stored, and what would be rejected and why. */
export function CheckStep({ id, onBack, onStart, isStarting, startError }: Props) {
  const t = useTranslations('imports');
  const c = useTranslations('common');
  const errorText = useErrorText();
  const query = useImport(id);
  const tried = query.data;
  const isFit = tried?.import.state === 'done' && tried.import.counts.read > tried.import.counts.rejected;
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="info">{t('check.about')}</Notice>
      <Loaded query={query} skeleton={<Skeleton className="h-60" />}>
        {(detail) => (
          <>
            <ImportOutcome of={detail.import} />
            <LeftOutPanel leftOut={detail.leftOut} />
          </>
        )}
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
          isDisabled={!isFit}
          isPending={isStarting}
          onPress={() => tried && onStart(tried.mapping)}
        >
          {t('check.start')}
        </Button>
      </div>
    </div>
  );
}

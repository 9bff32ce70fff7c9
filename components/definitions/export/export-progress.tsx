'use client';

import { Download, FileCheck, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { Button, LinkButton } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { TextLink } from '@/components/ui/text-link';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { ExportEntry } from '@/lib/contracts/exports';
import { useCancelExport, useExportEntry } from './use-export';

/** How far the file is, and then the file with its manifest. It goes on when the dialog is closed. */
export function ExportProgress({ id }: { id: string }) {
  return <Loaded query={useExportEntry(id)}>{(entry) => <Entry entry={entry} />}</Loaded>;
}

function Entry({ entry }: { entry: ExportEntry }) {
  const t = useTranslations('definitions.export');
  const text = useText();
  const format = useFormat();
  const cancel = useCancelExport();
  const address = `/api/exports/${encodeURIComponent(entry.id)}`;
  if (entry.state === 'failed' || entry.state === 'cancelled') {
    return (
      <Notice tone={entry.state === 'failed' ? 'danger' : 'info'} live>
        {entry.error ? text(entry.error.message) : t('cancelled')}
      </Notice>
    );
  }
  if (entry.state !== 'done') {
    return (
      <div className="flex flex-col gap-3">
        <Progress
          label={t('writing')}
          done={entry.rows}
          total={entry.audience > 0 ? entry.audience - entry.withheld : null}
          figures
        />
        <p className="text-ink-soft">
          {t('goesOn')} <TextLink href="/exports">{t('exportsPage')}</TextLink>
        </p>
        <Button
          icon={X}
          className="self-start"
          isPending={cancel.isPending}
          isDisabled={entry.cancelRequested}
          onPress={() => cancel.mutate(entry.id)}
        >
          {t('cancel')}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="ok" live>
        {t('done', { rows: format.number(entry.rows), bytes: format.bytes(entry.bytes) })}
      </Notice>
      <div className="flex flex-wrap gap-2">
        <LinkButton variant="primary" icon={Download} href={`${address}/file`} download>
          {t('download')}
        </LinkButton>
        <LinkButton icon={FileCheck} href={`${address}/manifest`} download>
          {t('manifest')}
        </LinkButton>
      </div>
      {entry.sha256 && (
        <p className="flex flex-wrap items-center gap-2 text-ink-faint text-sm">
          SHA-256 <code className="break-all font-mono text-xs">{entry.sha256}</code>
          <CopyButton text={entry.sha256} />
        </p>
      )}
    </div>
  );
}

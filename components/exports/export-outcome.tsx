'use client';

import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { definitionPath } from '@/components/definitions/kind-place';
import { Button, LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { StatRow } from '@/components/ui/stat-row';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { ExportEntry } from '@/lib/contracts/exports';
import type { WorkState } from '@/lib/contracts/work';
import { ExportProgress } from './export-progress';
import { useCancelExport, useRetryExport } from './use-exports';

interface Props {
  of: ExportEntry;
}

/** What came of an export so far, and what can be done about it. */
export function ExportOutcome(props: Props) {
  const Outcome = outcomes[props.of.state];
  return <Outcome {...props} />;
}

const outcomes: Record<WorkState, (props: Props) => ReactNode> = {
  queued: Running,
  running: Running,
  done: Rows,
  failed: Failed,
  cancelled: Cancelled,
};

function Running({ of: entry }: Props) {
  const t = useTranslations('exports');
  const cancel = useCancelExport();
  const phase = entry.state === 'queued' ? 'waiting' : entry.audience === 0 ? 'selecting' : 'writing';
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status">{t(entry.cancelRequested ? 'cancelling' : phase)}</p>
        <Button
          size="s"
          isDisabled={entry.cancelRequested}
          isPending={cancel.isPending}
          onPress={() => cancel.mutate(entry.id)}
        >
          {t('cancel')}
        </Button>
      </div>
      <ExportProgress of={entry} figures={phase === 'writing'} />
      <p className="text-ink-faint text-sm">{t('leave')}</p>
    </div>
  );
}

/** Audience, those without consent, rows: the third is the first without the second. */
function Rows({ of: { audience, withheld, rows, consent } }: Props) {
  const t = useTranslations('exports.outcome');
  const format = useFormat();
  return (
    <StatRow
      stats={[
        { id: 'audience', label: t('audience'), value: format.number(audience), detail: t('audienceHelp') },
        {
          id: 'withheld',
          label: t('withheld'),
          value: format.number(withheld),
          detail: consent ? `${format.share(withheld, audience)} · ${t('withheldHelp')}` : t('noConsent'),
        },
        {
          id: 'rows',
          label: t('rows'),
          value: format.number(rows),
          detail: t('ofAudience', { share: format.share(rows, audience) }),
        },
      ]}
    />
  );
}

/** Failures of the moment, not of what was asked for. */
const passing: ReadonlySet<string> = new Set(['internal', 'worker-lost', 'too-slow', 'database-away']);

function Failed({ of: entry }: Props) {
  const t = useTranslations('exports');
  const text = useText();
  // Anything else is about what was asked for: the same again would fail the same way.
  const isPassing = entry.error === null || passing.has(entry.error.code);
  return (
    <Notice tone="danger" action={isPassing ? <Retry of={entry} /> : <Anew of={entry} />}>
      <p>{entry.error ? text(entry.error.message) : t('failed')}</p>
      <p>{t(isPassing ? 'failedText' : 'failedForGood', { name: text(entry.label) })}</p>
    </Notice>
  );
}

function Cancelled({ of: entry }: Props) {
  const t = useTranslations('exports');
  return (
    <Notice tone="warn" action={<Retry of={entry} />}>
      {t('cancelled')}
    </Notice>
  );
}

/** To where an export begins. */
function Anew({ of: entry }: Props) {
  const t = useTranslations('exports');
  return (
    <LinkButton size="s" href={definitionPath(entry.kind, entry.definition)}>
      {t('anew')}
    </LinkButton>
  );
}

function Retry({ of: entry }: Props) {
  const t = useTranslations('exports');
  const retry = useRetryExport();
  return (
    <Button size="s" icon={RotateCw} isPending={retry.isPending} onPress={() => retry.mutate(entry)}>
      {t('again')}
    </Button>
  );
}

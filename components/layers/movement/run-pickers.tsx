'use client';

import { ArrowLeftRight, ArrowRight, History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SizePoint } from '@/components/definitions/runs/size-series';
import { Button } from '@/components/ui/button';
import { ComboBox } from '@/components/ui/combo-box';
import { IconButton } from '@/components/ui/icon-button';
import { useFormat } from '@/components/ui/use-format';
import type { RunPair } from './use-movement';

interface Props {
  /** Finished runs, oldest first. */
  points: readonly SizePoint[];
  /** The runs that are compared now. */
  from: string | null;
  to: string | null;
  /** Somebody chose them: they aren't just the last two. */
  isChosen: boolean;
  onPair: (pair: RunPair) => void;
}

/** Which two runs are compared. */
export function RunPickers({ points, from, to, isChosen, onPair }: Props) {
  const t = useTranslations('layers.movement');
  const format = useFormat();
  const options = [...points].reverse().map(({ run, version, asOf, finishedAt }) => ({
    id: run,
    text: `${format.instant(finishedAt)} · v${version}`,
    detail: t('asOf', { at: format.instant(asOf) }),
  }));
  const others = (run: string | null) =>
    options.map((option) => ({ ...option, isDisabled: option.id === run }));
  const first = points[0]?.run ?? null;
  return (
    <div className="flex flex-wrap items-end gap-2">
      <ComboBox
        label={t('from')}
        className="w-full sm:w-64"
        options={others(to)}
        value={from}
        onChange={(run) => onPair({ from: run, to })}
      />
      <ArrowRight size={16} aria-hidden className="mb-2 hidden text-ink-faint sm:block" />
      <ComboBox
        label={t('to')}
        className="w-full sm:w-64"
        options={others(from)}
        value={to}
        onChange={(run) => onPair({ from, to: run })}
      />
      <IconButton
        icon={ArrowLeftRight}
        label={t('swap')}
        isDisabled={from === null || to === null}
        onPress={() => onPair({ from: to, to: from })}
      />
      <Button
        variant="quiet"
        icon={History}
        isDisabled={first === null || to === null || from === first || to === first}
        onPress={() => onPair({ from: first, to })}
      >
        {t('withFirst')}
      </Button>
      {isChosen && (
        <Button variant="quiet" onPress={() => onPair({ from: null, to: null })}>
          {t('latest')}
        </Button>
      )}
    </div>
  );
}

'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { NumberField } from '@/components/ui/number-field';
import { useFormat } from '@/components/ui/use-format';
import type { CountsAnswer } from '@/lib/contracts/counts';
import {
  bandRanges,
  noEvents,
  orderedBands,
  outsideLayer,
  portKey,
  type RfmChoices,
  withBand,
} from '@/rules-engine/index';
import { LayerCount, LayerName } from './layer-cell';
import { countWithin } from './score-counts';

interface Props {
  choices: RfmChoices;
  onChange: (change: Partial<RfmChoices>) => void;
  counts: CountsAnswer | null;
  isStale: boolean;
  onEdit: (value: string) => void;
}

/** Which sums of the three grades make a layer: the lower bound of each can be moved between its neighbours. */
export function ScoreBands({ choices, onChange, counts, isStale, onEdit }: Props) {
  const t = useTranslations('layers.rfm');
  const format = useFormat();
  const { bands } = choices;
  const ranges = bandRanges(bands);
  const wider = withBand(bands, nextId(bands.map(({ id }) => id)));
  const number = (value: string, n: number | null) => (
    <span className={classNames('tabular flex w-32 items-baseline justify-end gap-x-2', isStale && 'dimmed')}>
      <LayerCount value={value} n={n} isStale={isStale} />
      {n !== null && counts && <span className="text-ink-soft text-sm">{format.share(n, counts.total)}</span>}
    </span>
  );
  const outside = outsideLayer(choices);
  const apart = (value: string, title: string, port: string) => (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5">
      <span className="min-w-24 flex-1">
        <LayerName value={value} choices={choices} onEdit={() => onEdit(value)} />
      </span>
      <span className="text-ink-faint text-sm">{title}</span>
      {number(value, counts?.ports[portKey('ever', port)]?.n ?? null)}
      <span className="size-8" />
    </li>
  );
  return (
    <section aria-label={t('bands')} className="flex flex-col gap-2">
      <h3 className="font-medium">{t('bands')}</h3>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {ranges.map(({ id, from, to }, i) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5">
            <span className="min-w-24 flex-1">
              <LayerName value={id} choices={choices} onEdit={() => onEdit(id)} />
            </span>
            <NumberField
              aria-label={t('bandFrom', { to })}
              value={from}
              onChange={(next) =>
                next !== null &&
                onChange({
                  bands: orderedBands(bands.map((band) => (band.id === id ? { ...band, from: next } : band))),
                })
              }
              minValue={(bands[i + 1]?.from ?? from) + (i === bands.length - 1 ? 0 : 1)}
              maxValue={to}
              step={1}
              isDisabled={i === bands.length - 1}
              unit={from === to ? t('points') : t('upTo', { to })}
              className="w-36"
            />
            {number(id, countWithin(counts, from, to))}
            <IconButton
              icon={Trash2}
              label={t('removeBand', { from, to })}
              isDisabled={bands.length === 1}
              onPress={() => onChange({ bands: orderedBands(bands.filter((band) => band.id !== id)) })}
            />
          </li>
        ))}
        {outside !== null && apart(outside, t('outside'), 'matched')}
        {apart(noEvents, t('noEvent'), 'notMatched')}
      </ul>
      {wider && (
        <Button size="s" icon={Plus} className="self-start" onPress={() => onChange({ bands: wider })}>
          {t('addBand')}
        </Button>
      )}
    </section>
  );
}

function nextId(taken: readonly string[]): string {
  let n = taken.length + 1;
  while (taken.includes(`layer${n}`)) n += 1;
  return `layer${n}`;
}

'use client';

import { Pencil } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import { classNames } from '@/components/ui/class-names';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { textKey } from '@/lib/i18n/locales';
import { faceOf, type RfmChoices } from '@/rules-engine/index';
import { ColorSwatch } from '../color-swatch';

interface Props {
  value: string;
  choices: RfmChoices;
  n: number | null;
  total: number | null;
  isStale: boolean;
  onEdit: () => void;
}

/** A layer with its members and what is done with them; its name leads to changing it. */
export function LayerCell({ value, choices, n, total, isStale, onEdit }: Props) {
  const format = useFormat();
  const { strategy } = faceOf(value, choices, textKey(useLocale()));
  return (
    <div className="flex h-full flex-col gap-0.5 p-1.5 sm:p-2">
      <LayerName value={value} choices={choices} onEdit={onEdit} />
      <p className={classNames('tabular flex flex-wrap items-baseline gap-x-2', isStale && 'dimmed')}>
        <LayerCount value={value} n={n} isStale={isStale} />
        {n !== null && total !== null && (
          <span className="text-ink-soft text-sm">{format.share(n, total)}</span>
        )}
      </p>
      {strategy && <p className="line-clamp-3 text-ink-soft text-sm">{strategy}</p>}
    </div>
  );
}

/** How many are in a layer; busy while that is being counted anew. */
export function LayerCount({ value, n, isStale }: Pick<Props, 'value' | 'n' | 'isStale'>) {
  const format = useFormat();
  return (
    <span data-cell={value} aria-busy={isStale} className="font-semibold text-lg">
      {n === null ? '–' : format.number(n)}
    </span>
  );
}

/** Its colour and name, as a button that opens its form. */
export function LayerName({ value, choices, onEdit }: Pick<Props, 'value' | 'choices' | 'onEdit'>) {
  const t = useTranslations('layers.rfm');
  const text = useText();
  const { label, color } = faceOf(value, choices, textKey(useLocale()));
  const name = text(label) || value;
  return (
    <Button
      onPress={onEdit}
      aria-label={t('edit', { name })}
      className="group flex min-h-6 max-w-full items-center gap-1.5 self-start rounded-sm text-left font-medium underline-offset-2 data-hovered:underline"
    >
      <ColorSwatch color={color} />
      <span className="min-w-0 break-words">{name}</span>
      <Pencil size={12} aria-hidden className="hidden shrink-0 text-ink-soft sm:block" />
    </Button>
  );
}

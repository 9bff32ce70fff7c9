'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, Link } from 'react-aria-components';
import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { MovedValue } from '@/lib/contracts/movement';
import { ColorSwatch, layerFill } from '../color-swatch';

interface Props {
  sizes: readonly { value: MovedValue; n: number }[];
  /** Where the members of some layers are listed; null while the list would be another one than that which is counted. */
  hrefOf: ((layers: readonly string[]) => string) | null;
  onLayer: (value: string) => void;
}

/** The layers from the highest to the fallback, as wide as they have members. */
export function LayerPyramid({ sizes, hrefOf, onLayer }: Props) {
  const t = useTranslations('layers.movement');
  const widest = Math.max(1, ...sizes.map(({ n }) => n));
  const whole = sizes.reduce((sum, { n }) => sum + n, 0);
  return (
    <ol aria-label={t('pyramid')} className="flex flex-col gap-1">
      {sizes.map(({ value, n }) => (
        <PyramidRow
          key={value.value}
          value={value}
          n={n}
          width={n / widest}
          whole={whole}
          href={hrefOf?.([value.value])}
          onPress={() => onLayer(value.value)}
        />
      ))}
    </ol>
  );
}

interface RowProps {
  value: MovedValue;
  n: number;
  width: number;
  whole: number;
  href: string | undefined;
  onPress: () => void;
}

function PyramidRow({
  value: { label, color, strategy, benefits, fallback },
  n,
  width,
  whole,
  href,
  onPress,
}: RowProps) {
  const t = useTranslations('layers.movement');
  const text = useText();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const name = text(label);
  const notes = [
    { id: 'strategy', says: strategy },
    { id: 'benefits', says: benefits },
  ].filter(({ says }) => says.trim() !== '');
  const bar = (
    <>
      <span aria-hidden className="flex min-w-0 flex-1 justify-center">
        <span
          className={classNames('h-6 rounded-sm', layerFill(color ?? 7))}
          style={{ width: `${Math.max(0.5, width * 100)}%` }}
        />
      </span>
      <span className="tabular w-16 shrink-0 text-right text-accent-ink">{format.number(n)}</span>
      <span className="tabular w-14 shrink-0 text-right text-ink-faint">{format.share(n, whole)}</span>
    </>
  );
  const link = {
    'aria-label': t('membersOf', { name, n: format.number(n) }),
    className: 'flex min-h-7 w-full items-center gap-1 rounded-sm no-underline data-hovered:bg-hover',
  };
  return (
    <li>
      <div className="grid items-center gap-x-3 sm:grid-cols-[minmax(0,11rem)_minmax(0,1fr)]">
        <span className="flex min-w-0 items-center gap-1.5">
          <ColorSwatch color={color ?? 7} />
          <span className="min-w-0 break-words" title={fallback ? t('fallback') : undefined}>
            {name}
          </span>
          {notes.length > 0 && (
            <IconButton
              size="s"
              icon={isOpen ? ChevronUp : ChevronDown}
              label={t(isOpen ? 'hideNotes' : 'showNotes', { name })}
              aria-expanded={isOpen}
              onPress={() => setOpen(!isOpen)}
            />
          )}
        </span>
        {href ? (
          <Link href={href} {...link}>
            {bar}
          </Link>
        ) : (
          <Button onPress={onPress} {...link}>
            {bar}
          </Button>
        )}
      </div>
      {isOpen && (
        <dl className="mb-1 rounded-md bg-ground px-3 py-2 text-sm">
          {notes.map(({ id, says }) => (
            <div key={id} className="flex gap-2">
              <dt className="shrink-0 text-ink-faint">{t(id === 'strategy' ? 'strategy' : 'benefits')}</dt>
              <dd className="whitespace-pre-line break-words">{says}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

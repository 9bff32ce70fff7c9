'use client';

import { ArrowDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { classNames } from '@/components/ui/class-names';
import { NumberLink } from '@/components/ui/number-link';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { MovedValue } from '@/lib/contracts/movement';
import { layerFill } from '../color-swatch';
import { funnelOf } from './funnel';

interface Props {
  sizes: readonly { value: MovedValue; n: number }[];
  hrefOf: ((layers: readonly string[]) => string) | null;
}

/** How many got at least as far as each layer, and which share of those who reached the one before it. */
export function LayerFunnel({ sizes, hrefOf }: Props) {
  const t = useTranslations('layers.movement');
  const text = useText();
  const format = useFormat();
  const steps = useMemo(() => funnelOf(sizes), [sizes]);
  const whole = Math.max(1, steps[0]?.reached ?? 1);
  const nameOf = (index: number, name: string) => {
    if (index === 0) return t('everybody');
    return index === steps.length - 1 ? name : t('atLeast', { name });
  };
  return (
    <ol aria-label={t('funnel')} className="flex flex-col">
      {steps.map(({ value, values, reached, conversion }, index) => {
        const name = nameOf(index, text(value.label));
        return (
          <li key={value.value}>
            {index > 0 && (
              <p className="flex items-center gap-1 py-0.5 text-ink-soft text-sm">
                <ArrowDown size={12} aria-hidden className="text-ink-faint" />
                {t('conversion', { share: conversion === null ? '–' : format.share(conversion) })}
              </p>
            )}
            <div className="grid items-center gap-x-3 sm:grid-cols-[minmax(0,11rem)_minmax(0,1fr)]">
              <span className="min-w-0 break-words">{name}</span>
              <span className="flex min-h-7 items-center gap-1">
                <span aria-hidden className="flex h-6 min-w-0 flex-1 rounded-sm bg-sunken">
                  <span
                    className={classNames('h-full rounded-sm', layerFill(value.color ?? 7))}
                    style={{ width: `${(reached / whole) * 100}%` }}
                  />
                </span>
                <span className="w-16 shrink-0 text-right">
                  <NumberLink value={reached} href={hrefOf?.(values.map((one) => one.value))} label={name} />
                </span>
                <span className="tabular w-14 shrink-0 text-right text-ink-faint">
                  {format.share(reached, whole)}
                </span>
              </span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

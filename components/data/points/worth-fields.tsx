'use client';

import { useTranslations } from 'next-intl';
import { propertiesFor } from '@/components/editor/conditions/new-rows';
import { AmountField } from '@/components/editor/values/amount-field';
import { NumberField } from '@/components/ui/number-field';
import { Select } from '@/components/ui/select';
import { useText } from '@/components/ui/use-text';
import type { RuleFieldsProps } from './event-rule-fields';

/** How many points an event gives: each the same, or so many for every full amount. */
export function WorthFields({ draft, change, catalogue, isChecked, isDisabled }: RuleFieldsProps) {
  const t = useTranslations('points.form');
  const text = useText();
  const isMissing = isChecked && !isPoints(draft.points);
  const points = (label: string) => (
    <NumberField
      label={label}
      unit={t('points')}
      className="min-w-32"
      minValue={1}
      step={1}
      value={draft.points}
      onChange={(next) => change({ points: next })}
      error={isMissing && t('pointsMissing')}
      isDisabled={isDisabled}
    />
  );
  if (draft.worth === 'fixed') return <div className="w-56">{points(t('gives'))}</div>;
  const properties = propertiesFor('sum', draft.eventType, catalogue);
  const measure = properties.find(({ path }) => path === draft.property);
  return (
    <div>
      <div className="grid items-start gap-3 sm:grid-cols-3">
        <Select
          label={t('property')}
          options={properties.map(({ path, label }) => ({ id: path, text: text(label) }))}
          value={draft.property}
          onChange={(property) => change({ property })}
          error={properties.length === 0 && t('noProperties')}
          isDisabled={isDisabled}
        />
        <div className="flex flex-col">
          <span aria-hidden className="mb-1 font-medium text-ink-soft text-sm">
            {t('amount')}
          </span>
          <AmountField
            label={t('amount')}
            value={draft.amount}
            onChange={(amount) => change({ amount })}
            kind={{ types: [measure?.type ?? 'number'], unit: measure?.unit ?? null }}
            error={isChecked && !(draft.amount && draft.amount > 0) ? t('amountMissing') : undefined}
            isDisabled={isDisabled}
          />
        </div>
        {points(t('gives'))}
      </div>
      <p className="mt-1 text-ink-faint text-sm">{t('perHelp')}</p>
    </div>
  );
}

export function isPoints(value: number | null): boolean {
  return value !== null && Number.isInteger(value) && value > 0;
}

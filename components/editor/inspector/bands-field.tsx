'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { NumberField } from '@/components/ui/number-field';
import { TextField } from '@/components/ui/text-field';
import { useText } from '@/components/ui/use-text';
import type { FormField } from '@/rules-engine/index';
import { record } from '../conditions/shapes';
import { newId } from '../edits/new-id';
import { numberOf, textOf } from '../values/value-props';
import { byLowerBound } from './bands';
import { FieldAnchor, useParam } from './node-form';

/** The bands of a score, highest first. They are put in order when the field of a bound is left. */
export function BandsField({ field }: { field: Extract<FormField, { input: 'bands' }> }) {
  const t = useTranslations('editor.inspector');
  const text = useText();
  const { value, choose, type, error, isDisabled } = useParam([field.param]);
  const bands = (Array.isArray(value) ? value : []).map(record);
  const changed = (index: number, change: Record<string, unknown>) =>
    bands.map((band, other) => (other === index ? { ...band, ...change } : band));
  const add = () => {
    const lowest = numberOf(bands.at(-1)?.from);
    const id = newId('band', new Set(bands.map((band) => textOf(band.id))));
    choose([...bands, { id, name: '', from: lowest === null ? 60 : lowest - 10 }]);
  };
  return (
    <FieldAnchor path={[field.param]} className="flex flex-col gap-2">
      <h3 className="font-medium text-ink-soft text-sm">{text(field.label)}</h3>
      {bands.map((band, index) => (
        <FieldAnchor
          key={textOf(band.id) || index}
          path={[field.param, index]}
          className="flex items-start gap-2"
        >
          <BandName
            param={field.param}
            index={index}
            name={textOf(band.name)}
            onChange={(name) => type(changed(index, { name }))}
          />
          <BandBound
            param={field.param}
            index={index}
            from={numberOf(band.from)}
            onChange={(from) => type(changed(index, { from: from ?? undefined }))}
            onDone={() => type(byLowerBound(bands))}
          />
          {!isDisabled && (
            <IconButton
              icon={Trash2}
              label={t('removeBand', { name: textOf(band.name) })}
              onPress={() => choose(bands.filter((_, other) => other !== index))}
            />
          )}
        </FieldAnchor>
      ))}
      <p className="text-ink-faint text-sm">{t('below')}</p>
      {error && <p className="text-danger-ink text-sm">{error}</p>}
      {!isDisabled && (
        <Button size="s" icon={Plus} className="self-start" onPress={add}>
          {t('addBand')}
        </Button>
      )}
    </FieldAnchor>
  );
}

interface PartProps {
  param: string;
  index: number;
}

function BandName({
  param,
  index,
  name,
  onChange,
}: PartProps & { name: string; onChange: (name: string) => void }) {
  const t = useTranslations('editor.inspector');
  const { error, isDisabled } = useParam([param, index, 'name']);
  return (
    <TextField
      aria-label={t('bandName')}
      placeholder={t('bandName')}
      value={name}
      onChange={onChange}
      error={error}
      isDisabled={isDisabled}
      className="min-w-0 flex-1"
    />
  );
}

function BandBound({
  param,
  index,
  from,
  onChange,
  onDone,
}: PartProps & { from: number | null; onChange: (from: number | null) => void; onDone: () => void }) {
  const t = useTranslations('editor.inspector');
  const { error, isDisabled } = useParam([param, index, 'from']);
  return (
    <NumberField
      aria-label={t('bandFrom')}
      value={from}
      onChange={onChange}
      onDone={onDone}
      error={error}
      isDisabled={isDisabled}
      className="w-32"
    />
  );
}

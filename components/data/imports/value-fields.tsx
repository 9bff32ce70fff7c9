'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { useTypeOptions } from '@/components/data/use-type-options';
import { ComboBox } from '@/components/ui/combo-box';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { useWorkspace } from '@/components/ui/workspace-context';
import { useCurrencyOptions } from '@/components/ui/zone-options';
import type { ValueSpec } from '@/lib/contracts/import-mapping';
import { likeBefore, valueOfType } from './column-target';
import { DateFormatField } from './date-format-field';
import { NumberFormatField } from './number-format-field';
import { WordsTextField } from './words-text-field';

interface Props {
  value: ValueSpec;
  /** The catalogue knows the field already: its type stays. */
  isTypeFixed: boolean;
  /** How the cells are written is still to be chosen. */
  isOpen: boolean;
  onChange: (value: ValueSpec) => void;
}

/** How a cell is read: its type, and what that type needs to be told. */
export function ValueFields({ value, isTypeFixed, isOpen, onChange }: Props) {
  const t = useTranslations('imports.value');
  const typeOptions = useTypeOptions();
  const { currency } = useWorkspace();
  return (
    <>
      <Select
        label={t('type')}
        className="w-36"
        options={typeOptions}
        value={value.type}
        isDisabled={isTypeFixed}
        onChange={(type) => onChange(likeBefore(valueOfType(type, currency), value))}
      />
      <Details value={value} isOpen={isOpen} onChange={onChange} />
    </>
  );
}

function Details({ value, isOpen, onChange }: Omit<Props, 'isTypeFixed'>): ReactElement | null {
  const t = useTranslations('imports.value');
  const currencies = useCurrencyOptions();
  const c = useTranslations('common');
  switch (value.type) {
    case 'text':
      return null;
    case 'option':
      return (
        <Select
          label={t('unknownOption')}
          className="w-36"
          options={[
            { id: 'add', text: t('addOption') },
            { id: 'reject', text: t('rejectOption') },
          ]}
          value={value.unknown}
          onChange={(unknown) => onChange({ ...value, unknown })}
        />
      );
    case 'number':
      return (
        <>
          <TextField
            label={`${t('unit')} (${c('optional')})`}
            className="w-28"
            value={value.unit ?? ''}
            maxLength={16}
            onChange={(unit) => onChange({ ...value, unit: unit.trim() || null })}
          />
          {!isOpen && (
            <NumberFormatField value={value.format} onChange={(format) => onChange({ ...value, format })} />
          )}
        </>
      );
    case 'money':
      return (
        <>
          <ComboBox
            label={t('currency')}
            className="w-28"
            options={currencies}
            value={value.currency}
            onChange={(currency) => currency && onChange({ ...value, currency })}
          />
          <RadioGroup
            label={t('amount')}
            orientation="horizontal"
            options={[
              { id: 'major', text: t('major') },
              { id: 'minor', text: t('minor') },
            ]}
            value={value.amount}
            onChange={(amount) => onChange({ ...value, amount })}
          />
          {!isOpen && (
            <NumberFormatField value={value.format} onChange={(format) => onChange({ ...value, format })} />
          )}
        </>
      );
    case 'boolean':
      return (
        <>
          <WordsField label={t('yes')} words={value.yes} onChange={(yes) => onChange({ ...value, yes })} />
          <WordsField label={t('no')} words={value.no} onChange={(no) => onChange({ ...value, no })} />
        </>
      );
    case 'date':
    case 'day':
      return isOpen ? null : (
        <DateFormatField
          isDayAlone={value.type === 'day'}
          value={value.format}
          onChange={(format) => onChange({ ...value, format })}
        />
      );
    case 'list':
      return (
        <TextField
          label={t('separator')}
          className="w-24"
          mono
          maxLength={4}
          value={value.separator}
          onChange={(separator) => separator && onChange({ ...value, separator })}
        />
      );
  }
}

interface WordsProps {
  label: string;
  words: string[] | undefined;
  onChange: (words: string[] | undefined) => void;
}

function WordsField({ label, words, onChange }: WordsProps) {
  const t = useTranslations('imports.value');
  return (
    <WordsTextField
      label={label}
      className="w-32"
      placeholder={t('wordsHint')}
      words={words ?? []}
      onChange={(next) => onChange(next.length === 0 ? undefined : next)}
    />
  );
}

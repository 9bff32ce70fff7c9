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
import type { GuessedColumn } from '@/lib/contracts/imports';
import { valueOfType } from './column-target';
import { DateFormatField } from './date-format-field';

interface Props {
  value: ValueSpec;
  /** How the column reads as instants, if it does. */
  time: GuessedColumn['time'];
  /** The catalogue knows the field already: its type stays. */
  isTypeFixed: boolean;
  onChange: (value: ValueSpec) => void;
}

/** How a cell is read: its type, and what that type needs to be told. */
export function ValueFields({ value, time, isTypeFixed, onChange }: Props) {
  const t = useTranslations('imports.value');
  const typeOptions = useTypeOptions();
  const { currency } = useWorkspace();
  return (
    <>
      <Select
        label={t('type')}
        className="w-28"
        options={typeOptions}
        value={value.type}
        isDisabled={isTypeFixed}
        onChange={(type) => onChange(valueOfType(type, currency, time))}
      />
      <Details value={value} onChange={onChange} />
    </>
  );
}

function Details({ value, onChange }: Pick<Props, 'value' | 'onChange'>): ReactElement | null {
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
        <TextField
          label={`${t('unit')} (${c('optional')})`}
          className="w-28"
          value={value.unit ?? ''}
          maxLength={16}
          onChange={(unit) => onChange({ ...value, unit: unit.trim() || null })}
        />
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
      return <DateFormatField value={value.format} onChange={(format) => onChange({ ...value, format })} />;
    case 'day':
      return (
        <DateFormatField
          isDayAlone
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
    <TextField
      label={label}
      className="w-32"
      placeholder={t('wordsHint')}
      value={words?.join(' ') ?? ''}
      onChange={(text) => onChange(text === '' ? undefined : text.split(/[\s,,、]+/).filter(Boolean))}
    />
  );
}

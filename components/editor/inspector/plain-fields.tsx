'use client';

import { useTranslations } from 'next-intl';
import { NumberField } from '@/components/ui/number-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { useText } from '@/components/ui/use-text';
import type { FormField } from '@/rules-engine/index';
import { record } from '../conditions/shapes';
import { numberOf, textOf } from '../values/value-props';
import { FieldAnchor, useParam } from './node-form';

type FieldOf<K extends FormField['input']> = { field: Extract<FormField, { input: K }> };

export function TextInput({ field }: FieldOf<'text'>) {
  const { type } = useParam([field.param]);
  return <TypedText field={field} onType={type} />;
}

/** A text of several lines; without any it is left out. */
export function ProseInput({ field }: FieldOf<'prose'>) {
  const { type } = useParam([field.param]);
  return <TypedText field={field} rows={3} onType={(typed) => type(typed || undefined)} />;
}

function TypedText({
  field,
  rows,
  onType,
}: FieldOf<'text' | 'prose'> & { rows?: number; onType: (typed: string) => void }) {
  const text = useText();
  const { value, error, isDisabled } = useParam([field.param]);
  return (
    <FieldAnchor path={[field.param]}>
      <TextField
        label={text(field.label)}
        help={field.help && text(field.help)}
        placeholder={field.placeholder && text(field.placeholder)}
        rows={rows}
        value={textOf(value)}
        onChange={onType}
        error={error}
        isDisabled={isDisabled}
      />
    </FieldAnchor>
  );
}

/** A text in both languages; without either it is left out. */
export function LocalTextInput({ field }: FieldOf<'localText'>) {
  const t = useTranslations('editor.inspector');
  const text = useText();
  const { value, type, error, isDisabled } = useParam([field.param]);
  const now = record(value);
  const set = (language: 'zh' | 'en', typed: string) => {
    const next = { zh: textOf(now.zh), en: textOf(now.en), [language]: typed };
    type(next.zh || next.en ? next : undefined);
  };
  return (
    <FieldAnchor path={[field.param]} className="flex flex-col gap-2">
      {(['zh', 'en'] as const).map((language) => (
        <TextField
          key={language}
          label={t('inLanguage', { label: text(field.label), language: t(`languages.${language}`) })}
          value={textOf(now[language])}
          onChange={(typed) => set(language, typed)}
          help={language === 'en' && field.help ? text(field.help) : undefined}
          error={language === 'en' ? error : undefined}
          isDisabled={isDisabled}
        />
      ))}
    </FieldAnchor>
  );
}

export function NumberInput({ field }: FieldOf<'number'>) {
  const text = useText();
  const { value, type, error, isDisabled } = useParam([field.param]);
  return (
    <FieldAnchor path={[field.param]}>
      <NumberField
        label={text(field.label)}
        help={field.help && text(field.help)}
        value={numberOf(value)}
        onChange={(next) => type(next ?? undefined)}
        minValue={field.min}
        maxValue={field.max}
        step={field.step}
        unit={field.unit && text(field.unit)}
        error={error}
        isDisabled={isDisabled}
      />
    </FieldAnchor>
  );
}

/** A few choices are all in sight, more are in a list. */
export function ChoiceInput({ field }: FieldOf<'choice'>) {
  const text = useText();
  const { value, choose, error, isDisabled } = useParam([field.param]);
  const options = field.options.map((option) => ({ id: option.value, text: text(option.label) }));
  const props = {
    label: text(field.label),
    help: field.help && text(field.help),
    options,
    value: textOf(value) || null,
    onChange: choose,
    error,
    isDisabled,
  };
  return (
    <FieldAnchor path={[field.param]}>
      {options.length <= 3 ? <RadioGroup {...props} orientation="horizontal" /> : <Select {...props} />}
    </FieldAnchor>
  );
}

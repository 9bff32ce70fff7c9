'use client';

import { useTranslations } from 'next-intl';
import { TextField } from './text-field';

interface LocalTextDraft {
  zh: string;
  en: string;
}

interface Props {
  /** What the text names: `名称`. */
  label: string;
  value: LocalTextDraft;
  onChange: (value: LocalTextDraft) => void;
  help?: string;
  error?: string | false;
  isDisabled?: boolean;
  autoFocus?: boolean;
  maxLength?: number;
}

/** A name in both languages. One of them is enough: `filledText` gives the other the same. */
export function LocalTextFields({
  label,
  value,
  onChange,
  help,
  error,
  isDisabled,
  autoFocus,
  maxLength = 80,
}: Props) {
  const t = useTranslations('frame.languageName');
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-ink-soft text-sm">{label}</legend>
      <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        <TextField
          aria-label={`${label} ${t('zh')}`}
          placeholder={t('zh')}
          value={value.zh}
          onChange={(zh) => onChange({ ...value, zh })}
          maxLength={maxLength}
          isDisabled={isDisabled}
          autoFocus={autoFocus}
          error={error}
        />
        <TextField
          aria-label={`${label} ${t('en')}`}
          placeholder={t('en')}
          value={value.en}
          onChange={(en) => onChange({ ...value, en })}
          maxLength={maxLength}
          isDisabled={isDisabled}
        />
      </div>
      {help && <p className="mt-1 text-ink-faint text-sm">{help}</p>}
    </fieldset>
  );
}

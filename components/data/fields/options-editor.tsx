'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { TextField } from '@/components/ui/text-field';
import type { FieldOption } from '@/lib/contracts/catalogue';

interface Props {
  options: readonly FieldOption[];
  onChange: (options: FieldOption[]) => void;
}

/** The options of a field: what stands in the data, and how it is called in both languages. */
export function OptionsEditor({ options, onChange }: Props) {
  const t = useTranslations('data.fields');
  const f = useTranslations('frame.languageName');
  const change = (at: number, option: FieldOption) =>
    onChange(options.map((other, index) => (index === at ? option : other)));
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-ink-soft text-sm">{t('options')}</legend>
      <div className="flex flex-col gap-1.5">
        {options.map((option, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the value is being typed, only the place stays the same
          <div key={index} className="grid grid-cols-[1fr_1fr_1fr_auto] gap-1.5">
            <TextField
              aria-label={t('optionValue')}
              placeholder={t('optionValue')}
              mono
              value={option.value}
              onChange={(value) => change(index, { ...option, value })}
            />
            <TextField
              aria-label={`${t('optionLabel')} ${f('zh')}`}
              placeholder={f('zh')}
              value={option.label.zh}
              onChange={(zh) => change(index, { ...option, label: { ...option.label, zh } })}
            />
            <TextField
              aria-label={`${t('optionLabel')} ${f('en')}`}
              placeholder={f('en')}
              value={option.label.en}
              onChange={(en) => change(index, { ...option, label: { ...option.label, en } })}
            />
            <IconButton
              icon={X}
              label={t('removeOption', { name: option.value })}
              onPress={() => onChange(options.filter((_, at) => at !== index))}
            />
          </div>
        ))}
        <div>
          <Button
            size="s"
            icon={Plus}
            onPress={() => onChange([...options, { value: '', label: { zh: '', en: '' } }])}
          >
            {t('addOption')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}

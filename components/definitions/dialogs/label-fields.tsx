'use client';

import { useLocale, useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/text-field';
import type { LocalText } from '@/lib/contracts/local-text';
import { textKey } from '@/lib/i18n/locales';

interface Props {
  label: LocalText;
  onChange: (label: LocalText) => void;
  autoFocus?: boolean;
}

/** A name in the page's language, and in the other one where it differs. */
export function LabelFields({ label, onChange, autoFocus }: Props) {
  const t = useTranslations('definitions.fields');
  const own = textKey(useLocale());
  const other = own === 'zh' ? 'en' : 'zh';
  return (
    <>
      <TextField
        label={t('name')}
        value={label[own]}
        onChange={(text) => onChange({ ...label, [own]: text })}
        maxLength={80}
        isRequired
        autoFocus={autoFocus}
      />
      <TextField
        label={t(`nameIn.${other}`)}
        help={t('nameInHelp')}
        value={label[other]}
        onChange={(text) => onChange({ ...label, [other]: text })}
        maxLength={80}
      />
    </>
  );
}

/** A label as it is stored: the language that was left blank says what the other one says. */
export function wholeLabel({ zh, en }: LocalText): LocalText | null {
  const [a, b] = [zh.trim(), en.trim()];
  return a || b ? { zh: a || b, en: b || a } : null;
}

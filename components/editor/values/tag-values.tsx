'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { useText } from '@/components/ui/use-text';
import type { SubjectKind } from '../conditions/subject-kind';

interface Props {
  value: unknown;
  choose: (value: unknown) => void;
  options: SubjectKind['options'];
  label: string;
  error: string | undefined;
  isDisabled: boolean;
}

/** Values of a tag, to be ticked; one that the tag has no more stays until it is taken out. */
export function TagValues({ value, choose, options, label, error, isDisabled }: Props) {
  const t = useTranslations('editor.values');
  const text = useText();
  const chosen = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  const known = new Set(options.map((option) => option.value));
  const all = [
    ...options,
    ...chosen
      .filter((item) => !known.has(item))
      .map((item) => ({ value: item, label: { zh: item, en: item } })),
  ];
  return (
    <fieldset aria-label={label}>
      {all.length === 0 && <p className="text-ink-faint">{t('noTagValues')}</p>}
      <div className="flex flex-wrap gap-x-4">
        {all.map((option) => (
          <Checkbox
            key={option.value}
            isSelected={chosen.includes(option.value)}
            isDisabled={isDisabled}
            onChange={(isOn) =>
              choose(isOn ? [...chosen, option.value] : chosen.filter((item) => item !== option.value))
            }
          >
            {text(option.label)}
          </Checkbox>
        ))}
      </div>
      {error && <p className="mt-1 text-danger-ink text-sm">{error}</p>}
    </fieldset>
  );
}

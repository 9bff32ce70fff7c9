'use client';

import { useTranslations } from 'next-intl';
import { RadioGroup } from '@/components/ui/radio-group';
import type { EventsMapping } from '@/lib/contracts/import-mapping';

type Changed = EventsMapping['changed'];

interface Props {
  value: Changed;
  onChange: (value: Changed) => void;
}

/** What becomes of an event that is there already when its row says something else now. */
export function ChangedSetting({ value, onChange }: Props) {
  const t = useTranslations('imports.general');
  const options = (['keep', 'replace'] as const).map((id) => ({ id, text: t(`changedChoices.${id}`) }));
  return (
    <RadioGroup
      label={t('changed')}
      help={t('changedHelp')}
      orientation="horizontal"
      options={options}
      value={value}
      onChange={onChange}
    />
  );
}

'use client';

import { useTranslations } from 'next-intl';
import type { Option } from '@/components/ui/select';
import { type FieldType, fieldTypes } from '@/lib/contracts/catalogue';

/** The types that a field can have; instants and calendar dates say what tells them apart. */
export function useTypeOptions(): Option<FieldType>[] {
  const t = useTranslations('data');
  return fieldTypes.map((id) => ({
    id,
    text: t(`types.${id}`),
    detail: id === 'date' || id === 'day' ? t(`typeHelp.${id}`) : undefined,
  }));
}

'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useCatalogue } from '@/components/data/use-catalogue';
import { Checkbox } from '@/components/ui/checkbox';
import { ComboBox } from '@/components/ui/combo-box';
import { useText } from '@/components/ui/use-text';
import type { ColumnTarget } from './import-draft';

type IdentityTarget = Extract<ColumnTarget, { to: 'identity' }>;

interface Props {
  target: IdentityTarget;
  onChange: (target: IdentityTarget) => void;
}

/** Which identity a column is, and whether it alone makes two members one. */
export function IdentityFields({ target, onChange }: Props) {
  const t = useTranslations('imports.columns');
  const text = useText();
  const { data } = useCatalogue();
  const options = useMemo(
    () =>
      (data?.identityTypes ?? []).map(({ type: id, label }) => ({
        id,
        text: text(label),
        detail: id,
        search: id,
      })),
    [data, text],
  );
  return (
    <>
      <ComboBox
        label={t('identityType')}
        help={t('identityHelp')}
        className="w-56"
        allowsCustom
        options={options}
        value={target.type}
        onChange={(type) => type && onChange({ ...target, type })}
      />
      <div className="max-w-80 pt-6">
        <Checkbox
          isSelected={target.shared === 'reject'}
          onChange={(isApart) => onChange({ ...target, shared: isApart ? 'reject' : undefined })}
          help={t('sharedHelp')}
        >
          {t('shared')}
        </Checkbox>
      </div>
    </>
  );
}

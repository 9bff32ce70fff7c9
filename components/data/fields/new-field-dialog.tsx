'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '@/components/data-client/form-dialog';
import { Checkbox } from '@/components/ui/checkbox';
import { filledText } from '@/components/ui/filled-text';
import { LocalTextFields } from '@/components/ui/local-text-fields';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { useWorkspace } from '@/components/ui/workspace-context';
import { type FieldType, keySchema } from '@/lib/contracts/catalogue';
import { useCreateField } from '../catalogue-mutations';
import { useTypeOptions } from '../use-type-options';

/** A field that no data has yet. */
export function NewFieldDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('data.fields');
  const typeOptions = useTypeOptions();
  const i = useTranslations('imports.columns');
  const { currency } = useWorkspace();
  const [key, setKey] = useState('');
  const [label, setLabel] = useState({ zh: '', en: '' });
  const [type, setType] = useState<FieldType>('text');
  const [personal, setPersonal] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const create = useCreateField();
  const filled = filledText(label);
  const isKey = keySchema.safeParse(key).success;

  function submit() {
    setChecked(true);
    if (!isKey || filled.zh === '') return;
    const unit = type === 'money' ? currency : null;
    create.mutate(
      { path: `attrs.${key}`, type, label: filled, unit, options: [], personal },
      { onSuccess: onClose },
    );
  }

  return (
    <FormDialog
      title={t('add')}
      verb={t('add')}
      onClose={onClose}
      onSubmit={submit}
      isPending={create.isPending}
      error={create.error}
    >
      <LocalTextFields
        label={t('label')}
        value={label}
        onChange={setLabel}
        autoFocus
        error={isChecked && filled.zh === '' && t('labelMissing')}
      />
      <TextField
        label={i('fieldKey')}
        help={i('fieldKeyError')}
        mono
        value={key}
        onChange={(next) => setKey(next.trim())}
        isRequired
        error={isChecked && !isKey && i('fieldKeyError')}
      />
      <Select label={t('type')} options={typeOptions} value={type} onChange={setType} />
      <Checkbox isSelected={personal} onChange={setPersonal} help={t('personalHelp')}>
        {t('personalSwitch')}
      </Checkbox>
    </FormDialog>
  );
}

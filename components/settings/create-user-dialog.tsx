'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '@/components/data-client/form-dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-field';
import { type IssuedPasswordDto, type UserDto, userNameSchema } from '@/lib/contracts/people';
import { useRoleOptions } from './role-options';
import { useCreateUser } from './use-users';

interface Props {
  onClose: () => void;
  onCreated: (issued: IssuedPasswordDto) => void;
}

/** A user's name and role; the password is made and shown once. */
export function CreateUserDialog({ onClose, onCreated }: Props) {
  const t = useTranslations();
  const options = useRoleOptions();
  const create = useCreateUser();
  const [name, setName] = useState('');
  const [role, setRole] = useState<UserDto['role']>('editor');
  const [isChecked, setChecked] = useState(false);
  const parsed = userNameSchema.safeParse(name);

  function submit() {
    setChecked(true);
    if (parsed.success) create.mutate({ name: parsed.data, role }, { onSuccess: onCreated });
  }

  return (
    <FormDialog
      title={t('settings.users.create')}
      verb={t('settings.users.create')}
      onClose={onClose}
      onSubmit={submit}
      isPending={create.isPending}
      error={create.error}
    >
      <TextField
        label={t('settings.users.name')}
        help={t('settings.users.nameHelp')}
        value={name}
        onChange={setName}
        isRequired
        autoFocus
        autoComplete="off"
        error={isChecked && !parsed.success && t('settings.users.nameHelp')}
      />
      <RadioGroup label={t('settings.users.role')} options={options} value={role} onChange={setRole} />
    </FormDialog>
  );
}

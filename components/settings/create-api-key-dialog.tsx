'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/data-client/api';
import { FormDialog } from '@/components/data-client/form-dialog';
import { Checkbox } from '@/components/ui/checkbox';
import { TextField } from '@/components/ui/text-field';
import { useText } from '@/components/ui/use-text';
import {
  type ApiScope,
  apiScopes,
  type CreateApiKeyBody,
  type IssuedApiKeyDto,
  issuedApiKeyDto,
  scopeText,
} from '@/lib/contracts/api-keys';

interface Props {
  onClose: () => void;
  onCreated: (issued: IssuedApiKeyDto) => void;
}

/** What a key is for and what it may do. */
export function CreateApiKeyDialog({ onClose, onCreated }: Props) {
  const t = useTranslations();
  const text = useText();
  const [label, setLabel] = useState('');
  const [scopes, setScopes] = useState<ApiScope[]>(['read:counts']);
  const [isChecked, setChecked] = useState(false);
  const create = useMutation({
    meta: { ownError: true },
    mutationFn: (body: CreateApiKeyBody) => api(issuedApiKeyDto, '/api/api-keys', { method: 'POST', body }),
    onSuccess: onCreated,
  });

  function submit() {
    setChecked(true);
    if (label.trim() && scopes.length > 0) create.mutate({ label: label.trim(), scopes });
  }

  return (
    <FormDialog
      title={t('settings.apiKeys.create')}
      verb={t('settings.apiKeys.create')}
      onClose={onClose}
      onSubmit={submit}
      isPending={create.isPending}
      error={create.error}
    >
      <TextField
        label={t('settings.apiKeys.label')}
        help={t('settings.apiKeys.labelHelp')}
        value={label}
        onChange={setLabel}
        maxLength={80}
        isRequired
        autoFocus
        error={isChecked && !label.trim() && t('settings.apiKeys.labelMissing')}
      />
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium text-ink-soft text-sm">{t('settings.apiKeys.scopes')}</legend>
        {apiScopes.map((scope) => (
          <Checkbox
            key={scope}
            isSelected={scopes.includes(scope)}
            onChange={(on) => setScopes(on ? [...scopes, scope] : scopes.filter((other) => other !== scope))}
          >
            {text(scopeText[scope])}
          </Checkbox>
        ))}
        {isChecked && scopes.length === 0 && (
          <p role="alert" className="text-danger-ink text-sm">
            {t('settings.apiKeys.scopesMissing')}
          </p>
        )}
      </fieldset>
    </FormDialog>
  );
}

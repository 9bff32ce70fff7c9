'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { api } from '@/components/data-client/api';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@/lib/contracts/people';

interface Props {
  onChanged: () => void;
}

/** The signed-in person's own password. */
export function ChangePasswordForm({ onChanged }: Props) {
  const t = useTranslations('signIn');
  const errorText = useErrorText();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [checked, setChecked] = useState(false);
  const change = useMutation({
    meta: { ownError: true },
    mutationFn: () => api(z.unknown(), '/api/users/me/password', { method: 'POST', body: { current, next } }),
    onSuccess: onChanged,
  });
  const tooShort = next.length < PASSWORD_MIN_LENGTH;
  const differ = next !== again;

  function submit(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    if (current && !tooShort && !differ) change.mutate();
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {change.error && (
        <Notice tone="danger" live>
          {errorText(change.error)}
        </Notice>
      )}
      <TextField
        label={t('current')}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        autoFocus
        isRequired
        error={checked && !current && t('missingCurrent')}
      />
      <TextField
        label={t('new')}
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        maxLength={PASSWORD_MAX_LENGTH}
        isRequired
        help={t('newHint', { min: PASSWORD_MIN_LENGTH })}
        error={checked && tooShort && t('tooShort', { min: PASSWORD_MIN_LENGTH })}
      />
      <TextField
        label={t('again')}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        isRequired
        error={checked && differ && t('differ')}
      />
      <Button type="submit" variant="primary" isPending={change.isPending}>
        {t('change')}
      </Button>
    </form>
  );
}

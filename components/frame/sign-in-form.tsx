'use client';

import { signIn } from 'next-auth/react';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { PASSWORD_PROVIDER, signInErrorText, signInWaitSeconds } from '@/lib/contracts/sign-in';
import { textKey } from '@/lib/i18n/locales';

interface Props {
  /** Only this person: the session dialog goes on with what they were doing. */
  fixedName?: string;
  /** What a sign-in elsewhere came back with. */
  initialError?: string;
  onSignedIn: () => void;
}

/** Name and password. Says what is wrong, and counts down while it is too early to try again. */
export function SignInForm({ fixedName, initialError = '', onSignedIn }: Props) {
  const t = useTranslations('signIn');
  const locale = useLocale();
  const [name, setName] = useState(fixedName ?? '');
  const [password, setPassword] = useState('');
  const [error, setError] = useState(initialError ? signInErrorText(initialError, textKey(locale)) : '');
  const [wait, setWait] = useState(initialError ? signInWaitSeconds(initialError) : 0);
  const [isPending, setPending] = useState(false);

  useEffect(() => {
    if (wait <= 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1_000);
    return () => clearTimeout(timer);
  }, [wait]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!name.trim() || !password) {
      setError(t('missing'));
      return;
    }
    setPending(true);
    setError('');
    const result = await signIn(PASSWORD_PROVIDER, { redirect: false, name: name.trim(), password }).catch(
      () => undefined,
    );
    setPending(false);
    if (result?.ok && !result.error) {
      onSignedIn();
      return;
    }
    const said = result?.error ?? '';
    setError(signInErrorText(said, textKey(locale)));
    setWait(signInWaitSeconds(said));
    setPassword('');
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {error && (
        <Notice tone="danger" live>
          {error}
        </Notice>
      )}
      <TextField
        label={t('name')}
        name="name"
        value={name}
        onChange={setName}
        isReadOnly={fixedName !== undefined}
        autoComplete="username"
        autoFocus={fixedName === undefined}
      />
      <TextField
        label={t('password')}
        name="password"
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        autoFocus={fixedName !== undefined}
      />
      <Button type="submit" variant="primary" isPending={isPending} isDisabled={wait > 0}>
        {wait > 0 ? t('wait', { seconds: wait }) : isPending ? t('submitting') : t('submit')}
      </Button>
    </form>
  );
}

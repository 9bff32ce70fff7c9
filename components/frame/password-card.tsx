'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { ChangePasswordForm } from './change-password-form';

interface Props {
  /** Somebody else set the password: nothing else can be done before it is changed. */
  isObliged: boolean;
  next: string;
}

export function PasswordCard({ isObliged, next }: Props) {
  const t = useTranslations();
  return (
    <div className="rounded-lg border border-line bg-surface p-6">
      <h1 className="mb-4 font-semibold text-lg">{t('signIn.changeTitle')}</h1>
      {isObliged && (
        <div className="mb-4">
          <Notice tone="info">{t('signIn.mustChange')}</Notice>
        </div>
      )}
      <ChangePasswordForm onChanged={() => window.location.assign(next)} />
      {!isObliged && (
        <p className="mt-4 text-sm">
          <TextLink href={next}>{t('common.cancel')}</TextLink>
        </p>
      )}
    </div>
  );
}

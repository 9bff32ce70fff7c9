'use client';

import { Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import { useText } from '@/components/ui/use-text';
import type { Import } from '@/lib/contracts/imports';
import { UndoNumbersList } from './undo-numbers';
import { useUndo, useUndoNumbers } from './use-undo';

/** Takes an import back, after it has said what that comes to and was told the number. */
export function UndoImport({ of: found }: { of: Import }) {
  const t = useTranslations('imports.undo');
  const text = useText();
  const errorText = useErrorText();
  const [isAsking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const trial = useUndo(found.id);
  const undo = useUndo(found.id);
  const { numbers, error } = useUndoNumbers(isAsking ? (trial.data?.job ?? null) : null);
  const failure = undo.error ?? trial.error;
  const asked = numbers && String(numbers.events > 0 ? numbers.events : numbers.members);
  const isMeant = asked !== null && (asked === '0' || typed.replace(/[\s,，]/g, '') === asked);

  function ask() {
    setTyped('');
    undo.reset();
    trial.mutate(true);
    setAsking(true);
  }

  return (
    <>
      <Button variant="quiet" icon={Undo2} onPress={ask}>
        {t('verb')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('title', { name: found.name })}
        verb={t('verb')}
        isDisabled={!isMeant}
        isPending={undo.isPending}
        onConfirm={() => undo.mutate(false, { onSuccess: () => setAsking(false) })}
      >
        <div className="flex flex-col gap-3">
          {failure !== null && (
            <Notice tone="danger" live>
              {errorText(failure)}
            </Notice>
          )}
          {error && <Notice tone="danger">{text(error)}</Notice>}
          {numbers === null && failure === null && error === null && (
            <>
              <p role="status">{t('counting')}</p>
              <Skeleton className="h-24" />
            </>
          )}
          {numbers && (
            <>
              <UndoNumbersList numbers={numbers} />
              <p className="text-ink-soft text-sm">{t('after')}</p>
              {asked !== '0' && (
                <TextField
                  label={t(numbers.events > 0 ? 'typeEvents' : 'typeMembers', { n: asked ?? '' })}
                  value={typed}
                  onChange={setTyped}
                  className="w-60"
                />
              )}
            </>
          )}
        </div>
      </ConfirmDialog>
    </>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '@/components/data-client/form-dialog';
import { NumberField } from '@/components/ui/number-field';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { useBooking } from './use-member-points';

interface Props {
  id: string;
  act: 'redeem' | 'adjust';
  balance: number;
  onClose: () => void;
}

/** Takes points that a member uses, or sets their points right by hand. */
export function BookingDialog({ id, act, balance, onClose }: Props) {
  const t = useTranslations('points.member');
  // One key as long as the dialog is open: what is sent twice is booked once.
  const [key] = useState(newBookingKey);
  const [points, setPoints] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);
  const booking = useBooking(id, act);
  const isAdjusting = act === 'adjust';
  const isPointsWrong =
    points === null || !Number.isInteger(points) || (isAdjusting ? points === 0 : points < 1);
  const isNoteWrong = isAdjusting && note.trim() === '';
  return (
    <FormDialog
      title={t(isAdjusting ? 'adjustTitle' : 'redeemTitle', { member: id })}
      verb={t(act)}
      size="s"
      onClose={onClose}
      isPending={booking.isPending}
      error={booking.error}
      onSubmit={() => {
        setChecked(true);
        if (points === null || isPointsWrong || isNoteWrong) return;
        booking.mutate(
          { key, points, note: note.trim() },
          {
            onSuccess: () => {
              toast({ tone: 'ok', text: isAdjusting ? t('adjusted') : t('redeemed', { points }) });
              onClose();
            },
          },
        );
      }}
    >
      <p className="text-ink-soft">{t(isAdjusting ? 'adjustHelp' : 'redeemHelp', { points: balance })}</p>
      <NumberField
        label={t('points')}
        step={1}
        {...(isAdjusting ? {} : { minValue: 1 })}
        value={points}
        onChange={setPoints}
        error={isChecked && isPointsWrong && t(isAdjusting ? 'changeMissing' : 'pointsMissing')}
        autoFocus
      />
      <TextField
        label={t('note')}
        help={t(isAdjusting ? 'adjustNoteHelp' : 'noteHelp')}
        value={note}
        onChange={setNote}
        maxLength={200}
        error={isChecked && isNoteWrong && t('noteMissing')}
      />
    </FormDialog>
  );
}

/** By `getRandomValues`, which plain http has too. */
function newBookingKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

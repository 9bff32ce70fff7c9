'use client';

import { useTranslations } from 'next-intl';
import type { UndoNumbers } from '@/lib/contracts/import-undo';

/** What taking an import back comes to, in sentences; what is none is left out. */
export function UndoNumbersList({ numbers }: { numbers: UndoNumbers }) {
  const t = useTranslations('imports.undo');
  const goes = (['events', 'eventsRestored', 'members', 'values', 'identities'] as const).filter(
    (key) => numbers[key] > 0,
  );
  const stays = (['eventsKept', 'membersKept', 'valuesKept'] as const).filter((key) => numbers[key] > 0);
  const hangs = (['points', 'grouped', 'listed', 'exports'] as const).filter((key) => numbers[key] > 0);
  const list = (keys: readonly (keyof UndoNumbers)[]) => (
    <ul className="mt-1 list-disc pl-5">
      {keys.map((key) => (
        <li key={key}>{t(`numbers.${key}`, { count: numbers[key] })}</li>
      ))}
    </ul>
  );
  return (
    <div className="flex flex-col gap-3">
      {goes.length === 0 ? <p>{t('nothing')}</p> : list(goes)}
      {stays.length > 0 && (
        <div>
          <p className="font-medium">{t('stays')}</p>
          {list(stays)}
        </div>
      )}
      {hangs.length > 0 && (
        <div>
          <p className="font-medium">{t('hangs')}</p>
          {list(hangs)}
        </div>
      )}
    </div>
  );
}

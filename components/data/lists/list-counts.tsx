'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { NumberLink } from '@/components/ui/number-link';
import { StatRow } from '@/components/ui/stat-row';
import { useFormat } from '@/components/ui/use-format';
import type { List } from '@/lib/contracts/lists';
import { useIdTypeName } from './use-id-type-name';

/** What came of the ids of a list: matched and unmatched add up to the distinct ids. */
export function ListCounts({ of: list }: { of: List }) {
  const t = useTranslations('lists.counts');
  const format = useFormat();
  const typeName = useIdTypeName();
  const { uploaded, matched, invalid, repeated, members } = list;
  const unmatched = uploaded - matched;
  return (
    <>
      {uploaded === 0 && <Notice tone="warn">{t('noIds')}</Notice>}
      {uploaded > 0 && matched === 0 && (
        <Notice tone="warn">{t('noneMatched', { type: typeName(list.identityType) })}</Notice>
      )}
      <StatRow
        stats={[
          { id: 'uploaded', label: t('uploaded'), value: format.number(uploaded), detail: t('uploadedHelp') },
          {
            id: 'matched',
            label: t('matched'),
            value: format.number(matched),
            detail: format.share(matched, uploaded),
          },
          {
            id: 'unmatched',
            label: t('unmatched'),
            value: format.number(unmatched),
            detail:
              invalid > 0
                ? `${format.share(unmatched, uploaded)} · ${t('invalid', { count: format.number(invalid) })}`
                : format.share(unmatched, uploaded),
          },
          { id: 'repeated', label: t('repeated'), value: format.number(repeated), detail: t('repeatedHelp') },
          {
            id: 'members',
            label: t('members'),
            value: (
              <NumberLink
                label={t('members')}
                value={members}
                href={members > 0 ? `/members?list=${encodeURIComponent(list.id)}` : undefined}
              />
            ),
            detail: members < matched ? t('membersHelp') : t('membersAt'),
          },
        ]}
      />
    </>
  );
}

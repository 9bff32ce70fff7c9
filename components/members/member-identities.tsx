'use client';

import type { UseMutationResult } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useIdentityName } from '@/components/data/use-catalogue';
import { Button } from '@/components/ui/button';
import { DefinitionList } from '@/components/ui/definition-list';
import { Panel } from '@/components/ui/page';
import { Tooltip } from '@/components/ui/tooltip';
import { useText } from '@/components/ui/use-text';
import type { MemberDetail, RevealAnswer } from '@/lib/contracts/members';
import { roleFor, roleText } from '@/lib/contracts/people';

interface Props {
  member: MemberDetail;
  reveal: Pick<UseMutationResult<RevealAnswer, Error, void>, 'data' | 'isPending' | 'mutate'>;
}

/** The identities, masked until somebody who may asks to see them. */
export function MemberIdentities({ member, reveal }: Props) {
  const t = useTranslations('members.detail');
  const name = useIdentityName();
  const text = useText();
  const isMasked =
    !reveal.data &&
    (member.identities.some(({ masked }) => masked) || member.attributes.some(({ masked }) => masked));
  const shown = reveal.data?.identities ?? member.identities;
  return (
    <Panel
      title={t('identities')}
      actions={
        isMasked &&
        (member.mayReveal ? (
          <Tooltip text={t('revealHint')}>
            <Button size="s" icon={Eye} isPending={reveal.isPending} onPress={() => reveal.mutate()}>
              {t('reveal')}
            </Button>
          </Tooltip>
        ) : (
          <span className="text-ink-faint text-sm">
            {t('maskedFor', { role: text(roleText[roleFor.seePersonal]) })}
          </span>
        ))
      }
    >
      <DefinitionList
        items={shown.map(({ type, value }) => ({ key: `${type} ${value}`, term: name(type), value }))}
        empty={t('noIdentities')}
      />
    </Panel>
  );
}

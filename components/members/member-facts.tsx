'use client';

import { useTranslations } from 'next-intl';
import { DefinitionList } from '@/components/ui/definition-list';
import { Panel } from '@/components/ui/page';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { MemberDetail, RevealAnswer } from '@/lib/contracts/members';
import { MemberValueText } from './member-value';

interface Props {
  member: MemberDetail;
  /** The personal values, once they were asked for. */
  revealed: RevealAnswer | undefined;
}

/** What is known of a member: attributes, metrics, what they agreed to. */
export function MemberFacts({ member, revealed }: Props) {
  const t = useTranslations('members.detail');
  const text = useText();
  const format = useFormat();
  const consents = Object.entries(member.consent);
  return (
    <>
      <Panel title={t('attributes')}>
        <DefinitionList
          empty={t('noAttributes')}
          items={member.attributes.map((attribute) => ({
            key: attribute.path,
            term: text(attribute.label),
            value: attribute.option ? (
              text(attribute.option)
            ) : (
              <MemberValueText value={revealed?.values[attribute.path] ?? attribute.value} kind={attribute} />
            ),
          }))}
        />
      </Panel>
      <Panel title={t('metrics')}>
        <DefinitionList
          empty={t('noMetrics')}
          items={member.metrics.map((metric) => ({
            key: metric.path,
            term: text(metric.label),
            value: metric.asOf ? (
              <span title={t('asOf', { at: format.instant(metric.asOf) })}>
                <MemberValueText value={metric.value} kind={metric} />
              </span>
            ) : (
              <MemberValueText value={metric.value} kind={metric} />
            ),
          }))}
        />
      </Panel>
      <Panel title={t('consent')}>
        <DefinitionList
          empty={t('noConsent')}
          items={consents.map(([channel, purposes]) => ({
            key: channel,
            term: channel,
            value: purposes.join(', '),
          }))}
        />
      </Panel>
    </>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useCatalogue } from '@/components/data/use-catalogue';
import { DefinitionList } from '@/components/ui/definition-list';
import { Panel } from '@/components/ui/page';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { MemberDetail, RevealAnswer } from '@/lib/contracts/members';
import { useConsentText } from './consent-text';
import { MemberValueText } from './member-value';

interface AttributesProps {
  member: MemberDetail;
  /** The personal values, once they were asked for. */
  revealed: RevealAnswer | undefined;
}

export function MemberAttributes({ member, revealed }: AttributesProps) {
  const t = useTranslations('members.detail');
  const text = useText();
  const { data: catalogue } = useCatalogue();
  return (
    <Panel title={t('attributes')}>
      <DefinitionList
        empty={t('noAttributes')}
        items={member.attributes.map(({ path, label, type, unit, value, option, masked }) => {
          const shown = revealed?.values[path];
          const options = catalogue?.fields.find((field) => field.path === path)?.options;
          // What is masked is a text, whatever the field is.
          const kind =
            masked && shown === undefined ? { type: 'text' as const, unit: null } : { type, unit, options };
          const written = shown ?? value;
          return {
            key: path,
            term: text(label),
            value: option && !masked ? text(option) : <MemberValueText value={written} kind={kind} />,
          };
        })}
      />
    </Panel>
  );
}

export function MemberMetrics({ member }: { member: MemberDetail }) {
  const t = useTranslations('members.detail');
  const text = useText();
  const format = useFormat();
  return (
    <Panel title={t('metrics')}>
      <DefinitionList
        empty={t('noMetrics')}
        items={member.metrics.map((metric) => ({
          key: metric.path,
          term: text(metric.label),
          value: (
            <span title={metric.asOf ? t('asOf', { at: format.instant(metric.asOf) }) : undefined}>
              <MemberValueText value={metric.value} kind={metric} />
            </span>
          ),
        }))}
      />
    </Panel>
  );
}

export function MemberConsent({ member }: { member: MemberDetail }) {
  const t = useTranslations('members.detail');
  const consent = useConsentText();
  return (
    <Panel title={t('consent')}>
      <DefinitionList
        empty={t('noConsent')}
        items={Object.entries(member.consent).map(([channel, purposes]) => ({
          key: channel,
          term: consent.channel(channel),
          value: purposes.map(consent.purpose).join(', '),
        }))}
      />
    </Panel>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { type ColumnSpec, DataTable } from '@/components/ui/data-table';
import { Switch } from '@/components/ui/switch';
import { TextLink } from '@/components/ui/text-link';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import { can } from '@/lib/contracts/people';
import type { PointRuleDto } from '@/lib/contracts/points';
import { useRuleText } from './rule-text';
import { useSwitchRule } from './use-points';

/** The rules with how many points each gave, and to how many members. */
export function RuleTable({ rules, empty }: { rules: readonly PointRuleDto[]; empty: ReactNode }) {
  const t = useTranslations('points.rules');
  const columns = useRuleColumns();
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={rules}
      rowId={({ id }) => id}
      footer={rules.length === 0 && empty}
    />
  );
}

function useRuleColumns(): ColumnSpec<PointRuleDto>[] {
  const t = useTranslations('points.rules');
  const text = useText();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('name'),
        sort: ({ label }) => text(label),
        cell: (rule) => (
          <span className="flex flex-col">
            <TextLink href={`/data/points/rules/${rule.id}`} className="self-start">
              {text(rule.label)}
            </TextLink>
            {rule.problem && <span className="text-danger-ink text-sm">{text(rule.problem)}</span>}
          </span>
        ),
      },
      { id: 'what', title: t('what'), wideOnly: true, cell: (rule) => <What rule={rule} /> },
      {
        id: 'given',
        title: t('given'),
        align: 'end',
        sort: ({ given }) => given?.points ?? null,
        cell: ({ given }) => (given ? format.number(given.points) : '–'),
      },
      {
        id: 'members',
        title: t('members'),
        align: 'end',
        wideOnly: true,
        sort: ({ given }) => given?.members ?? null,
        cell: ({ given }) => (given ? format.number(given.members) : '–'),
      },
      { id: 'state', title: t('state'), cell: (rule) => <RuleSwitch rule={rule} /> },
    ],
    [t, text, format],
  );
}

function What({ rule }: { rule: PointRuleDto }) {
  const { what, besides } = useRuleText()(rule);
  return (
    <span className="flex flex-col">
      <span>{what}</span>
      <span className="text-ink-faint text-sm">{besides.join(' · ')}</span>
    </span>
  );
}

/** Whether a rule gives points; who may, pauses it here. */
export function RuleSwitch({ rule }: { rule: PointRuleDto }) {
  const t = useTranslations('points.rules');
  const text = useText();
  const { me } = useWorkspace();
  const change = useSwitchRule(rule.id);
  const name = text(rule.label);
  const state = t(rule.active ? 'active' : 'paused');
  if (!can(me.role, 'edit')) {
    if (rule.problem) return <Badge tone="danger">{t('broken')}</Badge>;
    return <Badge tone={rule.active ? 'ok' : 'neutral'}>{state}</Badge>;
  }
  return (
    <Switch
      aria-label={t('switch', { name })}
      isSelected={change.isPending ? change.variables : rule.active}
      isDisabled={change.isPending}
      onChange={(active) =>
        change.mutate(active, {
          onSuccess: () => toast({ tone: 'ok', text: t(active ? 'resumedToast' : 'pausedToast', { name }) }),
        })
      }
    >
      <span className="text-sm max-sm:sr-only">{state}</span>
    </Switch>
  );
}

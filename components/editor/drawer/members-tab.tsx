'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { api } from '@/components/data-client/api';
import { QueryError } from '@/components/data-client/query-error';
import { MemberValueText, type ValueKind } from '@/components/members/member-value';
import { type ColumnSpec, DataTable } from '@/components/ui/data-table';
import { TableSkeleton } from '@/components/ui/skeleton';
import { useDebounced } from '@/components/ui/use-debounced';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { portMembersAnswerSchema } from '@/lib/contracts/counts';
import type { MemberRow } from '@/lib/contracts/members';
import { lookUp, type PortKey } from '@/rules-engine/index';
import { useRule } from '../rule/rule-context';
import { useEditor, useView } from '../state/editor-context';
import { explain } from '../state/view';
import { usePortName } from './port-name';
import { readFields } from './read-fields';

/** A field that the catalogue lost meanwhile: its values are shown as they are. */
const unknownKind: ValueKind = { type: 'text', unit: null };

/** The members behind the number that was pressed. */
export function MembersTab() {
  const t = useTranslations('editor.members');
  const port = useView((view) => view.port);
  return port === null ? <p className="p-3 text-ink-soft">{t('choose')}</p> : <PortMembers port={port} />;
}

function PortMembers({ port }: { port: PortKey }) {
  const t = useTranslations('editor.members');
  const text = useText();
  const format = useFormat();
  const portName = usePortName();
  const { definition, catalogue, view } = useEditor();
  const rule = useRule();
  const asked = useDebounced(rule, 250);
  const asOf = useView((state) => state.asOf);
  const columns = useMemo(() => readFields(asked.compiled), [asked.compiled]);
  const query = useInfiniteQuery({
    queryKey: ['port-members', definition.id, port, asOf, asked.key],
    queryFn: ({ signal, pageParam }) =>
      api(portMembersAnswerSchema, '/api/counts/members', {
        method: 'POST',
        body: {
          graph: asked.graph,
          asOf: asOf ?? undefined,
          definition: definition.id,
          port,
          columns,
          after: pageParam,
          limit: 100,
        },
        signal,
      }),
    initialPageParam: -1,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchOnWindowFocus: false,
  });
  const specs = useMemo<ColumnSpec<MemberRow>[]>(
    () => [
      {
        id: 'id',
        title: t('member'),
        cell: ({ id }) => (
          <Button
            onPress={() => explain(view, id)}
            aria-label={t('why', { member: id })}
            className="min-h-6 rounded-sm text-accent-ink underline-offset-2 data-hovered:underline"
          >
            {id}
          </Button>
        ),
      },
      {
        id: 'identities',
        title: t('identities'),
        wideOnly: true,
        cell: ({ identities }) => identities.map(({ value }) => value).join(' · ') || '–',
      },
      ...columns.map((path): ColumnSpec<MemberRow> => {
        const field = lookUp(catalogue.fields, path);
        return {
          id: path,
          title: field ? text(field.label) : path,
          align: field?.type === 'number' || field?.type === 'money' ? 'end' : 'start',
          cell: ({ values }) => <MemberValueText value={values[path]} kind={field ?? unknownKind} />,
        };
      }),
      { id: 'tags', title: t('tags'), wideOnly: true, cell: ({ tags }) => tags.join(' · ') || '–' },
    ],
    [columns, catalogue.fields, t, text, view],
  );
  const name = portName(port);
  if (query.isPending) return <TableSkeleton rows={5} />;
  if (query.isError) return <QueryError error={query.error} onRetry={() => query.refetch()} />;
  const [first] = query.data.pages;
  const rows = query.data.pages.flatMap(({ members }) => members);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2 p-2">
      <p className="px-1">
        {t('of', { port: name, count: format.number(first?.total ?? 0) })}{' '}
        <span className="text-ink-faint">{first && t('asOf', { at: format.instant(first.asOf) })}</span>
      </p>
      {rows.length === 0 ? (
        <p className="px-1 text-ink-soft">{t('none')}</p>
      ) : (
        <DataTable
          label={name}
          columns={specs}
          rows={rows}
          rowId={({ id }) => id}
          isStale={asked.key !== rule.key}
          virtual={{
            total: first?.total ?? rows.length,
            onEnd: () => query.hasNextPage && !query.isFetchingNextPage && query.fetchNextPage(),
          }}
        />
      )}
    </div>
  );
}

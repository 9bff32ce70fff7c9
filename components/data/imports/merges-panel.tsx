'use client';

import { Download, Merge } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { LinkButton } from '@/components/ui/button';
import { LoadMore } from '@/components/ui/load-more';
import { Panel } from '@/components/ui/page';
import { TableSkeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { ImportMerge } from '@/lib/contracts/import-merges';
import type { Import } from '@/lib/contracts/imports';
import { can, roleFor, roleText } from '@/lib/contracts/people';
import { useMerges } from './use-merges';

/** Identities that join a member who has another of their type: several customers who become one. */
export function MergesPanel({ of: { id, merged, dryRun } }: { of: Import }) {
  const t = useTranslations('imports.merges');
  const text = useText();
  const { me } = useWorkspace();
  const mayRead = can(me.role, 'import');
  return (
    <Panel
      title={
        <span className="flex items-center gap-1.5">
          <Merge size={16} aria-hidden className="text-warn-ink" />
          {t(dryRun ? 'wouldTitle' : 'title', { count: merged })}
        </span>
      }
      actions={
        mayRead && (
          <LinkButton size="s" icon={Download} href={`/api/imports/${id}/merges.csv`} download>
            {t('download')}
          </LinkButton>
        )
      }
      flush
    >
      <p className="border-line border-b px-4 py-2 text-ink-soft text-sm">{t('about')}</p>
      {mayRead ? (
        <MergesTable id={id} />
      ) : (
        <p className="p-4 text-ink-faint">{t('hidden', { role: text(roleText[roleFor.import]) })}</p>
      )}
    </Panel>
  );
}

function MergesTable({ id }: { id: string }) {
  const query = useMerges(id);
  return (
    <Loaded query={query} skeleton={<TableSkeleton rows={3} />}>
      {({ pages }) => {
        const merges = pages.flatMap((page) => page.merges);
        return (
          <>
            <Rows merges={merges} />
            <LoadMore
              hasMore={query.hasNextPage}
              isLoading={query.isFetchingNextPage}
              onLoadMore={() => query.fetchNextPage()}
              shown={merges.length}
              total={pages[0]?.total}
            />
          </>
        );
      }}
    </Loaded>
  );
}

function Rows({ merges }: { merges: readonly ImportMerge[] }) {
  const t = useTranslations('imports.merges');
  const o = useTranslations('imports.outcome');
  const heads = [o('line'), t('added'), t('shared'), t('others'), t('member')];
  const shown = ({ type, value }: ImportMerge['added']) => `${type}: ${value}`;
  return (
    <div className="overflow-x-auto">
      <table aria-label={t('table')} className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-line border-b text-left text-ink-faint">
            {heads.map((head) => (
              <th key={head} scope="col" className="px-3 py-1.5 font-medium whitespace-nowrap">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {merges.map(({ line, member, added, shared, others }) => (
            <tr key={`${line} ${shown(added)}`}>
              <td className="tabular px-3 py-1.5 align-top text-ink-faint">{line}</td>
              <td className="px-3 py-1.5 align-top font-mono">{shown(added)}</td>
              <td className="px-3 py-1.5 align-top font-mono">{shown(shared)}</td>
              <td className="px-3 py-1.5 align-top font-mono">{others.map(shown).join('  ')}</td>
              <td className="px-3 py-1.5 align-top">
                {member === null ? (
                  t('newMember')
                ) : (
                  <TextLink href={`/members/${encodeURIComponent(member)}`}>{member}</TextLink>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

'use client';

import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { matches } from '@/components/ui/matches';
import { Page, Panel } from '@/components/ui/page';
import { SearchField } from '@/components/ui/search-field';
import { TextLink } from '@/components/ui/text-link';
import { useText } from '@/components/ui/use-text';
import { useUrlParams } from '@/components/ui/use-url-params';
import type { LocalText } from '@/lib/contracts/local-text';
import { MethodBadge } from './method-badge';

/** An operation in the list. */
export interface ListedOperation {
  id: string;
  method: string;
  path: string;
  is: LocalText;
  access: LocalText;
}

export interface ListedArea {
  id: string;
  label: LocalText;
  operations: readonly ListedOperation[];
}

/** Everything that programs can ask, to be searched. */
export function ApiIndex({ areas }: { areas: readonly ListedArea[] }) {
  const t = useTranslations('help.api');
  const c = useTranslations('common');
  const text = useText();
  const [params, setParams] = useUrlParams();
  const search = params.get('search') ?? '';
  const found = areas
    .map((area) => ({ ...area, operations: area.operations.filter((one) => isFound(area, one, search)) }))
    .filter(({ operations }) => operations.length > 0);
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      actions={
        // A plain link: the document is no page of the product.
        <a
          href="/api/openapi.json"
          className="rounded-sm text-accent-ink underline-offset-2 hover:underline"
          target="_blank"
          rel="noreferrer"
        >
          {t('document')}
        </a>
      }
    >
      <div className="flex max-w-prose flex-col gap-2">
        <p>
          {t.rich('keys', {
            link: (link) => (
              <TextLink href="/settings/api-keys" className="underline">
                {link}
              </TextLink>
            ),
          })}
        </p>
        <p className="text-ink-soft">{t('refusals')}</p>
      </div>
      <SearchField
        aria-label={t('search')}
        placeholder={t('searchHint')}
        className="w-full max-w-md"
        value={search}
        onChange={(value) => setParams({ search: value })}
      />
      {found.length === 0 && (
        <EmptyState
          icon={SearchX}
          title={t('noMatches')}
          action={<Button onPress={() => setParams({ search: null })}>{c('clear')}</Button>}
        />
      )}
      {found.map(({ id, label, operations }) => (
        <Panel key={id} title={text(label)} flush>
          <ul className="divide-y divide-line">
            {operations.map((one) => (
              <Listed key={one.id} {...one} />
            ))}
          </ul>
        </Panel>
      ))}
    </Page>
  );
}

function Listed({ id, method, path, is, access }: ListedOperation) {
  const text = useText();
  return (
    <li className="flex flex-col gap-1 px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <MethodBadge method={method} />
        <TextLink href={`/help/api/${id}`} className="min-w-0 break-all py-0.5 font-mono">
          {path}
        </TextLink>
      </div>
      <p>{text(is)}</p>
      <p className="text-ink-faint text-sm">{text(access)}</p>
    </li>
  );
}

/** By words of either language, address or method, whatever the page's language. */
function isFound(area: ListedArea, { id, method, path, is }: ListedOperation, search: string): boolean {
  const words = [area.label.zh, area.label.en, is.zh, is.en, id, method];
  return matches({ text: path, search: words.join(' ') }, search.trim());
}

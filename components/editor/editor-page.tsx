'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { QueryError } from '@/components/data-client/query-error';
import { definitionKey, definitionsKey, useDefinition } from '@/components/definitions/use-definitions';
import { Crumb } from '@/components/frame/crumb';
import { useRulesCatalogue } from '@/components/members/use-rules-catalogue';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { Definition } from '@/lib/contracts/definitions';
import { can } from '@/lib/contracts/people';
import { Editor } from './editor';
import { openSession, type Session } from './state/open-session';
import { createView } from './state/view';
import { readView } from './state/view-url';

/** Reads a definition and what rules can refer to, and opens it. */
export function EditorPage({ id }: { id: string }) {
  const text = useText();
  const definition = useDefinition(id);
  const catalogue = useRulesCatalogue();
  const failed = [definition, catalogue].find(({ data, error }) => data === undefined && error !== null);
  if (failed) return <QueryError error={failed.error} onRetry={() => failed.refetch()} />;
  if (!definition.data || !catalogue.data) return <EditorSkeleton />;
  return (
    <>
      <Crumb name={text(definition.data.label)} />
      <OpenEditor key={definition.data.id} definition={definition.data} catalogue={catalogue.data} />
    </>
  );
}

interface OpenProps {
  definition: Definition;
  catalogue: NonNullable<ReturnType<typeof useRulesCatalogue>['data']>;
}

function OpenEditor({ definition, catalogue }: OpenProps) {
  const { me } = useWorkspace();
  const session = useSession(definition);
  // Of the page that is being opened: while it is drawn for the first time, the address bar may still have the one before.
  const params = useSearchParams();
  const [view] = useState(() => createView(readView(params.toString()), definition.asOf));
  useEffect(() => session?.draft.receive(definition), [session, definition]);
  if (!session) return <EditorSkeleton />;
  const isEditable = can(me.role, 'edit') && definition.archivedAt === null;
  return <Editor value={{ definition, draft: session.draft, view, catalogue, isEditable }} />;
}

/** The tab's session of a definition; null while what was left in the browser is looked for. */
function useSession(definition: Definition): Session | null {
  const t = useTranslations('editor.save');
  const format = useFormat();
  const client = useQueryClient();
  const [session, setSession] = useState<Session | null>(null);
  const [first] = useState(definition);
  const tellRecovered = useEffectEvent((at: number) =>
    toast({ tone: 'ok', text: t('recovered', { at: format.instant(at) }) }),
  );
  useEffect(() => {
    const key = definitionKey(first.id);
    const opened = openSession(first, {
      onSaved: (saved, graph) => {
        client.setQueryData<Definition>(key, (known) => known && { ...known, ...saved, graph });
        void client.invalidateQueries({ queryKey: definitionsKey, refetchType: 'none' });
      },
      onSavedElsewhere: () => void client.invalidateQueries({ queryKey: key }),
    });
    opened.ready.then((ready) => {
      setSession(ready);
      if (ready && ready.recoveredAt !== null) tellRecovered(ready.recoveredAt);
    });
    return () => {
      setSession(null);
      opened.close();
    };
  }, [first, client]);
  return session;
}

/** The shape of the editor. */
function EditorSkeleton() {
  const c = useTranslations('common');
  return (
    <div role="status" aria-label={c('loading')} className="flex min-h-0 flex-1 flex-col gap-3 p-3">
      <Skeleton className="h-8 w-72" />
      <Skeleton className="h-10 w-full" />
      <div className="flex min-h-0 flex-1 gap-3">
        <Skeleton className="hidden h-full w-48 md:block" />
        <Skeleton className="h-full flex-1" />
        <Skeleton className="hidden h-full w-80 md:block" />
      </div>
    </div>
  );
}

'use client';

import { RotateCcw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { useErrorText } from '@/components/data-client/use-error-text';
import { DifferenceList } from '@/components/editor/difference/difference-list';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/page';
import { Sentence } from '@/components/ui/sentence';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { Definition, Version } from '@/lib/contracts/definitions';
import { can } from '@/lib/contracts/people';
import { definitionPath } from '../kind-place';
import { useRestoreVersion, useVersion } from './use-versions';

interface Props {
  definition: Definition;
  version: Version;
  /** The version before this one; null for the first. */
  before: Version | null;
}

/** One version: its sentence, what it changed, its rule, and making it the draft again. */
export function VersionDetailPanel({ definition, version, before }: Props) {
  const t = useTranslations('definitions.history');
  const { me } = useWorkspace();
  const [isAsked, setAsked] = useState(false);
  const detail = useVersion(definition.id, version.version);
  const previous = useVersion(definition.id, before?.version ?? null);
  const mayEdit = can(me.role, 'edit') && definition.archivedAt === null;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-4">
      <Panel
        title={`v${version.version}`}
        actions={
          mayEdit && (
            <Button icon={RotateCcw} onPress={() => setAsked(true)}>
              {t('restore')}
            </Button>
          )
        }
      >
        <Sentence of={version.sentence} />
      </Panel>
      {before && (
        <Panel title={t('changes', { version: before.version })}>
          <Loaded query={previous} skeleton={<Skeleton className="h-16 w-full" />}>
            {(old) => (
              <Loaded query={detail} skeleton={<Skeleton className="h-16 w-full" />}>
                {(now) => <DifferenceList before={old.graph} after={now.graph} />}
              </Loaded>
            )}
          </Loaded>
        </Panel>
      )}
      <Loaded query={detail} skeleton={<Skeleton className="h-24 w-full" />}>
        {({ jsonLogic }) => <Artefact jsonLogic={jsonLogic} />}
      </Loaded>
      {isAsked && (
        <RestoreDialog definition={definition} version={version.version} onClose={() => setAsked(false)} />
      )}
    </div>
  );
}

/** The published rule as JSON Logic: what other programs run. */
function Artefact({ jsonLogic }: { jsonLogic: unknown }) {
  const t = useTranslations('definitions.history');
  const text = JSON.stringify(jsonLogic, null, 2);
  return (
    <details className="rounded-lg border border-line bg-surface">
      <summary className="min-h-9 px-4 py-2 font-semibold">JSON Logic</summary>
      <div className="flex flex-col gap-2 px-4 pb-4">
        <p className="text-ink-soft">{t('artefact')}</p>
        <CopyButton text={text} size="m" />
        <pre className="max-h-96 overflow-auto rounded-md bg-sunken p-2 font-mono text-xs">{text}</pre>
      </div>
    </details>
  );
}

function RestoreDialog({
  definition,
  version,
  onClose,
}: {
  definition: Definition;
  version: number;
  onClose: () => void;
}) {
  const t = useTranslations('definitions.history');
  const errorText = useErrorText();
  const router = useRouter();
  const restore = useRestoreVersion(definition.id);
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      variant="primary"
      title={t('restoreTitle', { version })}
      verb={t('restore')}
      isPending={restore.isPending}
      onConfirm={() =>
        restore.mutate(
          { version, revision: definition.revision },
          {
            onSuccess: () => {
              toast({ tone: 'ok', text: t('restored', { version }) });
              router.push(definitionPath(definition.kind, definition.id));
            },
          },
        )
      }
    >
      <p>{t('restoreText')}</p>
      {restore.error && (
        <div className="mt-3">
          <Notice tone="danger" live>
            {errorText(restore.error)}
          </Notice>
        </div>
      )}
    </ConfirmDialog>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { useText } from '@/components/ui/use-text';
import type { Definition, Published, PublishPreview } from '@/lib/contracts/definitions';
import { FindingList } from '../findings/finding-list';
import { PublishChanges } from './publish-changes';
import { usePublish, usePublishPreview } from './use-publish';

interface Props {
  definition: Definition;
  /** The revision that is published: what was previewed is what is published, or nothing is. */
  revision: number;
  asOf: string | null;
  onClose: () => void;
  onPublished: (published: Published) => void;
  /** To a field that has a problem. */
  onProblem: (node: string, param: string | null) => void;
}

/** Shows what publishing changes, and publishes. */
export function PublishDialog({ definition, revision, asOf, onClose, onPublished, onProblem }: Props) {
  const t = useTranslations('definitions.publish');
  const c = useTranslations('common');
  const text = useText();
  const errorText = useErrorText();
  const preview = usePublishPreview(definition.id, revision, asOf);
  const publish = usePublish(definition.id);
  const [note, setNote] = useState('');
  const [run, setRun] = useState(true);
  const isReady = preview.data?.executable === true;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="l"
      title={t('title', { name: text(definition.label), version: (definition.publishedVersion ?? 0) + 1 })}
      footer={
        <>
          <Button onPress={onClose}>{c('cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!isReady}
            isPending={publish.isPending}
            onPress={() =>
              publish.mutate(
                { revision, note, run, asOf: asOf ?? undefined },
                {
                  onSuccess: (published) => {
                    toast({ tone: 'ok', text: t('done', { version: published.version.version }) });
                    onPublished(published);
                  },
                },
              )
            }
          >
            {t('verb')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Loaded query={preview} skeleton={<PreviewSkeleton />}>
          {(data) => (
            <>
              <Diagnostics preview={data} onProblem={onProblem} />
              <Findings preview={data} onProblem={onProblem} />
              {data.executable && (
                <PublishChanges definition={definition} preview={data} revision={revision} asOf={asOf} />
              )}
            </>
          )}
        </Loaded>
        {isReady && (
          <>
            <TextField
              label={t('note')}
              help={t('noteHelp')}
              value={note}
              onChange={setNote}
              rows={2}
              maxLength={500}
            />
            <Checkbox isSelected={run} onChange={setRun} help={t('runHelp')}>
              {t('run')}
            </Checkbox>
          </>
        )}
        {publish.error && (
          <Notice tone="danger" live>
            {errorText(publish.error)}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

/** What the rule proves and the members show: it can be published all the same. */
function Findings({
  preview: { findings },
  onProblem,
}: {
  preview: PublishPreview;
  onProblem: Props['onProblem'];
}) {
  const t = useTranslations('definitions.publish');
  if (findings.length === 0) return null;
  return (
    <section aria-label={t('findings')}>
      <h3 className="mb-1 font-medium">{t('findings')}</h3>
      <div className="rounded-md border border-line">
        <FindingList findings={findings} onNode={(node) => onProblem(node, null)} />
      </div>
    </section>
  );
}

function PreviewSkeleton() {
  const t = useTranslations('definitions.publish');
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-soft">{t('counting')}</p>
      <Skeleton className="h-16 w-full" />
      <Skeleton className="h-32 w-full" />
    </div>
  );
}

/** What has to be mended before publishing, and what to know. */
function Diagnostics({
  preview: { executable, diagnostics },
  onProblem,
}: {
  preview: PublishPreview;
  onProblem: Props['onProblem'];
}) {
  const t = useTranslations('definitions.publish');
  const text = useText();
  if (diagnostics.length === 0) return null;
  return (
    <Notice tone={executable ? 'warn' : 'danger'}>
      <p className="font-medium">{t(executable ? 'warnings' : 'errors')}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {diagnostics.map(({ node, param, code, message }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems can be alike in everything
          <li key={`${node} ${param} ${code} ${index}`} className="flex flex-wrap items-center gap-2">
            <span>{text(message)}</span>
            {node !== null && (
              <Button size="s" onPress={() => onProblem(node, param)}>
                {t('goThere')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Notice } from '@/components/ui/notice';
import { Page, Panel } from '@/components/ui/page';
import { RadioGroup } from '@/components/ui/radio-group';
import { useUrlParams } from '@/components/ui/use-url-params';
import { DEFAULT_EMPTY_WORDS } from '@/lib/contracts/empty-words';
import type { FileSpec } from '@/lib/contracts/import-mapping';
import type { InspectAnswer } from '@/lib/contracts/imports';
import { CheckStep } from './check-step';
import { targetFor } from './column-target';
import { ColumnsStep } from './columns-step';
import { draftOf, type ImportDraft, type ImportKind } from './import-draft';
import { keptDraft } from './kept-draft';
import { UploadStep } from './upload-step';
import { useInspect, useStartImport } from './use-imports';
import { type WizardStep, WizardSteps } from './wizard-steps';

/** From a file to stored members or events. The URL holds the file and the step: Back goes back, a reload loses nothing. */
export function NewImportPage() {
  const t = useTranslations('imports');
  const router = useRouter();
  const [params, setParams] = useUrlParams();
  const kind: ImportKind = params.get('kind') === 'members' ? 'members' : 'events';
  const upload = params.get('upload');
  const name = params.get('name') ?? '';
  const dryRun = params.get('check');
  const step: WizardStep = upload === null ? 'upload' : dryRun === null ? 'columns' : 'check';
  const start = useStartImport();

  function run(mapping: unknown, isDry: boolean) {
    if (upload === null) return;
    start.mutate(
      { upload, name: name || upload.slice(0, 12), mapping, dryRun: isDry },
      {
        onSuccess: ({ import: made }) => {
          if (isDry) setParams({ check: made.id }, 'push');
          else router.push(`/data/imports/${made.id}`);
        },
      },
    );
  }

  return (
    <Page title={t('newTitle')} subtitle={name || t('newSubtitle')}>
      <WizardSteps current={step} />
      {upload === null ? (
        <Panel>
          <div className="flex flex-col gap-5">
            <RadioGroup
              label={t('kind')}
              options={[
                { id: 'events', text: t('kinds.events'), help: t('kinds.eventsHelp') },
                { id: 'members', text: t('kinds.members'), help: t('kinds.membersHelp') },
              ]}
              value={kind}
              onChange={(next) => setParams({ kind: next })}
            />
            <UploadStep
              onUploaded={(sent) => setParams({ kind, upload: sent.id, name: sent.name }, 'push')}
            />
          </div>
        </Panel>
      ) : dryRun === null ? (
        <Columns
          key={`${upload} ${kind}`}
          upload={upload}
          name={name}
          kind={kind}
          error={start.error}
          onBack={() => setParams({ upload: null, name: null }, 'push')}
          onNext={(mapping) => run(mapping, true)}
        />
      ) : (
        <CheckStep
          id={dryRun}
          onBack={() => setParams({ check: null }, 'push')}
          isStarting={start.isPending}
          startError={start.error}
          onStart={(mapping) => run(mapping, false)}
        />
      )}
    </Page>
  );
}

interface ColumnsProps {
  upload: string;
  name: string;
  kind: ImportKind;
  error: unknown;
  onBack: () => void;
  onNext: (mapping: unknown) => void;
}

function Columns({ upload, name, kind, error, onBack, onNext }: ColumnsProps) {
  const errorText = useErrorText();
  const [kept] = useState(() => keptDraft(upload, kind));
  const [file, setFile] = useState<FileSpec | undefined>(kept?.file);
  const query = useInspect(upload, kind, file, name);
  return (
    <Loaded query={query}>
      {(inspected) => (
        <>
          {error !== null && (
            <Notice tone="danger" live>
              {errorText(error)}
            </Notice>
          )}
          <ColumnsStep
            // Another reading of the file has other columns: then the guesses begin anew.
            key={JSON.stringify(inspected.file)}
            upload={upload}
            inspected={inspected}
            initial={firstDraft(kind, inspected, kept)}
            onFile={setFile}
            onBack={onBack}
            onNext={onNext}
          />
        </>
      )}
    </Loaded>
  );
}

/** What was kept for this reading of the file, else what the server proposes, else every column as it was guessed. */
function firstDraft(kind: ImportKind, inspected: InspectAnswer, kept: ImportDraft | null): ImportDraft {
  const names = inspected.columns.map(({ name }) => name);
  const fits = kept?.columns.map(({ name }) => name).join('\n') === names.join('\n');
  if (kept && fits) return { ...kept, file: inspected.file };
  if (inspected.proposal?.kind === kind) return draftOf(inspected.proposal, names);
  return {
    kind,
    file: inspected.file,
    timeZone: inspected.proposal?.timeZone ?? 'Asia/Shanghai',
    source: '',
    columns: inspected.columns.map((guess) => ({
      name: guess.name,
      target: targetFor(guess.identity ? 'identity' : 'field', kind, guess),
    })),
    eventType: { key: '' },
    changed: 'keep',
    createMembers: false,
    empty: [...DEFAULT_EMPTY_WORDS],
    chosen: [],
  };
}

'use client';

import { History, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { Panel } from '@/components/ui/page';
import { useDebounced } from '@/components/ui/use-debounced';
import { useFormat } from '@/components/ui/use-format';
import { type FileSpec, importMappingSchema } from '@/lib/contracts/import-mapping';
import type { InspectAnswer } from '@/lib/contracts/imports';
import { applyFix } from './apply-fix';
import { asChosen, undecidedColumns } from './column-choice';
import { ColumnRow } from './column-row';
import { withTarget } from './column-target';
import { draftProblems } from './draft-problems';
import { FileSettings } from './file-settings';
import { GeneralSettings } from './general-settings';
import { draftOf, type ImportDraft, mappingOf } from './import-draft';
import { keepDraft } from './kept-draft';
import { LookedAt } from './looked-at';
import { PreviewTable } from './preview-table';

interface Props {
  upload: string;
  inspected: InspectAnswer;
  initial: ImportDraft;
  /** Reads the file again, in another way. */
  onFile: (file: FileSpec) => void;
  onBack: () => void;
  onNext: (mapping: unknown) => void;
}

/** What each column becomes, beside what comes of the first rows. */
export function ColumnsStep({ upload, inspected, initial, onFile, onBack, onNext }: Props) {
  const t = useTranslations('imports');
  const c = useTranslations('common');
  const [draft, setDraft] = useState(initial);
  const problems = useMemo(() => draftProblems(draft), [draft]);
  const undecided = undecidedColumns(draft, inspected.columns);
  const mapping = useMemo(() => importMappingSchema.safeParse(mappingOf(draft)).data ?? null, [draft]);
  const settled = useDebounced(mapping, 400);

  function change(next: ImportDraft) {
    setDraft(next);
    keepDraft(upload, next);
  }

  return (
    <div className="flex flex-col gap-4">
      <Panel title={t('file.title')} actions={<Earlier inspected={inspected} onUse={change} />}>
        <FileSettings file={draft.file} onChange={onFile} />
      </Panel>
      <Panel title={t('general.title')}>
        <GeneralSettings draft={draft} onChange={change} />
      </Panel>
      <Panel title={t('columns.title')} flush>
        <LookedAt looked={inspected.looked} />
        <ul className="divide-y divide-line">
          {draft.columns.map(({ name, target }) => {
            const guess = inspected.columns.find((column) => column.name === name);
            return (
              guess && (
                <ColumnRow
                  key={name}
                  kind={draft.kind}
                  eventType={draft.eventType.key}
                  guess={guess}
                  target={target}
                  isChosen={draft.chosen.includes(name)}
                  onChange={(next) => change(withTarget(draft, name, next))}
                  onChoose={(next) =>
                    change({ ...withTarget(draft, name, next), chosen: [...draft.chosen, name] })
                  }
                />
              )
            );
          })}
        </ul>
      </Panel>
      <Panel title={t('preview.title')} flush>
        <PreviewTable
          upload={upload}
          mapping={settled}
          draft={draft}
          onFix={(fix) => change(applyFix(draft, fix))}
        />
      </Panel>
      <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center justify-end gap-3 border-line border-t bg-ground px-4 py-3 sm:-mx-6 sm:px-6">
        <div role="status" className="mr-auto text-warn-ink text-sm">
          <ul className="flex flex-col gap-0.5">
            {problems.map((problem) => (
              <li key={problem} className="flex items-center gap-1.5">
                <TriangleAlert size={14} aria-hidden className="shrink-0" />
                {t(`problems.${problem}`)}
              </li>
            ))}
            {undecided.length > 0 && (
              <li className="flex items-center gap-1.5">
                <TriangleAlert size={14} aria-hidden className="shrink-0" />
                {t('reading.undecided', { columns: undecided.join(', ') })}
              </li>
            )}
          </ul>
        </div>
        <Button onPress={onBack}>{c('back')}</Button>
        <Button
          variant="primary"
          isDisabled={mapping === null || problems.length > 0 || undecided.length > 0}
          onPress={() => onNext(mapping)}
        >
          {t('steps.check')}
        </Button>
      </div>
    </div>
  );
}

/** Mappings used before on files with the same columns. */
function Earlier({ inspected, onUse }: { inspected: InspectAnswer; onUse: (draft: ImportDraft) => void }) {
  const t = useTranslations('imports.columns');
  const format = useFormat();
  if (inspected.earlier.length === 0) return null;
  const names = inspected.columns.map(({ name }) => name);
  return (
    <Menu
      label={t('earlier')}
      trigger={<IconButton icon={History} label={t('earlier')} size="s" />}
      groups={[
        {
          id: 'earlier',
          title: t('earlier'),
          entries: inspected.earlier.map(({ importId, name, at, mapping }) => ({
            id: importId,
            text: `${name} · ${format.instant(at)}`,
            onAction: () => onUse(asChosen(draftOf(mapping, names))),
          })),
        },
      ]}
    />
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/page';
import type { FileSpec } from '@/lib/contracts/import-mapping';
import type { InspectAnswer } from '@/lib/contracts/imports';
import { FileEvidence } from './file-evidence';
import { FileSettings } from './file-settings';
import { useFileSummary } from './file-summary';

interface Props {
  inspected: InspectAnswer;
  /** Reads the file again, in another way. */
  onFile: (file: FileSpec) => void;
}

/** What the file is thought to be, in one line; what speaks for it; and how to have it otherwise. */
export function FilePanel({ inspected: { file, look }, onFile }: Props) {
  const t = useTranslations('imports.file');
  const summary = useFileSummary();
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-3">
        <p role="status" className="font-medium">
          {summary(file, look)}
        </p>
        <FileEvidence look={look} />
        <FileSettings file={file} sheets={look.sheets} onChange={onFile} />
      </div>
    </Panel>
  );
}

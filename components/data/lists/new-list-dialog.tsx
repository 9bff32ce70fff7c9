'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { UploadStep } from '@/components/data/imports/upload-step';
import { useInspect } from '@/components/data/imports/use-imports';
import { Loaded } from '@/components/data-client/loaded';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useUrlParams } from '@/components/ui/use-url-params';
import type { FileSpec } from '@/lib/contracts/import-mapping';
import { proposeList } from './list-draft';
import { NewListForm } from './new-list-form';

/** From a file to a list. The URL holds the file, so that a reload doesn't ask for it again. */
export function NewListDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('lists.new');
  const [params, setParams] = useUrlParams();
  const upload = params.get('upload');
  const name = params.get('name') ?? '';
  return upload === null ? (
    <Dialog isOpen onClose={onClose} size="m" title={t('title')}>
      <p className="mb-3 text-ink-soft">{t('about')}</p>
      <UploadStep onUploaded={(sent) => setParams({ upload: sent.id, name: sent.name }, 'push')} />
    </Dialog>
  ) : (
    <Uploaded
      key={upload}
      upload={upload}
      name={name}
      onClose={onClose}
      onBack={() => setParams({ upload: null, name: null }, 'push')}
    />
  );
}

interface UploadedProps {
  upload: string;
  name: string;
  onClose: () => void;
  onBack: () => void;
}

function Uploaded({ upload, name, onClose, onBack }: UploadedProps) {
  const t = useTranslations('lists.new');
  const [file, setFile] = useState<FileSpec | undefined>();
  const [label, setLabel] = useState<string | null>(null);
  const query = useInspect(upload, 'members', file);
  const proposal = query.data && proposeList(name, query.data.columns);
  if (query.data && proposal) {
    return (
      <NewListForm
        // Another reading of the file has other columns: then the proposal begins anew.
        key={query.data.columns.map((column) => column.name).join('\n')}
        upload={upload}
        inspected={query.data}
        proposal={proposal}
        label={label ?? proposal.label}
        onLabel={setLabel}
        onFile={setFile}
        onClose={onClose}
        onBack={onBack}
      />
    );
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="l"
      title={t('title')}
      footer={<Button onPress={onBack}>{t('otherFile')}</Button>}
    >
      <Loaded query={query}>{() => <p>{t('emptyFile')}</p>}</Loaded>
    </Dialog>
  );
}

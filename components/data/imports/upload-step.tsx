'use client';

import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { DropZone, type FileDropItem, FileTrigger, Text } from 'react-aria-components';
import { withQuery } from '@/components/data-client/api';
import { upload } from '@/components/data-client/upload';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { type Upload, uploadAnswerSchema } from '@/lib/contracts/imports';

interface Props {
  onUploaded: (upload: Upload) => void;
}

const accepted = [
  '.csv',
  '.tsv',
  '.txt',
  '.ndjson',
  '.jsonl',
  '.json',
  '.xlsx',
  '.gz',
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/x-ndjson',
  'application/json',
  'application/gzip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** Takes one file, dropped or chosen, and sends it. */
export function UploadStep({ onUploaded }: Props) {
  const t = useTranslations('imports.upload');
  const c = useTranslations('common');
  const errorText = useErrorText();
  const [sending, setSending] = useState<{ name: string; bytes: number; share: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const control = useRef<AbortController>(null);

  async function send(file: File) {
    const abort = new AbortController();
    control.current = abort;
    setError(null);
    setSending({ name: file.name, bytes: file.size, share: 0 });
    try {
      const url = withQuery('/api/imports/uploads', { name: file.name });
      const onProgress = (share: number) => setSending({ name: file.name, bytes: file.size, share });
      const answer = await upload(uploadAnswerSchema, url, file, { signal: abort.signal, onProgress });
      onUploaded(answer.upload);
    } catch (thrown) {
      if (!abort.signal.aborted) setError(thrown);
    } finally {
      setSending(null);
    }
  }

  if (sending) {
    return (
      <div className="flex flex-col gap-3 rounded-lg border border-line p-6">
        <p>{t('sending', { name: sending.name })}</p>
        <Progress
          label={t('sending', { name: sending.name })}
          done={Math.round(sending.share * sending.bytes)}
          total={sending.bytes}
        />
        <div>
          <Button onPress={() => control.current?.abort()}>{c('cancel')}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {error !== null && (
        <Notice tone="danger" live>
          {errorText(error)}
        </Notice>
      )}
      <DropZone
        getDropOperation={() => 'copy'}
        onDrop={async ({ items }) => {
          const item = items.find((one): one is FileDropItem => one.kind === 'file');
          if (item) send(await item.getFile());
        }}
        className="flex flex-col items-center gap-3 rounded-lg border border-line-strong border-dashed px-4 py-10 text-center data-drop-target:border-accent data-drop-target:bg-accent-soft"
      >
        <FileUp size={28} aria-hidden strokeWidth={1.5} className="text-ink-faint" />
        <Text slot="label">{t('drop')}</Text>
        <FileTrigger
          acceptedFileTypes={accepted}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) send(file);
          }}
        >
          <Button variant="primary">{t('choose')}</Button>
        </FileTrigger>
        <p className="text-ink-faint text-sm">{t('formats')}</p>
      </DropZone>
    </div>
  );
}

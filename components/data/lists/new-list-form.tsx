'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FilePanel } from '@/components/data/imports/file-panel';
import { FormDialog } from '@/components/data-client/form-dialog';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { FileSpec } from '@/lib/contracts/import-mapping';
import type { InspectAnswer } from '@/lib/contracts/imports';
import { newListSchema } from '@/lib/contracts/lists';
import { type ListDraft, typeOf } from './list-draft';
import { ListPreview } from './list-preview';
import { useColumnName } from './use-column-name';
import { useIdTypeOptions } from './use-id-type-name';
import { useCreateList } from './use-lists';

interface Props {
  upload: string;
  inspected: InspectAnswer;
  proposal: ListDraft;
  /** Stays when the file is read in another way. */
  label: string;
  onLabel: (label: string) => void;
  /** The file is to be read in another way. */
  onFile: (file: FileSpec) => void;
  onBack: () => void;
  onClose: () => void;
}

/** What the list is called, which column has the ids and what they are, with the first rows beside it. */
export function NewListForm(props: Props) {
  const { upload, inspected, proposal, label, onLabel, onFile, onBack, onClose } = props;
  const t = useTranslations('lists.new');
  const router = useRouter();
  const types = useIdTypeOptions();
  const columnName = useColumnName(inspected.file);
  const create = useCreateList();
  const [draft, setDraft] = useState(proposal);
  const [isChecked, setChecked] = useState(false);
  const { columns, file } = inspected;
  const isNamed = newListSchema.shape.label.safeParse(label).success;

  function choose(name: string) {
    const column = columns.find((one) => one.name === name);
    setDraft({ ...draft, column: name, identityType: (column && typeOf(column)) ?? draft.identityType });
  }

  function submit() {
    setChecked(true);
    const { column, identityType } = draft;
    if (!isNamed || identityType === null) return;
    create.mutate(
      { label: label.trim(), upload, file, column, identityType },
      { onSuccess: ({ list }) => router.push(`/data/lists/${encodeURIComponent(list.id)}`) },
    );
  }

  return (
    <FormDialog
      title={t('title')}
      verb={t('match')}
      back={
        <Button className="mr-auto" onPress={onBack}>
          {t('otherFile')}
        </Button>
      }
      onClose={onClose}
      onSubmit={submit}
      isPending={create.isPending}
      error={create.error}
      size="l"
    >
      <TextField
        label={t('label')}
        help={t('labelHelp')}
        value={label}
        onChange={onLabel}
        maxLength={80}
        isRequired
        autoFocus
        autoComplete="off"
        error={isChecked && !isNamed && t('labelMissing')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t('column')}
          isRequired
          options={columns.map(({ name }) => ({ id: name, text: columnName(name) }))}
          value={draft.column}
          onChange={choose}
        />
        <Select
          label={t('type')}
          help={t('typeHelp')}
          isRequired
          options={types}
          value={draft.identityType}
          onChange={(identityType) => setDraft({ ...draft, identityType })}
          error={isChecked && draft.identityType === null && t('typeMissing')}
        />
      </div>
      <FilePanel inspected={inspected} onFile={onFile} />
      <ListPreview inspected={inspected} column={draft.column} columnName={columnName} />
    </FormDialog>
  );
}

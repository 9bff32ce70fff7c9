'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { keySchema } from '@/lib/contracts/catalogue';
import type { DefinitionKind, Template } from '@/lib/contracts/definitions';
import { FolderField } from '../dialogs/folder-field';
import { FormDialog } from '../dialogs/form-dialog';
import { LabelFields, wholeLabel } from '../dialogs/label-fields';
import { definitionPath } from '../kind-place';
import { useCreate, useDefinitionList } from '../use-definitions';
import { TemplateChoice } from './template-choice';

interface Props {
  kind: DefinitionKind;
  /** Chosen to begin with; null: none. */
  template: string | null;
  folder: string;
  onClose: () => void;
}

/** A new tag or segment: blank, or from a template. */
export function NewDefinitionDialog({ kind, template: first, folder: firstFolder, onClose }: Props) {
  const t = useTranslations('definitions.fields');
  const d = useTranslations('definitions.dialogs');
  const router = useRouter();
  const create = useCreate();
  const [template, setTemplate] = useState<string | null>(first === '1' ? null : first);
  const [label, setLabel] = useState({ zh: '', en: '' });
  const [key, setKey] = useState('');
  const [folder, setFolder] = useState(firstFolder);
  const { data: existing } = useDefinitionList({ kind, search: '', folder: null, archived: false });
  const taken = new Set(existing?.definitions.map((definition) => definition.key));
  const named = wholeLabel(label);
  const isKeyRight = key === '' || keySchema.safeParse(key).success;
  const choose = (chosen: Template | null) => {
    setTemplate(chosen?.id ?? null);
    if (!chosen) return;
    setLabel(chosen.label);
    setKey(taken.has(chosen.key) ? '' : chosen.key);
    if (!folder) setFolder(chosen.folder);
  };
  return (
    <FormDialog
      title={d(`new.${kind}`)}
      verb={d('create')}
      onClose={onClose}
      isPending={create.isPending || create.isSuccess}
      isDisabled={!named || !isKeyRight}
      error={create.error}
      onSubmit={() =>
        named &&
        create.mutate(
          { kind, label: named, folder, key: key || undefined, template: template ?? undefined },
          { onSuccess: ({ id }) => router.push(definitionPath(kind, id)) },
        )
      }
    >
      <TemplateChoice kind={kind} selected={template} onSelect={choose} />
      <LabelFields label={label} onChange={setLabel} autoFocus />
      <div className="grid gap-4 sm:grid-cols-2">
        <FolderField kind={kind} folder={folder} onChange={setFolder} />
        <TextField
          label={t('key')}
          help={t('keyAuto')}
          value={key}
          onChange={setKey}
          error={isKeyRight ? undefined : t('keyWrong')}
          mono
        />
      </div>
    </FormDialog>
  );
}

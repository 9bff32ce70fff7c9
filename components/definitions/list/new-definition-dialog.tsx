'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '@/components/data-client/form-dialog';
import { TextField } from '@/components/ui/text-field';
import { keySchema } from '@/lib/contracts/catalogue';
import type { DefinitionKind } from '@/lib/contracts/definition-kind';
import { FolderField } from '../dialogs/folder-field';
import { LabelFields, wholeLabel } from '../dialogs/label-fields';
import { definitionPath } from '../kind-place';
import { useCreate, useDefinitionList, useTemplates } from '../use-definitions';
import { TemplateChoice } from './template-choice';

interface Props {
  kind: DefinitionKind;
  /** Chosen to begin with; null: none. */
  template: string | null;
  folder: string;
  onClose: () => void;
}

interface Typed {
  label?: { zh: string; en: string };
  key?: string;
  folder?: string;
}

/** A new tag or segment: blank, or from a template. */
export function NewDefinitionDialog({ kind, template: first, folder: firstFolder, onClose }: Props) {
  const t = useTranslations('definitions.fields');
  const d = useTranslations('definitions.dialogs');
  const router = useRouter();
  const create = useCreate();
  const [template, setTemplate] = useState<string | null>(first === '1' ? null : first);
  const [typed, setTyped] = useState<Typed>({});
  const { data: existing } = useDefinitionList({ kind, search: '', folder: null, archived: false });
  const { data: offered } = useTemplates(kind);
  const chosen = offered?.templates.find(({ id }) => id === template);
  const isTaken = existing?.definitions.some((definition) => definition.key === chosen?.key);
  // What nobody typed is the template's.
  const label = typed.label ?? chosen?.label ?? { zh: '', en: '' };
  const key = typed.key ?? (isTaken ? '' : (chosen?.key ?? ''));
  const folder = typed.folder ?? (firstFolder || (chosen?.folder ?? ''));
  const named = wholeLabel(label);
  const isKeyRight = key === '' || keySchema.safeParse(key).success;
  const choose = (next: string | null) => {
    setTemplate(next);
    if (next !== null) setTyped(({ folder: kept }) => ({ folder: kept }));
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
      <LabelFields label={label} onChange={(label) => setTyped({ ...typed, label })} autoFocus />
      <div className="grid gap-4 sm:grid-cols-2">
        <FolderField kind={kind} folder={folder} onChange={(folder) => setTyped({ ...typed, folder })} />
        <TextField
          label={t('key')}
          help={t('keyAuto')}
          value={key}
          onChange={(key) => setTyped({ ...typed, key })}
          error={isKeyRight ? undefined : t('keyWrong')}
          mono
        />
      </div>
    </FormDialog>
  );
}

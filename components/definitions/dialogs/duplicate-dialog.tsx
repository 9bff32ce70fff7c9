'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '@/components/data-client/form-dialog';
import { useText } from '@/components/ui/use-text';
import type { DefinitionSummary } from '@/lib/contracts/definitions';
import { definitionPath } from '../kind-place';
import { useDuplicate } from '../use-definitions';
import { FolderField } from './folder-field';
import { LabelFields, wholeLabel } from './label-fields';

export function DuplicateDialog({
  definition,
  onClose,
}: {
  definition: DefinitionSummary;
  onClose: () => void;
}) {
  const t = useTranslations('definitions.dialogs');
  const text = useText();
  const router = useRouter();
  const duplicate = useDuplicate(definition.id);
  const [label, setLabel] = useState({
    zh: t('copyOf', { name: definition.label.zh }),
    en: t('copyOf', { name: definition.label.en }),
  });
  const [folder, setFolder] = useState(definition.folder);
  const named = wholeLabel(label);
  return (
    <FormDialog
      title={t('duplicate', { name: text(definition.label) })}
      verb={t('duplicateVerb')}
      onClose={onClose}
      isPending={duplicate.isPending}
      isDisabled={!named}
      error={duplicate.error}
      onSubmit={() =>
        named &&
        duplicate.mutate(
          { label: named, folder },
          { onSuccess: ({ kind, id }) => router.push(definitionPath(kind, id)) },
        )
      }
    >
      <LabelFields label={label} onChange={setLabel} autoFocus />
      <FolderField kind={definition.kind} folder={folder} onChange={setFolder} />
    </FormDialog>
  );
}

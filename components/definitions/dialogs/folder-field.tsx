'use client';

import { useTranslations } from 'next-intl';
import { ComboBox } from '@/components/ui/combo-box';
import type { DefinitionKind } from '@/lib/contracts/definition-kind';
import { folderSchema } from '@/lib/contracts/definitions';
import { useDefinitionList } from '../use-definitions';

interface Props {
  kind: DefinitionKind;
  folder: string;
  onChange: (folder: string) => void;
}

/** A folder there is, or a new one: levels are parted by a slash. */
export function FolderField({ kind, folder, onChange }: Props) {
  const t = useTranslations('definitions.fields');
  const { data } = useDefinitionList({ kind, search: '', folder: null, archived: false });
  return (
    <ComboBox
      label={t('folder')}
      help={t('folderHelp')}
      options={(data?.folders ?? [])
        .filter(({ path }) => path !== '')
        .map(({ path }) => ({ id: path, text: path }))}
      value={folder || null}
      onChange={(next) => onChange(next ?? '')}
      allowsCustom
      error={folderSchema.safeParse(folder).success ? undefined : t('folderWrong')}
    />
  );
}

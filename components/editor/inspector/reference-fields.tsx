'use client';

import { useTranslations } from 'next-intl';
import { ComboBox } from '@/components/ui/combo-box';
import { Select } from '@/components/ui/select';
import { TextLink } from '@/components/ui/text-link';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { type FormField, lookUp } from '@/rules-engine/index';
import { usePinyin } from '../palette/pinyin';
import { useEditor } from '../state/editor-context';
import { TagValues } from '../values/tag-values';
import { textOf } from '../values/value-props';
import { FieldAnchor, useFormNode, useParam } from './node-form';

type FieldOf<K extends FormField['input']> = { field: Extract<FormField, { input: K }> };

interface Candidate {
  id: string;
  text: string;
  detail?: string;
  search: string;
}

function ReferenceInput({
  field,
  candidates,
  none,
}: {
  field: FormField;
  candidates: Candidate[];
  /** Said where there is nothing to choose from. */
  none: { text: string; href: string };
}) {
  const text = useText();
  const { value, choose, error, isDisabled } = useParam([field.param]);
  return (
    <FieldAnchor path={[field.param]}>
      <ComboBox
        label={text(field.label)}
        help={
          candidates.length === 0 ? (
            <TextLink href={none.href}>{none.text}</TextLink>
          ) : (
            field.help && text(field.help)
          )
        }
        options={candidates}
        value={textOf(value) || null}
        onChange={(next) => choose(next ?? '')}
        error={error}
        isDisabled={isDisabled}
      />
    </FieldAnchor>
  );
}

export function SegmentInput({ field }: FieldOf<'segment'>) {
  const t = useTranslations('editor.inspector');
  const text = useText();
  const spell = usePinyin();
  const { catalogue, definition } = useEditor();
  const candidates = Object.values(catalogue.segments)
    .filter(({ key }) => definition.kind !== 'segment' || key !== definition.key)
    .map(({ key, label, graph }) => ({
      id: key,
      text: text(label),
      detail: graph === null ? t('notPublished') : key,
      search: `${label.zh} ${label.en} ${key} ${spell(label.zh)}`,
    }));
  return (
    <ReferenceInput
      field={field}
      candidates={candidates}
      none={{ text: t('noSegments'), href: '/segments' }}
    />
  );
}

export function TagInput({ field }: FieldOf<'tag'>) {
  const t = useTranslations('editor.inspector');
  const candidates = useStored('tags');
  return <ReferenceInput field={field} candidates={candidates} none={{ text: t('noTags'), href: '/tags' }} />;
}

export function LayeringInput({ field }: FieldOf<'layering'>) {
  const t = useTranslations('editor.inspector');
  const candidates = useStored('layerings');
  return (
    <ReferenceInput
      field={field}
      candidates={candidates}
      none={{ text: t('noLayerings'), href: '/layers' }}
    />
  );
}

/** What a run stored, and when. */
function useStored(which: 'tags' | 'layerings'): Candidate[] {
  const t = useTranslations('editor.inspector');
  const text = useText();
  const format = useFormat();
  const spell = usePinyin();
  const { catalogue } = useEditor();
  return Object.values(catalogue[which]).map(({ key, label, storedAt }) => ({
    id: key,
    text: text(label),
    detail: storedAt ? t('storedAt', { at: format.instant(storedAt) }) : t('neverRun'),
    search: `${label.zh} ${label.en} ${key} ${spell(label.zh)}`,
  }));
}

export function ListInput({ field }: FieldOf<'list'>) {
  const t = useTranslations('editor.inspector');
  const format = useFormat();
  const spell = usePinyin();
  const { catalogue } = useEditor();
  const candidates = Object.values(catalogue.lists).map(({ id, label, matched }) => ({
    id,
    text: label,
    detail: t('listMembers', { count: format.number(matched) }),
    search: `${label} ${spell(label)}`,
  }));
  return (
    <ReferenceInput
      field={field}
      candidates={candidates}
      none={{ text: t('noLists'), href: '/data/lists' }}
    />
  );
}

export function TagValuesInput({ field }: FieldOf<'tagValues'>) {
  return <StoredValues field={field} which="tags" keyParam={field.tagParam} />;
}

export function LayersInput({ field }: FieldOf<'layers'>) {
  return <StoredValues field={field} which="layerings" keyParam={field.layeringParam} />;
}

/** One layer of the layering chosen above. */
export function LayerInput({ field }: FieldOf<'layer'>) {
  const text = useText();
  const node = useFormNode();
  const { catalogue } = useEditor();
  const { value, choose, error, isDisabled } = useParam([field.param]);
  const layering = lookUp(catalogue.layerings, textOf(node.params[field.layeringParam]));
  return (
    <FieldAnchor path={[field.param]}>
      <Select
        label={text(field.label)}
        options={(layering?.values ?? []).map((layer) => ({ id: layer.value, text: text(layer.label) }))}
        value={textOf(value) || null}
        onChange={choose}
        error={error}
        isDisabled={isDisabled}
      />
    </FieldAnchor>
  );
}

function StoredValues({
  field,
  which,
  keyParam,
}: {
  field: FormField;
  which: 'tags' | 'layerings';
  keyParam: string;
}) {
  const text = useText();
  const node = useFormNode();
  const { catalogue } = useEditor();
  const { value, choose, error, isDisabled } = useParam([field.param]);
  const reference = lookUp(catalogue[which], textOf(node.params[keyParam]));
  return (
    <FieldAnchor path={[field.param]}>
      <p className="mb-1 font-medium text-ink-soft text-sm">{text(field.label)}</p>
      <TagValues
        value={value}
        choose={choose}
        options={reference?.values ?? []}
        label={text(field.label)}
        error={error}
        isDisabled={isDisabled}
      />
    </FieldAnchor>
  );
}

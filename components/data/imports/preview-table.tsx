'use client';

import { CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useIdentityName } from '@/components/data/use-catalogue';
import { QueryError } from '@/components/data-client/query-error';
import { useValueText, type ValueKind } from '@/components/members/member-value';
import { classNames } from '@/components/ui/class-names';
import { TableSkeleton } from '@/components/ui/skeleton';
import { useText } from '@/components/ui/use-text';
import type { ValueSpec } from '@/lib/contracts/import-mapping';
import type { MappingFix, PreviewAnswer } from '@/lib/contracts/imports';
import type { ColumnTarget, ImportDraft } from './import-draft';
import { MappingProblems } from './mapping-problems';
import { usePreview } from './use-imports';

interface Props {
  upload: string;
  /** The mapping of the draft; null while it isn't complete. */
  mapping: unknown;
  draft: ImportDraft;
  /** Takes a way out of a problem. */
  onFix: (fix: MappingFix) => void;
}

/** The first rows as they would be stored, what stood in the file below each value; rejected rows with their reason. */
export function PreviewTable({ upload, mapping, draft, onFix }: Props) {
  const t = useTranslations('imports.preview');
  const { data, error, isPlaceholderData, refetch } = usePreview(upload, mapping);
  if (mapping === null && !data) return <p className="p-4 text-ink-faint">{t('incomplete')}</p>;
  if (!data)
    return error ? <QueryError error={error} onRetry={() => refetch()} /> : <TableSkeleton rows={5} />;
  return (
    <>
      <MappingProblems problems={data.problems} onFix={onFix} />
      <div className={classNames('overflow-x-auto', (isPlaceholderData || mapping === null) && 'dimmed')}>
        <Rows data={data} draft={draft} />
      </div>
    </>
  );
}

function Rows({ data, draft }: { data: PreviewAnswer; draft: ImportDraft }) {
  const t = useTranslations('imports.preview');
  const text = useText();
  const title = useTargetTitle();
  const shown = draft.columns.filter(({ target }) => target.to !== 'ignore');
  return (
    <table aria-label={t('title')} className="w-full border-collapse text-sm">
      <thead>
        <tr className="border-line border-b text-left text-ink-faint">
          <th scope="col" className="px-3 py-1.5 font-medium">
            {t('line')}
          </th>
          {shown.map(({ name, target }) => (
            <th key={name} scope="col" className="px-3 py-1.5 font-medium whitespace-nowrap">
              {title(target)}
              <span className="block font-normal text-xs">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {data.rows.map(({ line, cells, stored, reasons }) => (
          <tr key={line} className={stored ? '' : 'bg-danger-soft'}>
            <td className="tabular px-3 py-1 align-top text-ink-faint">{line}</td>
            {stored ? (
              shown.map(({ name, target }) => (
                <td key={name} className="px-3 py-1 align-top">
                  <Cell raw={cells[data.columns.indexOf(name)] ?? ''} target={target} stored={stored} />
                </td>
              ))
            ) : (
              <td colSpan={Math.max(1, shown.length)} className="px-3 py-1 text-danger-ink">
                {reasons.map(({ column, message }) => (
                  <span key={`${column} ${message.en}`} className="flex items-start gap-1.5">
                    <CircleX size={14} aria-hidden className="mt-0.5 shrink-0" />
                    <span>
                      {column !== null && <strong>{column}: </strong>}
                      {text(message)}
                    </span>
                  </span>
                ))}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Stored = NonNullable<PreviewAnswer['rows'][number]['stored']>;

function Cell({ raw, target, stored }: { raw: string; target: ColumnTarget; stored: Stored }) {
  const valueText = useValueText();
  const t = useTranslations('imports.preview');
  const key = storedKey(target);
  const value = key === null ? undefined : stored[key];
  const shown = key === null ? raw : value === undefined ? t('empty') : valueText(value, kindOf(target));
  return (
    <>
      <span className={value === undefined && key !== null ? 'text-ink-faint' : ''}>{shown}</span>
      {shown !== raw && raw !== '' && <span className="block text-ink-faint text-xs">{raw}</span>}
    </>
  );
}

/** Where the preview has the stored value of a target; null where it is kept as it stands in the file. */
function storedKey(target: ColumnTarget): string | null {
  const keys: Record<ColumnTarget['to'], string | null> = {
    ignore: null,
    identity: target.to === 'identity' ? `identities.${target.type}` : null,
    field: target.to === 'field' ? target.path : null,
    consent: null,
    at: 'at',
    'event-type': 'type',
    'event-id': null,
  };
  return keys[target.to];
}

function kindOf(target: ColumnTarget): ValueKind {
  if (target.to === 'at') return { type: 'date', unit: null };
  if (target.to !== 'field') return { type: 'text', unit: null };
  return { type: target.value.type, unit: unitOf(target.value) };
}

function unitOf(value: ValueSpec): string | null {
  if (value.type === 'money') return value.currency;
  return value.type === 'number' ? value.unit : null;
}

function useTargetTitle(): (target: ColumnTarget) => string {
  const t = useTranslations('imports.columns.targets');
  const text = useText();
  const identityName = useIdentityName();
  return (target) => {
    if (target.to === 'identity') return identityName(target.type);
    if (target.to === 'field')
      return target.label ? text(target.label) : target.path.slice(target.path.indexOf('.') + 1);
    return t(target.to);
  };
}

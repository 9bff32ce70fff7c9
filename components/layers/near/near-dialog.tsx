'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/data-client/api';
import { FormDialog } from '@/components/data-client/form-dialog';
import { LabelFields, wholeLabel } from '@/components/definitions/dialogs/label-fields';
import { definitionPath } from '@/components/definitions/kind-place';
import { useCreate } from '@/components/definitions/use-definitions';
import { classNames } from '@/components/ui/class-names';
import { Slider } from '@/components/ui/slider';
import { useDebounced } from '@/components/ui/use-debounced';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { countsAnswerSchema } from '@/lib/contracts/counts';
import { nearGraph } from './near-graph';

type Named = { value: string; label: { zh: string; en: string } };

interface Props {
  /** Key of the layering. */
  layering: string;
  from: Named;
  to: Named;
  onClose: () => void;
}

const easiest = 25;

/** Makes a segment of the members of a layer who are closest to the one above: how close is chosen by how many they are. */
export function NearDialog({ layering, from, to, onClose }: Props) {
  const t = useTranslations('layers.near');
  const text = useText();
  const format = useFormat();
  const router = useRouter();
  const create = useCreate();
  const [ease, setEase] = useState(easiest);
  const [label, setLabel] = useState({
    zh: `${from.label.zh}里接近${to.label.zh}的会员`,
    en: `${from.label.en} close to ${to.label.en}`,
  });
  const near = { key: layering, from: from.value, to: to.value };
  const settled = useDebounced(ease);
  const counts = useQuery({
    queryKey: ['near', near, settled],
    queryFn: ({ signal }) =>
      api(countsAnswerSchema, '/api/counts', {
        method: 'POST',
        body: { graph: nearGraph({ ...near, ease: settled }) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  const n = counts.data?.ports['near.out']?.n;
  const problem = counts.data?.diagnostics.find(({ severity }) => severity === 'error');
  const isStale = ease !== settled || counts.isPlaceholderData || counts.isFetching;
  const named = wholeLabel(label);
  return (
    <FormDialog
      title={t('title', { from: text(from.label), to: text(to.label) })}
      verb={t('create')}
      onClose={onClose}
      isPending={create.isPending || create.isSuccess}
      isDisabled={!named || n === undefined}
      error={create.error ?? counts.error}
      onSubmit={() =>
        named &&
        create.mutate(
          { kind: 'segment', label: named, graph: nearGraph({ ...near, ease }) },
          { onSuccess: ({ id }) => router.push(definitionPath('segment', id)) },
        )
      }
    >
      <p className="text-ink-soft">{t('about', { to: text(to.label) })}</p>
      <div>
        <div className="flex items-baseline justify-between gap-3">
          <span className="font-medium text-ink-soft text-sm">{t('ease')}</span>
          <span className="tabular">{format.share(ease, 100)}</span>
        </div>
        <Slider label={t('ease')} value={ease} min={1} max={100} step={1} onChange={setEase} />
      </div>
      <p aria-live="polite" className={classNames('text-lg', isStale && 'dimmed')}>
        {problem ? text(problem.message) : n === undefined ? '–' : t('members', { count: format.number(n) })}
      </p>
      <LabelFields label={label} onChange={setLabel} />
    </FormDialog>
  );
}

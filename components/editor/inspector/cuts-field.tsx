'use client';

import { useMutation } from '@tanstack/react-query';
import { Calculator } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { api } from '@/components/data-client/api';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { cutpointsAnswerSchema } from '@/lib/contracts/cutpoints';
import type { FormField } from '@/rules-engine/index';
import { readSubject } from '../conditions/shapes';
import { memberScope, subjectKind } from '../conditions/subject-kind';
import { useEditor, useGraph, useView } from '../state/editor-context';
import { AmountField } from '../values/amount-field';
import { numberOf } from '../values/value-props';
import { FieldAnchor, useFormNode, useParam } from './node-form';

/** Values at which a number is cut into groups: computed from the members coming in, then stored, and open to change. */
export function CutsField({ field }: { field: Extract<FormField, { input: 'cuts' }> }) {
  const t = useTranslations('editor.inspector');
  const text = useText();
  const format = useFormat();
  const node = useFormNode();
  const graph = useGraph();
  const { catalogue, definition } = useEditor();
  const asOf = useView((view) => view.asOf);
  const { value, choose, error, isDisabled } = useParam([field.param]);
  const groups = numberOf(node.params.groups) ?? 0;
  const subject = readSubject(node.params.subject);
  const kind = subjectKind(subject, memberScope, catalogue) ?? { types: [], unit: null };
  const cuts = Array.isArray(value) ? value : [];

  const compute = useMutation({
    mutationFn: () =>
      api(cutpointsAnswerSchema, '/api/counts/cutpoints', {
        method: 'POST',
        body: {
          graph,
          asOf: asOf ?? undefined,
          definition: definition.id,
          node: node.id,
        },
      }),
    onSuccess: ({ cuts: computed, diagnostics }) => {
      const values = computed.find(({ param }) => param === field.param)?.values;
      if (values) choose(values);
      else {
        const [first] = diagnostics;
        toast({ tone: 'danger', text: first ? text(first.message) : t('noCuts') });
      }
    },
  });
  const found = compute.data?.cuts.find(({ param }) => param === field.param);
  return (
    <FieldAnchor path={[field.param]} className="flex flex-col gap-2">
      <h3 className="font-medium text-ink-soft text-sm">{text(field.label)}</h3>
      {!isDisabled && (
        <Button
          icon={Calculator}
          className="self-start"
          isDisabled={!subject || groups < 2}
          isPending={compute.isPending}
          onPress={() => compute.mutate()}
        >
          {cuts.length > 0 ? t('computeAgain') : t('compute')}
        </Button>
      )}
      {cuts.map((cut, index) => (
        <FieldAnchor
          // biome-ignore lint/suspicious/noArrayIndexKey: a cut is its place between two groups
          key={index}
          path={[field.param, index]}
          className="flex items-center gap-2"
        >
          <span className="w-24 shrink-0 text-ink-faint text-sm">
            {t('cut', { lower: index + 1, upper: index + 2 })}
          </span>
          <AmountField
            value={numberOf(cut)}
            onChange={(next) =>
              next !== null && choose(cuts.map((other, at) => (at === index ? next : other)))
            }
            kind={kind}
            label={t('cut', { lower: index + 1, upper: index + 2 })}
            isDisabled={isDisabled}
            className="flex-1"
          />
        </FieldAnchor>
      ))}
      {error && <p className="text-danger-ink text-sm">{error}</p>}
      {found && (
        <p className="text-ink-faint text-sm">
          {t('cutsFrom', {
            present: format.number(found.present),
            of: format.number(found.of),
            at: format.instant(compute.data?.asOf ?? ''),
          })}
        </p>
      )}
    </FieldAnchor>
  );
}

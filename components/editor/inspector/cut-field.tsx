'use client';

import { useTranslations } from 'next-intl';
import { useText } from '@/components/ui/use-text';
import { type Cut, type FormField, rfmDimensions } from '@/rules-engine/index';
import { readSubject, record } from '../conditions/shapes';
import { CutSource } from '../cutpoints/cut-source';
import { useRule } from '../rule/rule-context';
import { useEditor } from '../state/editor-context';
import { numberOf } from '../values/value-props';
import { CutControls, type CutDraft, CutWords } from './cut-controls';
import { cutKind } from './cut-kind';
import { FieldAnchor, useFormNode, useParam } from './node-form';

/** A cut in two: by what it is computed, its value in words, and on which side those are who have just that value. */
export function CutField({ field }: { field: Extract<FormField, { input: 'cut' }> }) {
  const t = useTranslations('layers.cutpoints');
  const text = useText();
  const node = useFormNode();
  const { catalogue } = useEditor();
  const { compiled } = useRule();
  const param = useParam([field.param]);
  const { value, isDisabled } = param;
  const valueError = useParam([field.param, 'value']).error;
  const shareError = useParam([field.param, 'share']).error;
  const cut = readCut(value);
  const dimension = rfmDimensions.find(({ param }) => param === field.param)?.param ?? 'frequency';
  const row = compiled.rows.find((one) => one.node === node.id && one.param === field.param);
  // That it isn't computed is said below it already.
  const error = shareError ?? (cut.by === 'number' || cut.value !== null ? valueError : undefined);
  return (
    <FieldAnchor path={[field.param]}>
      <CutControls
        title={text(field.label)}
        dimension={dimension}
        cut={cut}
        onChange={(next, how) => param[how](next)}
        kind={cutKind(field.param, readSubject(node.params.subject), catalogue)}
        error={error}
        isDisabled={isDisabled}
        computed={cut.value}
      >
        {row && <CutWords dimension={dimension}>{text(row.phrase)}</CutWords>}
        {cut.by === 'number' ? (
          <p className="text-ink-faint text-sm">{t('typed')}</p>
        ) : (
          <CutSource param={`${field.param}.value`} error={cut.value === null ? valueError : undefined} />
        )}
      </CutControls>
    </FieldAnchor>
  );
}

const methods: readonly Cut['by'][] = ['mean', 'median', 'quantile', 'number'];

/** A draft may hold anything. */
function readCut(raw: unknown): CutDraft {
  const { by, share, value, ties } = record(raw);
  return {
    by: methods.find((method) => method === by) ?? null,
    share: numberOf(share) ?? 0.5,
    value: numberOf(value),
    ties: ties === 'better' || ties === 'worse' ? ties : null,
  };
}

'use client';

import { useTranslations } from 'next-intl';
import { findField } from '@/components/editor/conditions/subject-kind';
import { CutControls, CutWords } from '@/components/editor/inspector/cut-controls';
import { cutKind } from '@/components/editor/inspector/cut-kind';
import { useText } from '@/components/ui/use-text';
import type { EngineCatalogue } from '@/lib/contracts/definitions';
import { type RfmChoices, rfmDimensions, rfmOperand, shownCut } from '@/rules-engine/index';
import { useCutPhrases } from './use-cut-phrases';
import type { RfmPreview } from './use-rfm-preview';

interface Props {
  choices: RfmChoices;
  onChange: (change: Partial<RfmChoices>) => void;
  catalogue: EngineCatalogue;
  preview: RfmPreview;
}

/** Where R, F and M are each cut in two. */
export function RfmCuts({ choices, onChange, catalogue, preview }: Props) {
  const t = useTranslations('layers.rfm');
  const p = useTranslations('layers.cutpoints.problem');
  const text = useText();
  const phrases = useCutPhrases(preview, catalogue);
  const operand = rfmOperand(choices, 'sum');
  const amount = findField(choices.events.property, { on: 'event', eventType: operand.eventType }, catalogue);
  return rfmDimensions.map(({ param }) => {
    const own = choices.cuts[param];
    const computed = preview.cuts?.cuts.find((cut) => cut.param === `${param}.value`);
    const at = computed?.values?.[0];
    const phrase = phrases.get(param);
    return (
      <CutControls
        key={param}
        title={t(`dimensions.${param}`, { amount: amount ? text(amount.label) : '' })}
        dimension={param}
        cut={{ ...own, share: own.share ?? 0.5 }}
        onChange={(next) => onChange({ cuts: { ...choices.cuts, [param]: next } })}
        kind={cutKind(param, operand, catalogue)}
        error={own.by === 'number' && own.value === null ? t('numberMissing') : undefined}
        computed={at === undefined ? null : shownCut(at, computed?.rounds ?? null)}
      >
        {phrase && (
          <div className={preview.isStale ? 'dimmed' : undefined}>
            <CutWords dimension={param}>{text(phrase)}</CutWords>
          </div>
        )}
        {computed?.problem && own.by !== 'number' && (
          <p className="text-sm text-warn-ink">{p(computed.problem)}</p>
        )}
      </CutControls>
    );
  });
}

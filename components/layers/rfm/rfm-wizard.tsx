'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { isKnown, operandProblems } from '@/components/data/metrics/metric-draft';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Button, LinkButton } from '@/components/ui/button';
import { filledText } from '@/components/ui/filled-text';
import { LocalTextFields } from '@/components/ui/local-text-fields';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/page';
import { RadioGroup } from '@/components/ui/radio-group';
import type { EngineCatalogue } from '@/lib/contracts/definitions';
import { type RfmChoices, rfmOperand } from '@/rules-engine/index';
import { RfmCuts } from './rfm-cuts';
import { RfmEvents } from './rfm-events';
import { RfmPreviewPanel } from './rfm-preview-panel';
import { useCreateRfm } from './use-create-rfm';
import { useRfmDraft } from './use-rfm-draft';
import { useRfmPreview } from './use-rfm-preview';

const modes = ['cells', 'scores'] as const;

/** The choices on the left, what they give on the right, and one button that makes the layering. */
export function RfmWizard({ first, catalogue }: { first: RfmChoices; catalogue: EngineCatalogue }) {
  const t = useTranslations('layers.rfm');
  const c = useTranslations('common');
  const errorText = useErrorText();
  const [choices, change] = useRfmDraft(first);
  const operand = useMemo(() => rfmOperand(choices, 'sum'), [choices]);
  const problems = useMemo(() => operandProblems(operand, catalogue), [operand, catalogue]);
  const isCut =
    choices.mode === 'scores' ||
    Object.values(choices.cuts).every(({ by, value }) => by !== 'number' || value !== null);
  const isComplete = problems.length === 0 && isKnown(operand, catalogue) && isCut;
  const preview = useRfmPreview(choices, isComplete);
  const create = useCreateRfm();
  const isNamed = filledText(choices.label).zh !== '';
  return (
    <form
      className="grid items-start gap-4 lg:grid-cols-[minmax(20rem,24rem)_minmax(0,1fr)]"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete && isNamed && !create.isPending)
          create.mutate({ choices, cuts: preview.isStale ? null : preview.cuts });
      }}
      noValidate
    >
      <Panel>
        <div className="flex flex-col gap-5">
          <LocalTextFields
            label={t('name')}
            value={choices.label}
            onChange={(label) => change({ label })}
            error={!isNamed && t('nameMissing')}
          />
          <RadioGroup
            label={t('mode')}
            options={modes.map((id) => ({ id, text: t(`modes.${id}`), help: t(`modeHelp.${id}`) }))}
            value={choices.mode}
            onChange={(mode) => change({ mode })}
          />
          <RfmEvents choices={choices} onChange={change} catalogue={catalogue} problems={problems} />
          {choices.mode === 'cells' && (
            <RfmCuts choices={choices} onChange={change} catalogue={catalogue} preview={preview} />
          )}
          {!isComplete && (
            <Notice tone="warn" live>
              {t('incomplete')}
            </Notice>
          )}
          {create.error && (
            <Notice tone="danger" live>
              {errorText(create.error)}
            </Notice>
          )}
          <p className="text-ink-faint text-sm">{t('createHelp')}</p>
          <div className="sticky bottom-0 z-10 -mx-4 -mb-4 flex flex-wrap gap-2 rounded-b-lg border-line border-t bg-surface px-4 py-3">
            <Button
              type="submit"
              variant="primary"
              isPending={create.isPending || create.isSuccess}
              isDisabled={!isComplete || !isNamed}
            >
              {t('create')}
            </Button>
            <LinkButton href="/layers">{c('cancel')}</LinkButton>
          </div>
        </div>
      </Panel>
      <div className="min-w-0 lg:sticky lg:top-4">
        <RfmPreviewPanel choices={choices} onChange={change} preview={preview} />
      </div>
    </form>
  );
}

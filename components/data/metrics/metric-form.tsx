'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DatePicker } from '@/components/ui/date-picker';
import { filledText } from '@/components/ui/filled-text';
import { LocalTextFields } from '@/components/ui/local-text-fields';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/page';
import { TextField } from '@/components/ui/text-field';
import { useDebounced } from '@/components/ui/use-debounced';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import { keySchema } from '@/lib/contracts/catalogue';
import type { EngineCatalogue } from '@/lib/contracts/definitions';
import type { MetricInput } from '@/lib/contracts/metrics';
import type { EventOperand } from '@/rules-engine/index';
import { asOfInstant, isKnown, operandDiagnostics, proposedKey } from './metric-draft';
import { MetricPreviewPanel } from './metric-preview-panel';
import { OperandFields } from './operand-fields';

interface Props {
  initial: { key: string; label: { zh: string; en: string }; operand: EventOperand };
  /** The key of a metric that exists already stays. */
  isNew: boolean;
  catalogue: EngineCatalogue;
  isEditable: boolean;
  isSaving: boolean;
  error: ReactNode;
  submitText: string;
  onSubmit: (metric: MetricInput) => void;
}

/** What a metric is called, what it counts, and what that gives, while it is being entered. */
export function MetricForm({
  initial,
  isNew,
  catalogue,
  isEditable,
  isSaving,
  error,
  submitText,
  onSubmit,
}: Props) {
  const t = useTranslations('metrics');
  const i = useTranslations('imports.columns');
  const text = useText();
  const { timeZone } = useWorkspace();
  const [label, setLabel] = useState(initial.label);
  const [typedKey, setTypedKey] = useState(initial.key);
  const [operand, setOperand] = useState(initial.operand);
  const [asOfDay, setAsOfDay] = useState<string | null>(null);
  const [isChecked, setChecked] = useState(false);
  const key = typedKey || proposedKey(operand);
  const filled = filledText(label);
  const diagnostics = useMemo(() => operandDiagnostics(operand, catalogue), [operand, catalogue]);
  const problems = diagnostics.filter(({ severity }) => severity === 'error');
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  const isComplete = problems.length === 0 && isKnown(operand, catalogue);
  // One instant as long as neither the day nor the page changes: the preview is asked once.
  const asOf = useMemo(() => asOfInstant(asOfDay, timeZone), [asOfDay, timeZone]);
  const settled = useDebounced(isComplete ? operand : null, 500);

  function submit(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    if (filled.zh !== '' && keySchema.safeParse(key).success && isComplete)
      onSubmit({ key, label: filled, operand });
  }

  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Panel title={t('definition')}>
        <form onSubmit={submit} noValidate className="flex flex-col gap-5">
          {error}
          <LocalTextFields
            label={t('label')}
            help={t('labelHelp')}
            value={label}
            onChange={setLabel}
            isDisabled={!isEditable}
            error={isChecked && filled.zh === '' && t('labelMissing')}
          />
          <TextField
            label={t('key')}
            help={isNew ? t('keyHelp') : t('keyFixed')}
            mono
            isDisabled={!isNew || !isEditable}
            value={typedKey}
            placeholder={proposedKey(operand)}
            onChange={(next) => setTypedKey(next.trim())}
            error={isNew && !keySchema.safeParse(key).success && i('fieldKeyError')}
          />
          <OperandFields
            operand={operand}
            onChange={setOperand}
            catalogue={catalogue}
            problems={isChecked ? problems : []}
            isDisabled={!isEditable}
          />
          {warnings.length > 0 && (
            <Notice tone="warn" live>
              {warnings.map(({ message }) => text(message)).join(' ')}
            </Notice>
          )}
          {isChecked && problems.length > 0 && (
            <Notice tone="danger" live>
              {problems.map(({ message }) => text(message)).join(' ')}
            </Notice>
          )}
          {isEditable && (
            <div>
              <Button type="submit" variant="primary" isPending={isSaving}>
                {submitText}
              </Button>
            </div>
          )}
        </form>
      </Panel>
      <Panel
        title={t('preview')}
        actions={
          <DatePicker
            aria-label={t('asOfLabel')}
            className="w-44"
            value={asOfDay}
            onChange={setAsOfDay}
            clearable
          />
        }
      >
        <MetricPreviewPanel operand={settled} asOf={asOf} />
      </Panel>
    </div>
  );
}

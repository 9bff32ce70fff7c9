'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from '@/components/ui/class-names';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { ConditionSubject } from '@/rules-engine/index';
import { PickList } from '../palette/pick-list';
import type { ScreenPoint } from '../state/view';
import { useFieldValues } from '../values/use-field-values';
import type { ConditionScope } from './subject-kind';
import { useSubjectLabel } from './subject-label';
import { type SubjectFilter, useSubjectEntries } from './use-subject-entries';

interface Props {
  subject: ConditionSubject | null;
  scope: ConditionScope;
  filter?: SubjectFilter;
  onPick: (subject: ConditionSubject) => void;
  error: string | undefined;
  isDisabled: boolean;
  className?: string;
}

/** The field, event, tag, segment or list that a condition asks about. */
export function SubjectPicker({
  subject,
  scope,
  filter = 'any',
  onPick,
  error,
  isDisabled,
  className,
}: Props) {
  const t = useTranslations('editor.conditions');
  const [at, setAt] = useState<ScreenPoint | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const label = useSubjectLabel(scope)(subject);
  return (
    <div className={classNames('min-w-0', className)}>
      <Button
        ref={button}
        aria-label={t('subject', { name: label })}
        aria-haspopup="dialog"
        isDisabled={isDisabled}
        onPress={() => {
          const box = button.current?.getBoundingClientRect();
          if (box) setAt({ x: box.left, y: box.bottom });
        }}
        className={classNames(
          'flex min-h-8 w-full items-center gap-2 rounded-md border bg-surface px-2.5 text-left data-hovered:bg-hover data-disabled:opacity-60',
          error ? 'border-danger' : 'border-line-strong',
        )}
      >
        <span className={classNames('min-w-0 flex-1 break-words', !subject && 'text-ink-faint')}>
          {label}
        </span>
        <ChevronDown size={14} aria-hidden className="shrink-0 text-ink-faint" />
      </Button>
      {error && <p className="mt-1 text-danger-ink text-sm">{error}</p>}
      {at && (
        <SubjectList
          scope={scope}
          filter={filter}
          at={at}
          onPick={(picked) => {
            setAt(null);
            onPick(picked);
          }}
          onClose={() => setAt(null)}
        />
      )}
    </div>
  );
}

interface ListProps {
  scope: ConditionScope;
  filter: SubjectFilter;
  at: ScreenPoint;
  onPick: (subject: ConditionSubject) => void;
  onClose: () => void;
}

function SubjectList({ scope, filter, at, onPick, onClose }: ListProps) {
  const t = useTranslations('editor.conditions');
  const entries = useSubjectEntries(scope, filter);
  return (
    <PickList
      label={t('chooseSubject')}
      placeholder={t('searchSubjects')}
      nothing={t('noSubjects')}
      at={at}
      groups={entries.search}
      onPick={(id) => {
        const subject = entries.find(id);
        if (subject) onPick(subject);
      }}
      onClose={onClose}
      preview={(id) => {
        const subject = entries.find(id);
        return subject?.kind === 'field' ? <CommonValues path={subject.path} scope={scope} /> : null;
      }}
    />
  );
}

/** The commonest values of the field in focus. */
function CommonValues({ path, scope }: { path: string; scope: ConditionScope }) {
  const t = useTranslations('editor.conditions');
  const text = useText();
  const format = useFormat();
  const found = useFieldValues(path, scope);
  if (!found) return <span className="text-ink-faint">{t('lookingAtValues')}</span>;
  if (found.values.length === 0) return <span className="text-ink-faint">{t('noValues')}</span>;
  const total = found.fill.present;
  return (
    <span>
      {t('commonest')}
      {found.values
        .slice(0, 5)
        .map(({ value, label, n }) => `${label ? text(label) : String(value)} ${format.share(n, total)}`)
        .join(' · ')}
    </span>
  );
}

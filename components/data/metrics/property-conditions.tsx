'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { withOperator, withSubject } from '@/components/editor/conditions/edit-row';
import { blankRow } from '@/components/editor/conditions/new-rows';
import { readGroup, readRow, readSubject } from '@/components/editor/conditions/shapes';
import { subjectKind } from '@/components/editor/conditions/subject-kind';
import { ValueInput } from '@/components/editor/values/value-input';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { useText } from '@/components/ui/use-text';
import type { EngineCatalogue } from '@/lib/contracts/definitions';
import { type Diagnostic, findOperator, operatorsFor } from '@/rules-engine/index';

interface Props {
  /** A group of the engine; undefined: every event counts. */
  where: unknown;
  eventType: string;
  catalogue: EngineCatalogue;
  problems: readonly Diagnostic[];
  onChange: (where: unknown) => void;
  isDisabled: boolean;
}

/** Only events with these properties count: rows joined by all or any. */
export function PropertyConditions({ where, eventType, catalogue, problems, onChange, isDisabled }: Props) {
  const t = useTranslations('metrics.where');
  const group = readGroup(where);
  const rows = where === undefined ? [] : group.rows;
  const write = (mode: 'all' | 'any', next: readonly unknown[]) =>
    onChange(next.length === 0 ? undefined : { mode, rows: next });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-ink-soft text-sm">{t('title')}</legend>
      {rows.length === 0 && <p className="text-ink-faint text-sm">{t('none')}</p>}
      {rows.length > 1 && (
        <Select
          aria-label={t('mode')}
          className="w-40"
          options={[
            { id: 'all', text: t('all') },
            { id: 'any', text: t('any') },
          ]}
          value={group.mode}
          onChange={(mode) => write(mode, rows)}
          isDisabled={isDisabled}
        />
      )}
      {rows.map((raw, index) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place
          key={index}
          raw={raw}
          path={`where.rows.${index}`}
          eventType={eventType}
          catalogue={catalogue}
          problems={problems}
          isDisabled={isDisabled}
          onChange={(row) =>
            write(
              group.mode,
              rows.map((other, at) => (at === index ? row : other)),
            )
          }
          onRemove={() =>
            write(
              group.mode,
              rows.filter((_, at) => at !== index),
            )
          }
        />
      ))}
      {!isDisabled && (
        <div>
          <Button size="s" icon={Plus} onPress={() => write(group.mode, [...rows, blankRow])}>
            {t('add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface RowProps extends Omit<Props, 'where' | 'onChange'> {
  raw: unknown;
  /** Where the row stands below the operand. */
  path: string;
  onChange: (row: unknown) => void;
  onRemove: () => void;
}

function Row({ raw, path, eventType, catalogue, problems, isDisabled, onChange, onRemove }: RowProps) {
  const t = useTranslations('metrics.where');
  const text = useText();
  const scope = { on: 'event', eventType } as const;
  const row = readRow(raw);
  const subject = readSubject(row.subject);
  const kind = subjectKind(subject, scope, catalogue);
  const operator = findOperator(row.operator);
  const type = Object.hasOwn(catalogue.eventTypes, eventType) ? catalogue.eventTypes[eventType] : undefined;
  const errorAt = (at: string) => {
    const found = problems.find(({ param }) => param === at);
    return found && text(found.message);
  };
  const set = (value: unknown) => onChange({ subject: row.subject, operator: row.operator, value });
  return (
    <div className="flex flex-wrap items-start gap-2">
      <Select
        aria-label={t('property')}
        placeholder={t('property')}
        className="min-w-32 flex-1"
        options={Object.values(type?.props ?? {}).map((property) => ({
          id: property.path,
          text: text(property.label),
        }))}
        value={subject?.kind === 'field' ? subject.path : null}
        onChange={(property) =>
          onChange(withSubject(row, { kind: 'field', path: property }, scope, catalogue))
        }
        error={errorAt(path) ?? errorAt(`${path}.subject`)}
        isDisabled={isDisabled}
      />
      {kind && (
        <Select
          aria-label={t('operator')}
          className="min-w-28 flex-1"
          options={operatorsFor(kind.types).map(({ id, label }) => ({ id, text: text(label) }))}
          value={row.operator || null}
          onChange={(id) => {
            const next = findOperator(id);
            if (next) onChange(withOperator(row, next));
          }}
          error={errorAt(`${path}.operator`)}
          isDisabled={isDisabled}
        />
      )}
      {kind && operator && operator.input !== 'none' && (
        <div className="min-w-32 flex-1">
          <ValueInput
            input={operator.input}
            value={row.value}
            choose={set}
            type={set}
            kind={kind}
            scope={scope}
            label={t('value')}
            error={errorAt(`${path}.value`)}
            partError={(part) => errorAt(`${path}.value.${part}`)}
            isDisabled={isDisabled}
          />
        </div>
      )}
      {!isDisabled && <IconButton icon={X} label={t('remove')} onPress={onRemove} />}
    </div>
  );
}

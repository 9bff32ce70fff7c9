'use client';

import { useTranslations } from 'next-intl';
import type { SubjectKind } from '../conditions/subject-kind';
import type { ParamPath } from '../document/command';
import { AmountField } from '../values/amount-field';
import { numberOf } from '../values/value-props';
import { FieldAnchor, useParam } from './node-form';

interface Props {
  /** Where the list stands below the node's parameters. */
  path: ParamPath;
  groups: number;
  kind: Pick<SubjectKind, 'types' | 'unit'>;
}

/** The values at which a number is cut into groups, from the lowest; each can be typed. */
export function CutList({ path, groups, kind }: Props) {
  const { value, type, error } = useParam(path);
  const cuts = Array.isArray(value) ? value : [];
  const places = Array.from({ length: Math.max(groups - 1, 0) }, (_, place) => place);
  return (
    <>
      {places.map((place) => (
        <OneCut
          key={place}
          path={[...path, place]}
          place={place}
          kind={kind}
          onChange={(next) =>
            type(places.map((other) => (other === place ? next : (numberOf(cuts[other]) ?? null))))
          }
        />
      ))}
      {error && <p className="text-danger-ink text-sm">{error}</p>}
    </>
  );
}

interface OneProps {
  path: ParamPath;
  place: number;
  kind: Props['kind'];
  onChange: (value: number | null) => void;
}

function OneCut({ path, place, kind, onChange }: OneProps) {
  const t = useTranslations('editor.inspector');
  const { value, error, isDisabled } = useParam(path);
  const label = t('cut', { lower: place + 1, upper: place + 2 });
  return (
    <FieldAnchor path={path} className="flex items-center gap-2">
      <span className="w-28 shrink-0 whitespace-nowrap text-ink-faint text-sm">{label}</span>
      <AmountField
        value={numberOf(value)}
        onChange={onChange}
        kind={kind}
        label={label}
        error={error}
        isDisabled={isDisabled}
        className="min-w-0 flex-1"
      />
    </FieldAnchor>
  );
}

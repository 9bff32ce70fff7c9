'use client';

import { useText } from '@/components/ui/use-text';
import type { FormField } from '@/rules-engine/index';
import { readSubject } from '../conditions/shapes';
import { memberScope, subjectKind } from '../conditions/subject-kind';
import { CutSource } from '../cutpoints/cut-source';
import { useEditor } from '../state/editor-context';
import { numberOf } from '../values/value-props';
import { CutList } from './cut-list';
import { FieldAnchor, useFormNode, useParam } from './node-form';

/** Values at which a number is cut into groups: computed from the members coming in, then stored, and open to change. */
export function CutsField({ field }: { field: Extract<FormField, { input: 'cuts' }> }) {
  const text = useText();
  const node = useFormNode();
  const { catalogue } = useEditor();
  const { value, error } = useParam([field.param]);
  const kind = subjectKind(readSubject(node.params.subject), memberScope, catalogue);
  return (
    <FieldAnchor path={[field.param]} className="flex flex-col gap-2">
      <h3 className="font-medium text-ink-soft text-sm">{text(field.label)}</h3>
      {Array.isArray(value) && (
        <CutList
          path={[field.param]}
          groups={numberOf(node.params.groups) ?? 0}
          kind={kind ?? { types: [], unit: null }}
        />
      )}
      <CutSource param={field.param} error={Array.isArray(value) ? undefined : error} />
    </FieldAnchor>
  );
}

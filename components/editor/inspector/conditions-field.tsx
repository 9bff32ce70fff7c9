'use client';

import { useText } from '@/components/ui/use-text';
import type { FormField } from '@/rules-engine/index';
import { GroupEditor } from '../conditions/group-editor';
import { memberScope } from '../conditions/subject-kind';

/** The node's own parameters are the group: `mode` and `rows`. */
export function ConditionsField({ field }: { field: Extract<FormField, { input: 'conditions' }> }) {
  const text = useText();
  return (
    <section aria-label={text(field.label)}>
      <h3 className="mb-1.5 font-medium text-ink-soft text-sm">{text(field.label)}</h3>
      <GroupEditor path={[]} scope={memberScope} depth={0} />
    </section>
  );
}

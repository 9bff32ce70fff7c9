'use client';

import { useText } from '@/components/ui/use-text';
import type { FormField } from '@/rules-engine/index';
import { SubjectFields } from '../conditions/subject-fields';
import { memberScope } from '../conditions/subject-kind';
import { useParam } from './node-form';

/** What a node orders, cuts or weighs by: a number. */
export function SubjectField({ field }: { field: Extract<FormField, { input: 'subject' }> }) {
  const text = useText();
  const param = useParam([field.param]);
  return (
    <section aria-label={text(field.label)}>
      <h3 className="mb-1 font-medium text-ink-soft text-sm">{text(field.label)}</h3>
      <SubjectFields
        path={[field.param]}
        scope={memberScope}
        filter="numeric"
        depth={0}
        onChange={(subject, how) => param[how](subject)}
      />
      {field.help && <p className="mt-1 text-ink-faint text-sm">{text(field.help)}</p>}
    </section>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useText } from '@/components/ui/use-text';
import { type ConditionSubject, lookUp } from '@/rules-engine/index';
import { useEditor } from '../state/editor-context';
import { type ConditionScope, findField } from './subject-kind';

/** What a subject is called on its button: the field's label, the event's, the tag's. */
export function useSubjectLabel(scope: ConditionScope): (subject: ConditionSubject | null) => string {
  const t = useTranslations('editor.conditions');
  const text = useText();
  const { catalogue } = useEditor();
  const labels: Record<ConditionSubject['kind'], (subject: ConditionSubject) => string | undefined> = {
    field(subject) {
      const field = subject.kind === 'field' ? findField(subject.path, scope, catalogue) : undefined;
      return field ? text(field.label) : subject.kind === 'field' ? subject.path : undefined;
    },
    event(subject) {
      if (subject.kind !== 'event') return undefined;
      const type = lookUp(catalogue.eventTypes, subject.eventType);
      return type ? text(type.label) : subject.eventType;
    },
    tag(subject) {
      if (subject.kind !== 'tag') return undefined;
      const tag = lookUp(catalogue.tags, subject.key);
      return t('tag', { name: tag ? text(tag.label) : subject.key });
    },
    layering(subject) {
      if (subject.kind !== 'layering') return undefined;
      const layering = lookUp(catalogue.layerings, subject.key);
      return t('layering', { name: layering ? text(layering.label) : subject.key });
    },
    segment(subject) {
      if (subject.kind !== 'segment') return undefined;
      const segment = lookUp(catalogue.segments, subject.key);
      return t('segment', { name: segment ? text(segment.label) : subject.key });
    },
    list(subject) {
      if (subject.kind !== 'list') return undefined;
      return t('list', { name: lookUp(catalogue.lists, subject.id)?.label ?? subject.id });
    },
    formula: () => t('formula'),
    number: () => t('number'),
  };
  return (subject) => (subject && labels[subject.kind](subject)) || t('chooseSubject');
}

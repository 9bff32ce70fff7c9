import { keySchema } from '@/lib/contracts/catalogue';
import { dateFormatSchema, dayFormatSchema } from '@/lib/contracts/import-mapping';
import type { ImportDraft, TargetKind } from './import-draft';

/** What keeps a draft from being a mapping, in the order of the page. */
export type DraftProblem =
  | 'no-identity'
  | 'no-time'
  | 'no-event-type'
  | 'no-source'
  | 'same-path'
  | 'bad-key'
  | 'bad-format';

export function draftProblems(draft: ImportDraft): DraftProblem[] {
  const targets = draft.columns.map(({ target }) => target);
  const has = (to: TargetKind) => targets.some((target) => target.to === to);
  const paths = targets.flatMap((target) => (target.to === 'field' ? [target.path] : []));
  const keys = [
    ...paths.map((path) => path.slice(path.indexOf('.') + 1)),
    ...targets.flatMap((target) =>
      target.to === 'identity'
        ? [target.type]
        : target.to === 'consent'
          ? [target.channel, ...target.purposes]
          : [],
    ),
  ];
  const hasBadFormat = targets.some((target) => {
    if (target.to === 'at') return !dateFormatSchema.safeParse(target.format).success;
    if (target.to !== 'field') return false;
    const { value } = target;
    if (value.type === 'date') return !dateFormatSchema.safeParse(value.format).success;
    return value.type === 'day' && !dayFormatSchema.safeParse(value.format).success;
  });
  const isEvents = draft.kind === 'events';
  const found: [DraftProblem, boolean][] = [
    ['no-identity', !has('identity')],
    ['no-time', isEvents && !has('at')],
    ['no-event-type', isEvents && !has('event-type') && !isKey(draft.eventType.key)],
    ['no-source', draft.source.trim() === ''],
    ['same-path', new Set(paths).size < paths.length],
    ['bad-key', keys.some((key) => !isKey(key))],
    ['bad-format', hasBadFormat],
  ];
  return found.filter(([, applies]) => applies).map(([problem]) => problem);
}

function isKey(text: string): boolean {
  return keySchema.safeParse(text).success;
}

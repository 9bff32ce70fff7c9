import type { MappingFix } from '@/lib/contracts/imports';
import type { ImportDraft } from './import-draft';

/** The draft with a way out taken that the server offered. */
export function applyFix(draft: ImportDraft, fix: MappingFix): ImportDraft {
  switch (fix.do) {
    case 'eventType':
      return { ...draft, eventType: { key: fix.type, label: fix.label } };
    case 'path': {
      const columns = draft.columns.map(({ name, target }) =>
        name === fix.column && target.to === 'field'
          ? { name, target: { ...target, path: fix.path } }
          : { name, target },
      );
      return { ...draft, columns };
    }
  }
}

'use client';

import { DefinitionRuns } from '@/components/definitions/runs/definition-runs';
import { useEditor } from '../state/editor-context';

/** What runs of the definition did. */
export function RunsTab() {
  const { definition } = useEditor();
  return (
    <div className="p-3">
      <DefinitionRuns definition={definition} />
    </div>
  );
}

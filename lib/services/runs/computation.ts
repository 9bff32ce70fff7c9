import type { DefinitionDoc, RunDoc } from '@/lib/db/documents';
import type { JobContext } from '@/lib/jobs/handler';
import type { CompiledOutput } from '@/rules-engine/index';

/** What a computation has to know of its run. */
export interface Computing extends Pick<JobContext<unknown>, 'db' | 'signal' | 'progress' | 'fenced'> {
  run: Pick<RunDoc, '_id' | 'startedAt'>;
  definition: Pick<DefinitionDoc, '_id' | 'kind' | 'key' | 'label' | 'whenEmpty'>;
  outputs: readonly CompiledOutput[];
}

export type Outcome = Pick<RunDoc, 'counts' | 'size' | 'entered' | 'left' | 'moved'>;

/** What a run does for one kind of definition. Done twice, it changes nothing the second time. */
export type Computation = (computing: Computing) => Promise<Outcome>;

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What this process counts, in the words of Prometheus. */
export interface Metrics {
  registry: Registry;
  /** Seconds that requests took, by method and status. */
  requests: Histogram<'method' | 'status'>;
  /** Claims of jobs that came to an end here, by kind and state. */
  jobsEnded: Counter<'kind' | 'state'>;
  /** Reads of members that were thrown away because not everybody was accounted for, by what was read. */
  incompleteReads: Counter<'what'>;
  /** Jobs in the database by state, as of the last reading. */
  jobs: Gauge<'state'>;
}

// One a process: next bundles routes and start-up apart, and each would count for itself.
const shared = globalThis as typeof globalThis & { tagloomMetrics?: Metrics };

export function metrics(): Metrics {
  shared.tagloomMetrics ??= create();
  return shared.tagloomMetrics;
}

function create(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'tagloom_http_request_seconds',
      help: 'Duration of API requests',
      labelNames: ['method', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
      registers,
    }),
    jobsEnded: new Counter({
      name: 'tagloom_job_claims_ended_total',
      help: 'Claims of jobs that ended in this process',
      labelNames: ['kind', 'state'],
      registers,
    }),
    incompleteReads: new Counter({
      name: 'tagloom_incomplete_reads_total',
      help: 'Reads of members that did not account for every one of them and were done again',
      labelNames: ['what'],
      registers,
    }),
    jobs: new Gauge({ name: 'tagloom_jobs', help: 'Jobs by state', labelNames: ['state'], registers }),
  };
}

export type StopCause = 'cancelled' | 'lost' | 'shutdown';

const sentences: Record<StopCause, string> = {
  cancelled: 'The job was cancelled.',
  lost: 'The lease ran out or another worker has the job.',
  shutdown: 'The process is stopping.',
};

/** Why a running job has to stop: the reason of its `signal`. */
export class JobStopped extends Error {
  override name = 'JobStopped';

  constructor(readonly why: StopCause) {
    super(sentences[why]);
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { CHECKOUT } from '../paths';
import { type Command, type WireProxy, wireProxy } from './wire-proxy';

export interface WorkerPlace {
  uri: string;
  databaseName: string;
  /** For uploads and exports. */
  data: string;
  leaseMs: number;
}

/** A real `tagloom worker` with a proxy before its database. */
export class WorkerProcess {
  #stopped = false;
  #polls = 0;
  #onPoll: (() => void) | null = null;
  /** Asked about every command that is sent. */
  onCommand: (command: Command) => Promise<'forward' | 'drop'> | 'forward' = () => 'forward';

  private constructor(
    private readonly child: ChildProcess,
    private readonly proxy: WireProxy,
  ) {}

  /** Resolves when it looks for jobs. */
  static async start({ uri, databaseName, data, leaseMs }: WorkerPlace): Promise<WorkerProcess> {
    const proxy = await wireProxy(uri);
    const script = path.join(CHECKOUT, 'lib', 'cli', 'tagloom.mjs');
    const child = spawn(process.execPath, [script, 'worker', '--concurrency', '1'], {
      cwd: CHECKOUT,
      stdio: 'ignore',
      env: {
        ...process.env,
        MONGODB_URI: proxy.uri,
        TAGLOOM_DB: databaseName,
        TAGLOOM_DATA: data,
        TAGLOOM_LEASE_MS: String(leaseMs),
        LOG_LEVEL: 'silent',
      },
    });
    const worker = new WorkerProcess(child, proxy);
    proxy.gate = (command) => worker.#gate(command);
    await Promise.race([
      worker.looksForJobs(),
      once(child, 'exit').then(() => {
        throw new Error('A worker ended while it started.');
      }),
    ]);
    return worker;
  }

  #gate(command: Command): Promise<'forward' | 'drop'> | 'forward' {
    // The first thing that is asked when a job is looked for, which only happens while it has none.
    if (command.name === 'find' && command.collection === 'jobLocks') {
      this.#polls += 1;
      this.#onPoll?.();
    }
    return this.onCommand(command);
  }

  /** Resolves when it has looked for jobs twice from now on: what it did before is over. */
  async looksForJobs(): Promise<void> {
    const from = this.#polls;
    await new Promise<void>((resolve) => {
      this.#onPoll = () => {
        if (this.#polls >= from + 2) resolve();
      };
    });
    this.#onPoll = null;
  }

  get isStopped(): boolean {
    return this.#stopped;
  }

  stop(): void {
    this.child.kill('SIGSTOP');
    this.#stopped = true;
  }

  goOn(): void {
    this.child.kill('SIGCONT');
    this.#stopped = false;
  }

  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGKILL');
      await gone;
    }
    await this.proxy.close();
  }
}

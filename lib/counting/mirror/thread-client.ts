import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { log } from '@/lib/log/logger';
import { untilAborted } from '../until-aborted';
import { MirrorClient } from './mirror-client';
import type { MirrorRequest } from './mirror-request';

export interface ThreadOptions {
  uri: string;
  budgetBytes: number;
}

const replySchema = z.object({
  id: z.number(),
  answer: z.unknown().optional(),
  error: z.string().optional(),
});

const entry = ['lib', 'counting', 'mirror', 'thread.mjs'];

/** Between the end of a thread and the start of the next. */
const restartMs = 10_000;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** The mirror in a thread of this process, which is started anew when it ends. */
export class ThreadClient extends MirrorClient {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private ended = false;

  constructor(private readonly options: ThreadOptions) {
    super();
    this.start();
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.worker?.terminate();
  }

  protected ask(request: MirrorRequest, signal: AbortSignal): Promise<unknown> {
    const { worker } = this;
    if (!worker) return Promise.reject(new Error('The counting thread is being started anew.'));
    this.lastId += 1;
    const id = this.lastId;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, request });
    });
    return untilAborted(answer, signal).finally(() => this.waiting.delete(id));
  }

  private start(): void {
    // Not by an import: Next would bundle the file that the thread starts with, and the loader of TypeScript with it.
    const threads = process.getBuiltinModule('node:worker_threads');
    const root = process.cwd();
    const worker = new threads.Worker(join(/* turbopackIgnore: true */ root, ...entry), {
      workerData: this.options,
      // The aliases of paths are read from there; the thread must not be told to load what the server loads.
      env: { ...process.env, TSX_TSCONFIG_PATH: join(/* turbopackIgnore: true */ root, 'tsconfig.json') },
      execArgv: [],
    });
    worker.unref();
    worker.on('message', (message: unknown) => this.settle(message));
    worker.on('error', (error) => log.error({ err: error }, 'the counting thread failed'));
    worker.on('exit', () => this.restart());
    this.worker = worker;
  }

  private settle(message: unknown): void {
    const { id, answer, error } = replySchema.parse(message);
    const waiting = this.waiting.get(id);
    if (error === undefined) waiting?.resolve(answer);
    else waiting?.reject(new Error(error));
  }

  private restart(): void {
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(new Error('The counting thread ended.'));
    if (!this.ended) setTimeout(() => this.start(), restartMs).unref();
  }
}

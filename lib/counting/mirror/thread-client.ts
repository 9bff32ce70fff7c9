import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { type MirrorStatus, mirrorStatusSchema } from '@/lib/contracts/mirror';
import { log } from '@/lib/log/logger';
import { untilAborted } from '../until-aborted';
import { type MirrorAnswer, mirrorAnswerSchema } from './mirror-answer';
import type { MirrorClient, MirrorQuery } from './mirror-client';

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
export class ThreadClient implements MirrorClient {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private ended = false;

  constructor(private readonly options: ThreadOptions) {
    this.start();
  }

  async count({ predicates, withinMs }: MirrorQuery, signal: AbortSignal): Promise<MirrorAnswer> {
    return mirrorAnswerSchema.parse(await this.ask({ kind: 'count', predicates, withinMs }, signal));
  }

  async status(signal: AbortSignal): Promise<MirrorStatus> {
    return mirrorStatusSchema.parse(await this.ask({ kind: 'status' }, signal));
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.worker?.terminate();
  }

  private ask(request: unknown, signal: AbortSignal): Promise<unknown> {
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

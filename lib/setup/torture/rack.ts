import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { JobDoc } from '@/lib/db/documents';
import { retryJob } from '@/lib/jobs/control';
import { jobHandlers } from '@/lib/server/job-handlers';
import { deferred } from './deferred';
import { type Restorable, restorable } from './restorable';
import { type Scenario, scenarios } from './scenarios';
import { differences, type State, stateOf } from './state';
import type { Command } from './wire-proxy';
import { WorkerProcess } from './worker-process';
import { actor, openWorkshop, type Workshop } from './workshop';

/** How a worker is disturbed at the nth write: that write reaches the server late (or never, of a killed one), or before. */
export interface Disturbance {
  how: 'stop' | 'kill';
  at: number;
  /** The write itself is kept back; else it was sent, and its answer isn't heard. */
  isKept: boolean;
}

/** The end of an undisturbed round, and how many writes the disturbed job takes. */
export interface Undisturbed {
  state: State;
  writes: number;
}

const LEASE_MS = 2_000;
const LIMIT_MS = 600_000;
const ended = ['done', 'failed', 'cancelled', 'dead'];

/** Two real workers on one database, of which one is disturbed. */
export class Rack {
  #victim: WorkerProcess | null = null;

  private constructor(
    private readonly db: Db,
    private readonly uri: string,
    private readonly data: string,
    private readonly shop: Workshop,
    private readonly kept: Restorable,
    private readonly heir: WorkerProcess,
  ) {}

  /** `db` is an empty database of its own. */
  static async open(db: Db, uri: string): Promise<Rack> {
    const data = await mkdtemp(path.join(tmpdir(), 'tagloom-torture-'));
    process.env.TAGLOOM_DATA = data;
    const shop = await openWorkshop(db);
    const kept = await restorable(db);
    const place = { uri, databaseName: db.databaseName, data, leaseMs: LEASE_MS };
    const heir = await WorkerProcess.start(place);
    return new Rack(db, uri, data, shop, kept, heir);
  }

  /** What comes of a scenario when nobody is disturbed. */
  async undisturbed(name: string): Promise<Undisturbed> {
    const scenario = scenarioNamed(name);
    await this.#restore();
    this.heir.goOn();
    for (const before of scenario.before ?? []) await this.#done(await before(this.db, this.shop));
    let writes = 0;
    this.heir.onCommand = (command) => {
      if (isWork(command)) writes += 1;
      return 'forward';
    };
    await this.#done(await scenario.begin(this.db, this.shop));
    const undisturbed = writes;
    this.heir.onCommand = () => 'forward';
    if (scenario.next) await this.#done(await scenario.next(this.db, this.shop));
    await this.heir.looksForJobs();
    return { state: await stateOf(this.db), writes: undisturbed };
  }

  /** One round with a worker that is disturbed; says what is different at the end, and whether it came to that write. */
  async disturbed(
    name: string,
    expected: Undisturbed,
    { how, at, isKept }: Disturbance,
  ): Promise<{ differences: string[]; isHit: boolean }> {
    const scenario = scenarioNamed(name);
    await this.#restore();
    if (scenario.before) {
      this.heir.goOn();
      for (const before of scenario.before) await this.#done(await before(this.db, this.shop));
      await this.heir.looksForJobs();
    }
    const victim = await this.#ready();
    // Only the victim may take the job; whoever sleeps has none and looks for none.
    this.heir.stop();
    const release = deferred<void>();
    const hit = deferred<boolean>();
    let writes = 0;
    victim.onCommand = async (command) => {
      if (!victim.isStopped && isWork(command)) writes += 1;
      if (writes < at) return 'forward';
      const isFirst = !victim.isStopped;
      if (isFirst) {
        victim.stop();
        hit.resolve(true);
        if (!isKept) return 'forward';
      }
      // What else it has sent by now is late too.
      await release.promise;
      return how === 'kill' ? 'drop' : 'forward';
    };
    const job = await scenario.begin(this.db, this.shop);
    const isHit = await Promise.race([hit.promise, this.#done(job).then(() => false)]);
    if (isHit && how === 'kill') {
      this.#victim = null;
      await victim.kill();
    }
    this.heir.goOn();
    await this.#done(job);
    if (scenario.next) await this.#done(await scenario.next(this.db, this.shop));
    await this.heir.looksForJobs();
    if (isHit && how === 'stop') {
      // The other way round: what the victim may still do it does alone.
      this.heir.stop();
      victim.goOn();
      release.resolve();
      victim.onCommand = () => 'forward';
      await victim.looksForJobs();
      this.heir.goOn();
    }
    release.resolve();
    victim.onCommand = () => 'forward';
    const late = await collection(this.db, 'jobs').find({ kind: 'late-writes' }).toArray();
    for (const { _id } of late) await this.#done(_id);
    return { differences: differences(expected.state, await stateOf(this.db)), isHit };
  }

  /**
   * One round with a job that is called off, before anybody takes it (`at` 0) or at the nth write, and then asked for again;
   * says what is different at the end, and whether it was called off in time.
   */
  async calledOff(
    name: string,
    expected: Undisturbed,
    at: number,
  ): Promise<{ differences: string[]; isHit: boolean }> {
    const scenario = scenarioNamed(name);
    await this.#restore();
    this.heir.goOn();
    for (const before of scenario.before ?? []) await this.#done(await before(this.db, this.shop));
    await this.heir.looksForJobs();
    if (at === 0) this.heir.stop();
    const job = deferred<string>();
    let writes = 0;
    this.heir.onCommand = async (command): Promise<'forward'> => {
      if (isWork(command)) writes += 1;
      if (at > 0 && writes === at && isWork(command)) await this.#callOff(await job.promise);
      return 'forward';
    };
    const id = await scenario.begin(this.db, this.shop);
    job.resolve(id);
    if (at === 0) {
      await this.#callOff(id);
      this.heir.goOn();
    }
    const isHit = (await this.#ended(id)).state === 'cancelled';
    this.heir.onCommand = () => 'forward';
    if (isHit) await retryJob(this.db, actor, jobHandlers, id);
    await this.#done(id);
    if (scenario.next) await this.#done(await scenario.next(this.db, this.shop));
    await this.heir.looksForJobs();
    return { differences: differences(expected.state, await stateOf(this.db)), isHit };
  }

  async #callOff(job: string): Promise<void> {
    await collection(this.db, 'jobs').updateOne({ _id: job }, { $set: { cancelRequested: true } });
  }

  async close(): Promise<void> {
    this.heir.goOn();
    await this.heir.kill();
    await this.#victim?.kill();
    await rm(this.data, { recursive: true, force: true });
  }

  async #restore(): Promise<void> {
    await this.kept.restore();
  }

  async #ready(): Promise<WorkerProcess> {
    const { uri, data } = this;
    this.#victim ??= await WorkerProcess.start({
      uri,
      data,
      databaseName: this.db.databaseName,
      leaseMs: LEASE_MS,
    });
    return this.#victim;
  }

  /** Throws for a job that didn't end well: no disturbance makes one fail. */
  async #done(job: string): Promise<void> {
    const { state, error } = await this.#ended(job);
    if (state !== 'done') throw new Error(`The job ${job} ended ${state}: ${error?.message}`);
  }

  async #ended(job: string): Promise<JobDoc> {
    // On a busy machine short leases are lost without our doing, too.
    await collection(this.db, 'jobs').updateOne({ _id: job }, { $set: { maxAttempts: 1_000 } });
    const deadline = performance.now() + LIMIT_MS;
    while (performance.now() < deadline) {
      const found = await collection(this.db, 'jobs').findOne({ _id: job });
      if (found && ended.includes(found.state)) return found;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const jobs = await collection(this.db, 'jobs').find().toArray();
    throw new Error(`The job ${job} didn't end: ${JSON.stringify(jobs)}`);
  }
}

/** Writes of the work itself; those of leases come when time has passed, so no number of them is the same again. */
function isWork({ isWrite, name, collection: of }: Command): boolean {
  if (of === 'jobs') return name === 'delete';
  return isWrite && of !== 'jobLocks' && of !== 'counters' && of !== 'pointProgrammes';
}

function scenarioNamed(name: string): Scenario {
  const scenario = scenarios[name];
  if (!scenario) throw new Error(`There is no ${name}: choose among ${Object.keys(scenarios).join(', ')}.`);
  return scenario;
}

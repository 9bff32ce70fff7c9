/**
 * The documents in MongoDB, one interface a collection (ARCHITECTURE.md, "Data").
 * Instants are BSON dates. Money is an integer of the smallest unit. `_id` is a string everywhere.
 */

import type { FieldType } from '@/lib/contracts/catalogue';
import type { DefinitionKind } from '@/lib/contracts/definition-kind';
import type { FileSpec } from '@/lib/contracts/import-mapping';
import type { JobState } from '@/lib/contracts/jobs';
import type { LocalText } from '@/lib/contracts/local-text';
import type { Role } from '@/lib/contracts/people';
import type { ProblemParams } from '@/lib/contracts/problem';
import type { Schedule } from '@/lib/contracts/schedule';
import type { WorkState } from '@/lib/contracts/work';
import type { Graph, Sentence } from '@/rules-engine/index';

export interface Identity {
  /** phone, unionid, openid, external_userid, email, oaid, customer_id … */
  type: string;
  value: string;
}

export interface MemberDoc {
  _id: string;
  /** Dense integer from 0, given once and never reused: ranges of it are the unit of work. */
  ord: number;
  /** 0–9999, a stable hash of `_id`: the stable sample. */
  bucket: number;
  identities: Identity[];
  /** Catalogue fields `attrs.*`; a value is of the declared type or absent. */
  attrs: Record<string, unknown>;
  /** Stored metrics `metrics.*`: number or date. */
  metrics: Record<string, number | Date>;
  /** `key:value`, one value a tag. */
  tags: string[];
  /** Since when and by which run a member carries each tag. */
  tagSince: Record<string, { at: Date; run: string }>;
  /** Layering key → layer. */
  layers: Record<string, { layer: string; at: Date; run: string }>;
  /** Ids of the uploaded lists a member is on. */
  lists: string[];
  /** Channel → purposes agreed to. */
  consent: Record<string, string[]>;
  /**
   * What claims of jobs write no more in this member, up to their fence: `tag:level` → 57. Only members that a worker was
   * about to change when it was lost have it (lib/jobs/member-writes.ts).
   */
  closedTo?: Record<string, number>;
  /** `seq` of the account that the points among the metrics are of. */
  pointsSeq?: number;
  /** Marked until the demo data is removed. */
  demo?: true;
  /** The import that made the member. */
  import?: string;
  createdAt: Date;
  updatedAt: Date;
}

/** The unique claim on an identity; `_id` is `type:value`. Written before the member carries it. */
export interface IdentityDoc {
  _id: string;
  memberId: string;
  /** The claim that is about to free it (remove-members.ts). */
  leaving?: number;
}

export interface EventDoc {
  _id: string;
  memberId: string;
  type: string;
  at: Date;
  props: Record<string, unknown>;
  source: string;
  /** Unique: importing twice adds nothing. */
  dedupeKey: string;
  /** Whose content it has: the `_id` that the row would have made by which an import replaced it last. */
  replacedBy?: string;
  /** The claim of a job that is about to remove it with its member. */
  leaving?: number;
  demo?: true;
}

export interface FieldOption {
  value: string;
  label: LocalText;
}

export interface FieldDoc {
  /** The path: `attrs.city`, `metrics.orders_90d`. */
  _id: string;
  type: FieldType;
  label: LocalText;
  /** Unit of a number (`days`), currency of money (`CNY`). */
  unit: string | null;
  options: FieldOption[];
  /** Personal data is masked except for roles that may see it. */
  personal: boolean;
  origin: 'discovered' | 'edited' | 'metric' | 'built-in';
  /** While values are turned between instants and days: the type that dates among them are of already. */
  turning?: FieldType;
  updatedAt: Date;
}

export interface EventTypeDoc {
  /** The type: `order`. */
  _id: string;
  label: LocalText;
  /** Paths below the event: `props.amount`. */
  props: { path: string; type: FieldType; label: LocalText; unit: string | null; options: FieldOption[] }[];
  updatedAt: Date;
}

/** A metric definition; its graph-free definition is an event operand of the engine. */
export interface MetricDoc {
  /** The key: the stored field is `metrics.<key>`. */
  _id: string;
  label: LocalText;
  /** `EventOperand` of the engine, parsed there. */
  operand: unknown;
  revision: number;
  lastRun: { at: Date; asOf: Date; members: number; tookMs: number; fence?: number } | null;
  createdBy: string;
  updatedBy: string;
  updatedAt: Date;
}

export interface DefinitionDoc {
  _id: string;
  kind: DefinitionKind;
  /** Stable key, the left half of `key:value`. */
  key: string;
  label: LocalText;
  folder: string;
  /** The draft, saved as it is; executable only after a stricter parse. */
  draft: Graph;
  /** Compare-and-set on save. */
  revision: number;
  /** What the draft and the published version select by; they differ while there is something to publish. */
  draftDigest: string;
  publishedDigest: string | null;
  publishedVersion: number | null;
  /** What happens to a stored value when the member is in no output. */
  whenEmpty: 'clear' | 'keep';
  schedule: Schedule | null;
  nextRunAt: Date | null;
  lastRun: { run: string; at: Date; asOf: Date; size: number; state: WorkState; fence?: number } | null;
  /** Members after the last finished run; null before the first. */
  size: number | null;
  /** As of when that run counted; documents from before this was kept have none. */
  sizeAsOf?: Date;
  /** As of when it was last worked on, as the editor writes it; null and absent: now. */
  asOf?: string | null;
  archivedAt: Date | null;
  /** Deleted for good as soon as the job has taken its values off the members; its key is taken until then. */
  deleting?: true;
  /** Of the claim that takes its values off. */
  fence?: number;
  createdBy: string;
  updatedBy: string;
  createdAt: Date;
  updatedAt: Date;
}

/** Immutable. `_id` is `<definition>:<version>`. */
export interface VersionDoc {
  _id: string;
  definition: string;
  version: number;
  graph: Graph;
  jsonLogic: unknown;
  sentence: Sentence;
  /** Members in and out against the version before, counted before publishing. */
  size: number;
  entered: number;
  left: number;
  note: string;
  author: string;
  publishedAt: Date;
}

export interface RunDoc {
  _id: string;
  definition: string;
  version: number;
  asOf: Date;
  state: WorkState;
  trigger: 'person' | 'schedule' | 'publish' | 'cli';
  by: string;
  /** Members per value (`''` for a segment) after the run, in the order of the outputs. */
  counts: { value: string; label: LocalText; n: number }[];
  size: number;
  entered: number;
  left: number;
  /** From one value or layer to another; runs of before it was counted have none. */
  moved?: number;
  error: JobDoc['error'];
  startedAt: Date;
  finishedAt: Date | null;
  job: string;
  /** Of the claim that works on it; a run of before has none. */
  fence?: number;
}

export interface ListDoc {
  _id: string;
  label: string;
  /** A type of identities, or `_id`: member ids. */
  identityType: string;
  /** Distinct ids, those that belong to a member, and those of the others that can't be an id of this type. */
  uploaded: number;
  matched: number;
  invalid: number;
  /** Lines whose id had been on an earlier line. */
  repeated: number;
  /** Members that were put on the list. */
  members: number;
  state: 'matching' | 'ready' | 'failed' | 'deleting';
  /** SHA-256 of the uploaded file, and how it is read. */
  upload: string;
  file: FileSpec;
  column: string;
  /** The job that matched it, or that removes it. */
  job: string;
  /** Of the last claim that worked on it, and of the one that wrote down the ids that nobody has. */
  fence?: number;
  unmatched?: number;
  createdBy: string;
  createdAt: Date;
}

export interface ExportDoc {
  _id: string;
  definition: string;
  version: number;
  asOf: Date;
  format: 'csv' | 'ndjson';
  /** Of a tag: only members with these values; null for every value. */
  values: string[] | null;
  columns: string[];
  masked: boolean;
  /** A byte order mark, without which Excel takes UTF-8 for something else. */
  bom: boolean;
  consent: { channel: string; purpose: string } | null;
  state: WorkState;
  /** Size of the audience before the consent filter, and rows in the file. */
  audience: number;
  rows: number;
  withheld: number;
  file: string | null;
  /** Of the claim that works on it. The file lies in a folder of this name; those of before lie beside it. */
  fence?: number;
  bytes: number;
  sha256: string | null;
  error: JobDoc['error'];
  job: string;
  createdBy: string;
  createdAt: Date;
  finishedAt: Date | null;
}

export interface JobDoc {
  _id: string;
  kind: string;
  params: unknown;
  state: JobState;
  /** Jobs with the same key never run at the same time. */
  lockKey: string | null;
  owner: string | null;
  /** Taken from one counter at every claim, so that of two claims of any jobs the later one has the greater: writes filter on it. */
  fence: number;
  /** Of the first claim since it was queued. */
  firstFence?: number;
  /** What the claim with this fence is about to change, until another scope or the job's good end. */
  writing?: MemberWrites & { fence: number };
  leaseUntil: Date | null;
  attempts: number;
  maxAttempts: number;
  runAt: Date;
  progress: { done: number; total: number | null; phase: string };
  cancelRequested: boolean;
  result: unknown;
  /** A problem's code and parameters, or `internal` and the log's number. */
  error: { code: string; message: string; params?: ProblemParams } | null;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
}

/** Members by range of `ord` (`to` is the first one after it), or by name. */
export type MemberScope = { from: number; to: number } | { ords: number[] } | { ids: string[] };

/** What a job changes in which members: `tag:level`, `list:<id>`. */
export interface MemberWrites {
  what: string;
  members: MemberScope;
}

export interface UserDoc {
  _id: string;
  name: string;
  nameLower: string;
  /** Empty for who signs in with the identity provider only. */
  passwordHash: string;
  /** `issuer|subject` of the identity provider; unique. */
  oidcSubject?: string;
  role: Role;
  /** Raised to revoke every session at once. */
  sessionVersion: number;
  disabled: boolean;
  mustChangePassword: boolean;
  createdAt: Date;
  lastSignInAt: Date | null;
}

export interface ApiKeyDoc {
  _id: string;
  label: string;
  hash: string;
  prefix: string;
  scopes: string[];
  createdBy: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

export interface AuditDoc {
  _id: string;
  at: Date;
  actor: string;
  action: string;
  /** What it was done to: `tag:vip`, `member:123`, `user:anna`. */
  target: string;
  detail: Record<string, unknown>;
  address: string | null;
}

/** One document, `_id: 'workspace'`. */
export interface SettingsDoc {
  _id: 'workspace';
  name: string;
  timeZone: string;
  currency: string;
  locale: 'zh-CN' | 'en';
}

/** Failed sign-ins by account and by address; expires by TTL. */
export interface ThrottleDoc {
  _id: string;
  failures: number;
  blockedUntil: Date | null;
  expiresAt: Date;
}

/** Who holds a job's lock key; a lease like the job's own. `_id` is the key. */
export interface JobLockDoc {
  _id: string;
  /** Made anew at every taking. */
  holder: string;
  leaseUntil: Date;
}

/**
 * What became of members that their `updatedAt` doesn't tell: events that came, changed or went, members that were removed. Copies of the
 * data outside the database are kept up to date by it. Expires by TTL.
 */
export interface ChangeDoc {
  _id: string;
  at: Date;
  /** Ids of events. */
  events?: string[];
  /** Ids of events that have another content now. */
  replaced?: string[];
  /** Ids of events that are there no more. */
  gone?: string[];
  /** `ord` of members. */
  removed?: number[];
}

/**
 * Named counters: `ord`; `fence`: of the last claim of a job; `database`: a random number that tells this database from others; `workspace`: another random number
 * after every write that rules may see (workspace-revision.ts).
 */
export interface CounterDoc {
  _id: string;
  next: number;
}

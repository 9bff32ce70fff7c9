import type { Collection, Db } from 'mongodb';
import type * as d from './documents';
import type * as i from './import-documents';
import type * as p from './point-documents';
import type * as r from './run-documents';
import { persistent } from './victim';
import { isWorkspaceCollection, revising } from './workspace-revision';

interface Documents {
  members: d.MemberDoc;
  identities: d.IdentityDoc;
  events: d.EventDoc;
  fields: d.FieldDoc;
  eventTypes: d.EventTypeDoc;
  metrics: d.MetricDoc;
  definitions: d.DefinitionDoc;
  versions: d.VersionDoc;
  runs: d.RunDoc;
  runSnapshots: r.RunSnapshotDoc;
  cutpoints: r.CutpointsDoc;
  transitions: r.TransitionsDoc;
  imports: i.ImportDoc;
  importRejects: i.ImportRejectDoc;
  importMerges: i.ImportMergeDoc;
  importChanges: i.ImportChangeDoc;
  lists: d.ListDoc;
  exports: d.ExportDoc;
  jobs: d.JobDoc;
  jobLocks: d.JobLockDoc;
  users: d.UserDoc;
  apiKeys: d.ApiKeyDoc;
  audit: d.AuditDoc;
  settings: d.SettingsDoc;
  throttles: d.ThrottleDoc;
  counters: d.CounterDoc;
  changes: d.ChangeDoc;
  pointRules: p.PointRuleDoc;
  pointEntries: p.PointEntryDoc;
  pointAccounts: p.PointAccountDoc;
  pointProgrammes: p.PointProgrammeDoc;
}

/**
 * A collection by name, typed by its document: `collection(db, 'members')`. Writes of many documents are done
 * again when they lost a conflict (victim.ts). Writes to what rules are compiled against raise
 * the revision of the workspace.
 */
export function collection<N extends keyof Documents>(db: Db, name: N): Collection<Documents[N]> {
  const found = persistent(db.collection<Documents[N]>(name));
  return isWorkspaceCollection(name) ? revising(found, db, name) : found;
}

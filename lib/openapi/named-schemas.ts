import { z } from 'zod';
import { apiKeyDto } from '@/lib/contracts/api-keys';
import { eventTypeSchema, fieldSchema, sentenceSchema, usageSchema } from '@/lib/contracts/catalogue';
import { diagnosticSchema, explainRowSchema } from '@/lib/contracts/counts';
import { cutpointSchema, cutpointSetSchema } from '@/lib/contracts/cutpoints';
import { definitionSchema, definitionSummarySchema, versionSchema } from '@/lib/contracts/definitions';
import { exportRequestSchema, exportSchema } from '@/lib/contracts/exports';
import { fileSpecSchema, importMappingSchema, valueSpecSchema } from '@/lib/contracts/import-mapping';
import { importSchema } from '@/lib/contracts/imports';
import { jobDto } from '@/lib/contracts/jobs';
import { listSchema } from '@/lib/contracts/lists';
import { localTextSchema } from '@/lib/contracts/local-text';
import { memberRowSchema } from '@/lib/contracts/members';
import { metricSchema } from '@/lib/contracts/metrics';
import { userDto } from '@/lib/contracts/people';
import { pointEntryDto, pointRuleDto } from '@/lib/contracts/points';
import { runSchema } from '@/lib/contracts/runs';
import { scheduleSchema } from '@/lib/contracts/schedule';
import { graph } from '@/rules-engine/index';

/** What has a name in the document instead of being spelled out wherever it occurs. */
const named: Readonly<Record<string, z.ZodType>> = {
  ApiKey: apiKeyDto,
  Cutpoint: cutpointSchema,
  CutpointSet: cutpointSetSchema,
  Definition: definitionSchema,
  DefinitionSummary: definitionSummarySchema,
  Diagnostic: diagnosticSchema,
  EventType: eventTypeSchema,
  ExplainRow: explainRowSchema,
  Export: exportSchema,
  ExportRequest: exportRequestSchema,
  Field: fieldSchema,
  FileSpec: fileSpecSchema,
  Graph: graph,
  Import: importSchema,
  ImportMapping: importMappingSchema,
  Job: jobDto,
  Label: localTextSchema,
  List: listSchema,
  MemberRow: memberRowSchema,
  Metric: metricSchema,
  PointEntry: pointEntryDto,
  PointRule: pointRuleDto,
  Run: runSchema,
  Schedule: scheduleSchema,
  Sentence: sentenceSchema,
  Usage: usageSchema,
  User: userDto,
  ValueSpec: valueSpecSchema,
  Version: versionSchema,
};

/** Gives the schemas their names, where the document's maker looks for them. */
export function nameSchemas(): void {
  for (const [id, schema] of Object.entries(named)) z.globalRegistry.add(schema, { id });
}

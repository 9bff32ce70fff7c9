import type { LocalText } from '@/lib/contracts/local-text';
import { apiKeyOperations } from './api-key-operations';
import { catalogueOperations } from './catalogue-operations';
import { countOperations } from './count-operations';
import { cutpointOperations } from './cutpoint-operations';
import { definitionOperations } from './definition-operations';
import { exportOperations } from './export-operations';
import { importOperations } from './import-operations';
import { jobOperations } from './job-operations';
import { listOperations } from './list-operations';
import { memberOperations } from './member-operations';
import { metricOperations } from './metric-operations';
import { movementOperations } from './movement-operations';
import type { Operation } from './operation';
import { pointOperations } from './point-operations';
import { publicationOperations } from './publication-operations';
import { runOperations } from './run-operations';
import { userOperations } from './user-operations';
import { workspaceOperations } from './workspace-operations';

interface Area {
  label: LocalText;
  operations: Readonly<Record<string, Operation>>;
}

/** Every operation, by area and name: `imports.start`. In the order in which they are read about. */
const areas = {
  members: { label: { zh: '会员', en: 'Members' }, operations: memberOperations },
  imports: { label: { zh: '导入', en: 'Imports' }, operations: importOperations },
  lists: { label: { zh: '名单', en: 'Lists' }, operations: listOperations },
  catalogue: { label: { zh: '字段与行为', en: 'Fields and events' }, operations: catalogueOperations },
  metrics: { label: { zh: '指标', en: 'Metrics' }, operations: metricOperations },
  definitions: {
    label: { zh: '标签、分群与分层', en: 'Tags, segments and layerings' },
    operations: definitionOperations,
  },
  publications: {
    label: { zh: '发布与版本', en: 'Publishing and versions' },
    operations: publicationOperations,
  },
  runs: { label: { zh: '运行', en: 'Runs' }, operations: runOperations },
  movement: { label: { zh: '流转与比较', en: 'Movement and comparison' }, operations: movementOperations },
  cutpoints: { label: { zh: '分界值', en: 'Cutpoints' }, operations: cutpointOperations },
  counts: { label: { zh: '计数与解释', en: 'Counts and why' }, operations: countOperations },
  exports: { label: { zh: '导出', en: 'Exports' }, operations: exportOperations },
  points: { label: { zh: '积分', en: 'Points' }, operations: pointOperations },
  jobs: { label: { zh: '任务', en: 'Jobs' }, operations: jobOperations },
  users: { label: { zh: '用户', en: 'Users' }, operations: userOperations },
  apiKeys: { label: { zh: 'API 密钥', en: 'API keys' }, operations: apiKeyOperations },
  workspace: { label: { zh: '工作区与服务器', en: 'Workspace and server' }, operations: workspaceOperations },
} as const satisfies Record<string, Area>;

export interface NamedOperation {
  /** `imports.start` */
  id: string;
  operation: Operation;
}

export interface OperationArea {
  id: string;
  label: LocalText;
  operations: readonly NamedOperation[];
}

export const operationAreas: readonly OperationArea[] = Object.entries(areas).map(
  ([id, { label, operations }]) => ({
    id,
    label,
    operations: Object.entries(operations).map(([name, operation]) => ({ id: `${id}.${name}`, operation })),
  }),
);

export const allOperations: readonly NamedOperation[] = operationAreas.flatMap(
  ({ operations }) => operations,
);

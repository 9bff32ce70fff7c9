import { isPlainObject } from '../../evaluate/document';
import { checkLogic } from './check';
import { type LogicProblem, problem } from './problem';

/** Where a rule reads dates: paths of the member, and by event type those of its events. */
interface DatePaths {
  readonly member: Set<string>;
  readonly events: Map<string, Set<string>>;
}

/**
 * Data that somebody wrote as JSON, with the dates that a rule reads made dates: JSON has none, and a rule takes a text
 * for no date. ISO 8601 with its zone is read; anything else in the place of a date is a problem, and so is an event
 * without a time. Stored documents need none of this: there a text in the place of a date is *empty*.
 */
export function readDates(
  logic: unknown,
  data: unknown,
): { readonly ok: true; readonly data: unknown } | LogicProblem {
  const checked = checkLogic(logic);
  if (!checked.ok) return checked;
  const paths: DatePaths = { member: new Set(), events: new Map() };
  collect(logic, null, paths);
  if (!isPlainObject(data)) return { ok: true, data };
  try {
    const member = withDates(data, paths.member, '');
    const { events } = member;
    if (paths.events.size === 0 || !Array.isArray(events)) return { ok: true, data: member };
    return { ok: true, data: { ...member, events: events.map((event, i) => readEvent(event, i, paths)) } };
  } catch (error) {
    if (error instanceof NoDate) return error.problem;
    throw error;
  }
}

/** `eventType`: of the aggregate that a part stands in; null on the member. */
function collect(part: unknown, eventType: string | null, paths: DatePaths): void {
  if (Array.isArray(part)) {
    for (const one of part) collect(one, eventType, paths);
    return;
  }
  if (!isPlainObject(part)) return;
  for (const [name, value] of Object.entries(part)) {
    if (name === 'field') note(value, eventType, paths);
    else if (name === 'event_aggregate') collectEvents(Array.isArray(value) ? value[0] : value, paths);
    else collect(value, eventType, paths);
  }
}

function collectEvents(spec: unknown, paths: DatePaths): void {
  if (!isPlainObject(spec) || typeof spec.eventType !== 'string') return;
  const { eventType, of, where } = spec;
  paths.events.set(eventType, paths.events.get(eventType) ?? new Set());
  note(of, eventType, paths);
  collect(where, eventType, paths);
}

function note(field: unknown, eventType: string | null, { member, events }: DatePaths): void {
  if (!Array.isArray(field)) return;
  const [path, type] = field;
  if (typeof path !== 'string' || type !== 'date') return;
  if (eventType === null) member.add(path);
  else events.set(eventType, new Set([...(events.get(eventType) ?? []), path]));
}

function readEvent(event: unknown, index: number, { events }: DatePaths): unknown {
  const own = isPlainObject(event) && typeof event.type === 'string' ? events.get(event.type) : undefined;
  if (!isPlainObject(event) || !own) return event;
  const at = `events.${index}.at`;
  if (event.at === undefined || event.at === null) throw new NoDate(at, event.at);
  return withDates(event, new Set(['at', ...own]), `events.${index}.`);
}

function withDates(
  document: Record<string, unknown>,
  paths: ReadonlySet<string>,
  before: string,
): Record<string, unknown> {
  let read = document;
  for (const path of paths) read = withDate(read, path.split('.'), `${before}${path}`);
  return read;
}

/** The document with the date at a path; what isn't there stays away. */
function withDate(
  document: Record<string, unknown>,
  [name = '', ...rest]: readonly string[],
  whole: string,
): Record<string, unknown> {
  if (!Object.hasOwn(document, name)) return document;
  const inner = document[name];
  if (rest.length === 0) return { ...document, [name]: dateFrom(inner, whole) };
  return isPlainObject(inner) ? { ...document, [name]: withDate(inner, rest, whole) } : document;
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

function dateFrom(written: unknown, path: string): unknown {
  if (written === null || written === undefined || written instanceof Date) return written;
  if (isPlainObject(written) && Object.hasOwn(written, '$date')) return written;
  const at = typeof written === 'string' && instant.test(written) ? new Date(written) : null;
  if (!at || Number.isNaN(at.getTime())) throw new NoDate(path, written);
  return at;
}

class NoDate extends Error {
  readonly problem: LogicProblem;

  constructor(path: string, written: unknown) {
    super(path);
    const found = written === undefined ? null : JSON.stringify(written).slice(0, 60);
    this.problem = problem(
      'bad-date',
      `“${path}”在规则里是时间，${found === null ? '但数据里没有' : `不能写成 ${found}`}：请写成 "2026-03-31T15:59:59Z" 这样带时区的 ISO 8601，或 {"$date": …}。`,
      `“${path}” is a date in this rule${found === null ? ', and the data have none' : `: ${found} isn’t one`}. Write ISO 8601 with its zone, such as "2026-03-31T15:59:59Z", or {"$date": …}.`,
    );
  }
}

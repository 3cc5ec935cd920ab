/** Writes structured logs without prompts, keys or queries of URLs. */
import type { Change, GatewayEvent } from '../types.ts';

/** The levels of a log, from the least to the most important. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** A level of a log. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The values of a log entry. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Writes an entry. */
export type Log = (level: LogLevel, message: string, fields?: LogFields) => void;

/** Options of {@link createLog}. */
export interface LogOptions {
  /** `json`: one object a line. `text`: for people. Default: `json`. */
  readonly format?: 'json' | 'text';
  /** The lowest level that is written. Default: `info`. */
  readonly level?: LogLevel | 'silent';
  /** Receives each line, with its end. Default: writes to stderr. */
  readonly write?: (line: string) => void;
  /** Returns the time of an entry. Default: the clock. */
  readonly now?: () => Date;
}

/** The longest text of a client in a log entry, and the longest text of the gateway itself. */
const MAX_TEXT = 200;
const MAX_DETAIL = 600;

/** Creates a log. */
export function createLog(options: LogOptions = {}): Log {
  const { format = 'json', level = 'info', now = () => new Date() } = options;
  const write = options.write ?? ((line: string) => void process.stderr.write(line));
  const least = level === 'silent' ? LOG_LEVELS.length : LOG_LEVELS.indexOf(level);
  const formatLine = format === 'json' ? formatJson : formatText;
  return (entryLevel, message, fields = {}) => {
    if (LOG_LEVELS.indexOf(entryLevel) < least) return;
    try {
      write(`${formatLine(now().toISOString(), entryLevel, message, fields)}\n`);
    } catch {
      // A log that cannot be written must not stop a request.
    }
  };
}

function shorten(name: string, value: unknown): unknown {
  const max = name === 'detail' ? MAX_DETAIL : MAX_TEXT;
  return typeof value === 'string' && value.length > max ? `${value.slice(0, max)}…` : value;
}

const formatJson = (time: string, level: LogLevel, message: string, fields: LogFields): string =>
  escapeControls(JSON.stringify({ time, level, message, ...fields }, shorten));

function formatText(time: string, level: LogLevel, message: string, fields: LogFields): string {
  const pairs = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${formatValue(name, value)}`);
  return escapeControls([time, level.padEnd(5), message, ...pairs].join(' '));
}

function formatValue(name: string, value: unknown): string {
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'string');
  const plain = isList ? value.join(',') : value;
  const text = shorten(name, typeof plain === 'string' ? plain : JSON.stringify(plain)) as string;
  return /^[\w.:/@+>,()[\]-]+$/.test(text) ? text : JSON.stringify(text);
}

/** JSON keeps DEL and the C1 controls, which some terminals obey. */
const escapeControls = (line: string): string =>
  line.replace(
    /[\p{Cc}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Changes that a user should know of, because something that was sent is not there. */
const LOSSES: ReadonlySet<Change['action']> = new Set(['dropped', 'stripped', 'substituted']);
/** The largest number of changes that are known to be reported. */
const MAX_REPORTED = 1_000;

/**
 * Creates a writer of one entry for each request. Probes are at `debug`, errors of the server at
 * `error`, refused credentials at `warn`. A change is at `warn` when it is seen for the first
 * time, then at `info`.
 */
export function createEventLog(log: Log): (event: GatewayEvent) => void {
  const reported = new Set<string>();
  const isNew = ({ upstream }: GatewayEvent, change: Change): boolean => {
    const { action, beta, feature, reason } = change;
    if (!LOSSES.has(action) || reported.size >= MAX_REPORTED) return false;
    const key = JSON.stringify([upstream, action, beta, feature, reason]);
    const before = reported.size;
    return reported.add(key).size > before;
  };
  return (event) => {
    const changes = event.changes.map((change) => ({ change, isNew: isNew(event, change) }));
    const level = changes.some((change) => change.isNew) ? 'warn' : readLevel(event);
    log(level, 'request', toFields(event));
  };
}

function readLevel({ kind, status, error }: GatewayEvent): LogLevel {
  if (status >= 500) return error === undefined ? 'warn' : 'error';
  // A key that is wrong or a token that expired fails every request.
  if (status === 401 || status === 403) return 'warn';
  return kind === 'probe' ? 'debug' : 'info';
}

function toFields(event: GatewayEvent): LogFields {
  return {
    id: event.id,
    method: event.method,
    kind: event.kind,
    upstream: event.upstream,
    platform: event.platform,
    model: event.model,
    status: event.status,
    ms: Math.round(event.durationMs),
    attempts: event.attempts,
    verdict: event.verdict,
    error: event.error,
    detail: event.detail,
    ...(event.changes.length > 0 && { changes: event.changes.map(formatChange) }),
  };
}

/** Formats a change in one word: `dropped:output-128k-2025-02-19`, with the replacement. */
function formatChange({ action, beta, feature, sends, reason }: Change): string {
  const subject = beta ?? feature ?? '';
  return `${action}:${subject}${sends === undefined ? '' : `>${sends}`}(${reason})`;
}

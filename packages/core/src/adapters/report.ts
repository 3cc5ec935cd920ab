/** Reports plans to a hook and to a logger. */
import { en } from '../explain/en.ts';
import { explainDecision, formatName } from '../explain/explain.ts';
import { getRoute } from '../request/route.ts';
import type { BetaPlan, BetaRequest, Decision, Platform } from '../types.ts';
import type { BodyProblem } from './body.ts';
import { MAX_BODY_BYTES } from './body.ts';

/** Receives lines of text. `console`, pino, winston and the SDK's loggers have this form. */
export interface Logger {
  /** Logs that a request was refused. */
  error(message: string): unknown;
  /** Logs that something was left out, was replaced, has no effect or looks misspelt. */
  warn(message: string): unknown;
  /** Logs everything else, such as a beta that was added. */
  debug?(message: string): unknown;
}

/** The plan of a request for `onPlan`. It holds no body, and no value that may be a key. */
export interface PlanEvent {
  /** The plan, without its body. */
  readonly plan: Omit<BetaPlan, 'body'>;
  /** The platform that the request goes to. */
  readonly platform: Platform;
  /** 1 for the first attempt, and more for the retries of a recovery. */
  readonly attempt: number;
}

/** The options of a reporter. */
export interface ReportOptions {
  readonly logger?: Logger | false | undefined;
  readonly onPlan?: ((event: PlanEvent) => unknown) | undefined;
}

/** Reports about one request. */
export interface Reporter {
  /** Logs the decisions, and calls the hook unless the plan was reported before. */
  reportPlan(plan: BetaPlan, attempt: number, isRepeated: boolean): void;
  /** Logs that a body could not be planned. */
  warnOfBody(problem: BodyProblem, request: BetaRequest, platform: Platform): void;
}

/** Makes the reporter of one request. @param client - the logger of the client that sends it */
export function createReporter(
  { logger: option, onPlan }: ReportOptions,
  client: Logger | undefined,
): Reporter {
  const logger = chooseLogger(option, client);
  return {
    reportPlan(plan, attempt, isRepeated) {
      if (logger) logPlan(logger, plan);
      if (onPlan && !isRepeated) contain(() => onPlan(toEvent(plan, attempt)));
    },
    warnOfBody(problem, request, platform) {
      if (logger && expectsJson(request))
        logOnce(logger, 'warn', `${platform} body ${problem}`, () => BODY_TEXTS[problem]);
    },
  };
}

/** Looks up `console` for each line, because it may be replaced. */
const CONSOLE: Logger = {
  error: (message) => console.error(message),
  warn: (message) => console.warn(message),
};

/** Chooses the logger: the option, else the client's, else `console`; `undefined` for none. */
export function chooseLogger(
  option: Logger | false | undefined,
  client?: Logger | undefined,
): Logger | undefined {
  return option === false ? undefined : (option ?? client ?? CONSOLE);
}

function logPlan(logger: Logger, { platform, platformFrom, decisions }: BetaPlan): void {
  if (platformFrom === 'assumed' && typeof logger.debug === 'function')
    logOnce(logger, 'debug', `${platform} assumed`, () => `${platform}: ${en.from.assumed}`);
  for (const decision of decisions) {
    const { level, action } = decision;
    if (level === 'debug' && typeof logger.debug !== 'function') continue;
    logOnce(logger, level, `${platform} ${action} ${nameSubject(decision)}`, () => {
      // Removes the mark, which is for lists.
      return `${platform}: ${explainDecision(decision).slice(2)}`;
    });
  }
}

/** Names the subject of a decision. Indexes are replaced, to limit the number of keys. */
const nameSubject = ({ beta, feature, reason, at = [] }: Decision): string =>
  beta ?? feature ?? `${reason} ${String(at[0] ?? '').replace(/\d+/g, '*')}`;

/** The largest number of keys per logger. The oldest are forgotten first. */
const MAX_LINES = 1000;
const written = new WeakMap<Logger, Set<string>>();

/** Writes a line, unless this logger already has one with the same key. Never throws. */
export function logOnce(
  logger: Logger,
  level: Decision['level'],
  key: string,
  text: () => string,
): void {
  const keys = written.get(logger) ?? new Set();
  if (keys.has(key)) return;
  written.set(logger, keys.add(key));
  if (keys.size > MAX_LINES) keys.delete(keys.values().next().value as string);
  contain(() => logger[level]?.(`[beta-headers] ${text()}`));
}

/** Copies a plan for a hook, which may keep, change or print it. */
function toEvent(plan: BetaPlan, attempt: number): PlanEvent {
  const { body: _, ...rest } = plan;
  const shown = (beta: string): string => formatName(plan, beta);
  return {
    plan: {
      ...rest,
      betas: plan.betas.map(shown),
      header: plan.header
        ?.split(',')
        .map((part) => shown(part.trim()))
        .join(','),
      decisions: plan.decisions.map((decision) => ({ ...decision })),
    },
    platform: plan.platform,
    attempt,
  };
}

/** Calls a hook or a logger, and ignores its errors and rejections. */
function contain(call: () => unknown): void {
  try {
    Promise.resolve(call()).catch(() => {});
  } catch {}
}

const BODY_TEXTS: { readonly [P in BodyProblem]: string } = {
  stream:
    'the body is a stream, which cannot be read before it is sent, so only the header was ' +
    'planned; give the body as text or bytes',
  size: `the body is larger than ${MAX_BODY_BYTES / 2 ** 20} MB, so only the header was planned`,
};

/** Tests if a request has parameters in a JSON body. The body of an upload may be a stream. */
function expectsJson({ method, url, headers }: BetaRequest): boolean {
  const type = (headers as Headers).get('content-type') ?? '';
  return (
    getRoute(method, url).params !== 'none' && !/multipart|octet-stream|urlencoded/i.test(type)
  );
}

/** Runs the checks against a gateway. */
import { BETA_CHECKS } from './checks/betas.ts';
import { BODY_CHECKS } from './checks/bodies.ts';
import { CONVERSION_CHECKS } from './checks/conversion.ts';
import { CREDENTIAL_CHECKS } from './checks/credentials.ts';
import { ERROR_CHECKS } from './checks/errors.ts';
import { HEADER_CHECKS } from './checks/headers.ts';
import { PATH_CHECKS } from './checks/paths.ts';
import { STREAM_CHECKS } from './checks/streams.ts';
import { GatewayClient } from './client.ts';
import { describeTarget } from './forms.ts';
import {
  type Check,
  type CheckContext,
  type CheckResult,
  type ConformanceOptions,
  Mismatch,
  type Report,
  type Target,
} from './types.ts';
import { RecordingUpstream } from './upstream.ts';

/** All checks, in the order in which they run. Errors come last: gateways may pause after them. */
export const CHECKS: readonly Check[] = [
  ...PATH_CHECKS,
  ...HEADER_CHECKS,
  ...BODY_CHECKS,
  ...CREDENTIAL_CHECKS,
  ...BETA_CHECKS,
  ...CONVERSION_CHECKS,
  ...STREAM_CHECKS,
  ...ERROR_CHECKS,
];

/**
 * Runs the conformance suite against a gateway.
 * @throws {TypeError} if an option is wrong, such as an unknown id in `only`
 * @throws {Error} with a `code` if the port is in use or the gateway refuses the connection
 */
export async function runConformance(options: ConformanceOptions): Promise<Report> {
  const checks = selectChecks(options.only);
  checkGateway(options.gateway);
  const { timeoutMs = 10_000 } = options;
  const headers = parseHeaders(options.headers ?? []);
  const target = describeTarget(options, headers);
  const client = new GatewayClient(options.gateway, headers, timeoutMs);
  const upstream = new RecordingUpstream();
  const url = await upstream.listen(options.upstreamPort, options.upstreamHost ?? '127.0.0.1');
  const results: CheckResult[] = [];
  try {
    await options.onUpstream?.(url);
    await client.probe();
    const context = { target, client, upstream, timeoutMs, pieceMs: timeoutMs / 2 };
    for (const check of checks) {
      const result = await runCheck(check, context);
      results.push(result);
      options.onResult?.(result);
    }
  } finally {
    client.close();
    await upstream.close();
  }
  return summarize(options, results, upstream.total > 0);
}

function checkGateway(text: string): void {
  const protocol = URL.canParse(text) ? new URL(text).protocol : undefined;
  if (protocol === 'http:') return;
  throw new TypeError(
    protocol === 'https:'
      ? 'the suite speaks plain HTTP to the gateway: give its http:// address'
      : `the gateway has to be an http:// address, not ${JSON.stringify(text)}`,
  );
}

/**
 * Selects checks by id, or by the beginning of an id with `*`.
 * @throws {TypeError} if an id matches no check
 */
export function selectChecks(only: readonly string[] | undefined): Check[] {
  if (only === undefined || only.length === 0) return [...CHECKS];
  const selected = new Set<Check>();
  for (const pattern of only) {
    const found = CHECKS.filter(({ id }) =>
      pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern,
    );
    if (found.length === 0)
      throw new TypeError(
        `no check has the id ${JSON.stringify(pattern)}; write one of the ids that --list prints`,
      );
    for (const check of found) selected.add(check);
  }
  return CHECKS.filter((check) => selected.has(check));
}

/** Reads `Name: value` lines. */
function parseHeaders(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [index, line] of lines.entries()) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon < 1 || !/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name)) {
      throw new TypeError(
        `header ${index + 1} has to be written as "Name: value", with letters, digits and hyphens ` +
          'in the name',
      );
    }
    headers[name] = line.slice(colon + 1).trim();
  }
  return headers;
}

async function runCheck(check: Check, context: CheckContext): Promise<CheckResult> {
  const { id, title, source, level } = check;
  const common = { id, title, source, level };
  const reason = findReasonToSkip(check, context.target);
  if (reason !== undefined) return { ...common, result: 'not-applicable', reason };
  try {
    await check.run(context);
    return { ...common, result: 'pass' };
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    return { ...common, result: 'fail', expected: error.expected, seen: error.seen };
  }
}

function findReasonToSkip(check: Check, target: Target): string | undefined {
  if (check.slow === true && !target.slow) return 'slow checks are off';
  return check.skip?.(target);
}

function summarize(
  options: ConformanceOptions,
  results: readonly CheckResult[],
  reached: boolean,
): Report {
  const count = (result: CheckResult['result']): number =>
    results.filter((entry) => entry.result === result).length;
  return {
    gateway: options.gateway,
    form: options.form,
    platform: options.platform,
    passed: count('pass'),
    failed: count('fail'),
    notApplicable: count('not-applicable'),
    failedMust: results.filter(({ result, level }) => result === 'fail' && level === 'must').length,
    reached,
    results,
  };
}

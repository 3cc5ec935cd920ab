/**
 * The conformance corpus of the manifest, from its packed form: this suite runs where there is no
 * file system.
 */
import cases from '../../manifest/conformance/cases.json' with { type: 'json' };
import type { PlanOptions, Platform, Policy } from '../src/index.ts';

/** A request, and what must be sent with it. */
export interface PlanCase {
  readonly id: string;
  readonly platform: Platform;
  readonly model: string | null;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers?: HeadersInit;
    readonly body?: unknown;
  };
  readonly options?: {
    readonly always?: PlanOptions['always'];
    readonly rejected?: readonly string[];
    readonly policy?: Readonly<Record<string, string>>;
  };
  readonly expect: {
    readonly betas: readonly string[];
    readonly body?: unknown;
  };
  readonly source: string;
}

/** An error, and what it means; `null`: nothing that concerns betas. */
export interface ErrorCase {
  readonly id: string;
  readonly error: { readonly status: number; readonly body: unknown } | { readonly text: string };
  readonly expect: {
    readonly kind: string;
    readonly betas?: readonly string[];
    readonly suspects?: readonly string[];
  } | null;
  readonly source: string;
}

const { errors, ...plans } = cases;

/** The plan cases, by file. */
export const planCases: readonly (readonly [file: string, cases: readonly PlanCase[]])[] =
  Object.entries(plans).map(([file, lines]) => [
    file,
    lines.map((line) => JSON.parse(line) as PlanCase),
  ]);

/** The error cases. */
export const errorCases: readonly ErrorCase[] = errors.map((line) => JSON.parse(line) as ErrorCase);

/**
 * The options of a case. The corpus is of version 1, which had other names for the lines of the
 * policy and their values.
 */
export function optionsOf({ platform, options = {} }: PlanCase): PlanOptions {
  const { policy, ...rest } = options;
  return { platform, ...rest, ...(policy && { policy: toPolicy(policy) }) };
}

const VALUES: Readonly<Record<string, string>> = {
  throw: 'refuse',
  pass: 'send',
  rename: 'replace',
};

function toPolicy(policy: Readonly<Record<string, string>>): Policy {
  const lines = Object.entries(policy).flatMap(([line, before]): [string, string][] => {
    const value = VALUES[before] ?? before;
    if (line === 'renamed') return [['instead', value]];
    if (line === 'unknown') return [['unknownBeta', value]];
    if (line === 'conflict') return [['conflict', value === 'report' ? 'send' : value]];
    if (line !== 'unsupported') return [[line, value]];
    if (value === 'auto') return [];
    if (value === 'strip') return [['unavailable', 'strip']];
    return [
      ['unavailable', value === 'drop' ? 'send' : value],
      ['rejected', value],
    ];
  });
  return Object.fromEntries(lines) as Policy;
}

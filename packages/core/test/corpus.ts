/** The conformance corpus of the manifest, from its packed form: this suite runs where there is no file system. */
import cases from '../../manifest/conformance/cases.json' with { type: 'json' };
import type { Decision, PlanOptions, Platform, Policy, Verdict } from '../src/index.ts';

/** A request, and what must be said of it. */
export interface PlanCase {
  readonly id: string;
  readonly platform: NonNullable<PlanOptions['platform']>;
  readonly model: string | null;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers?: HeadersInit;
    readonly body?: unknown;
  };
  readonly options?: Pick<PlanOptions, 'mode' | 'today' | 'always' | 'rejected'> & {
    readonly policy?: Policy;
  };
  readonly expect: {
    readonly verdict: Verdict;
    /** Absent where the request is refused: nothing is sent. */
    readonly betas?: readonly string[];
    readonly platform?: string;
    readonly decisions?: readonly ExpectedDecision[];
    readonly body?: unknown;
  };
  readonly source: string;
}

/** What a decision must say; `at` is one of its places. */
export interface ExpectedDecision extends Partial<Omit<Decision, 'at'>> {
  readonly at?: string;
}

/** An error, and what it means; `null`: nothing that concerns betas. */
export interface ErrorCase {
  readonly id: string;
  readonly error: { readonly status: number; readonly body: unknown } | { readonly text: string };
  /** What is told beside the error. */
  readonly platform?: Platform;
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

/** The options of a case, as `plan()` takes them. */
export const optionsOf = ({ platform, options }: PlanCase): PlanOptions => ({
  platform,
  ...options,
});

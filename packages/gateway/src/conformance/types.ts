/** The types of the conformance suite. */
import type { GatewayClient } from './client.ts';
import type { RecordingUpstream } from './upstream.ts';

/** The platforms that a gateway can forward to. */
export const PLATFORMS = [
  'claude-api',
  'claude-on-aws',
  'claude-on-google-cloud',
  'bedrock',
  'bedrock-mantle',
  'vertex',
  'foundry',
  'foundry-azure',
] as const;

/** A platform of {@link PLATFORMS}. */
export type ConformancePlatform = (typeof PLATFORMS)[number];

/** The wire forms that a client can speak. */
export const FORMS = ['messages', 'invoke', 'raw-predict'] as const;

/** A wire form of {@link FORMS}. */
export type Form = (typeof FORMS)[number];

/** `must`: a gateway that fails breaks clients. `should`: a gateway that fails is worse for it. */
export type Level = 'must' | 'should';

/** Options of `runConformance`. */
export interface ConformanceOptions {
  /**
   * The gateway's base URL, as the client's own variable has it: `ANTHROPIC_BASE_URL` or
   * `ANTHROPIC_BEDROCK_BASE_URL` without a version, `ANTHROPIC_VERTEX_BASE_URL` with its `/v1`.
   */
  readonly gateway: string;
  /** The form of the requests that are sent to the gateway. */
  readonly form: Form;
  /** The platform that the gateway believes its upstream to be. */
  readonly platform: ConformancePlatform;
  /** The port of the recording upstream, to which the gateway forwards. 0 takes a free one. */
  readonly upstreamPort: number;
  /** The address on which the recording upstream listens. Default: `127.0.0.1`. */
  readonly upstreamHost?: string;
  /** Headers of every request to the gateway, as `Name: value`. They replace those of the suite. */
  readonly headers?: readonly string[];
  /** The model of the requests. */
  readonly model?: string;
  /** Runs the checks with these ids only. `betas.*` selects all that begin with `betas.`. */
  readonly only?: readonly string[];
  /** Includes the checks that wait for many seconds. Default: false. */
  readonly slow?: boolean;
  /** The longest wait for an answer, in milliseconds. Default: 10,000. */
  readonly timeoutMs?: number;
  /** Called after each check. */
  readonly onResult?: (result: CheckResult) => void;
  /** Called when the recording upstream listens, before the first check. */
  readonly onUpstream?: (url: string) => void | Promise<void>;
}

/** The gateway under test, as the checks see it. */
export interface Target {
  readonly form: Form;
  readonly platform: ConformancePlatform;
  /** The form that the platform speaks. */
  readonly upstreamForm: Form;
  /** True if the gateway need not convert. */
  readonly isSameForm: boolean;
  /** True if Anthropic operates the platform. */
  readonly isAnthropic: boolean;
  readonly model: string;
  /** True if the headers of the run carry a credential, so that the suite sends none of its own. */
  readonly hasCredential: boolean;
  readonly slow: boolean;
}

/** The objects with which a check works. */
export interface CheckContext {
  readonly target: Target;
  readonly client: GatewayClient;
  readonly upstream: RecordingUpstream;
  readonly timeoutMs: number;
  /** The longest time for a piece of a stream to pass through, in milliseconds. */
  readonly pieceMs: number;
}

/** One requirement, and the code that checks it. */
export interface Check {
  readonly id: string;
  /** The requirement as a sentence. */
  readonly title: string;
  /** The public page that states it. */
  readonly source: string;
  readonly level: Level;
  /** True for a check that waits for many seconds. */
  readonly slow?: boolean;
  /** Returns the reason if the check does not apply. */
  readonly skip?: (target: Target) => string | undefined;
  /** Throws a {@link Mismatch} if the requirement is not met. */
  readonly run: (context: CheckContext) => Promise<void>;
}

/** The result of one check. */
export interface CheckResult {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly level: Level;
  readonly result: 'pass' | 'fail' | 'not-applicable';
  /** The requirement that was not met, if the check failed. */
  readonly expected?: string;
  /** The observed behaviour, if the check failed. */
  readonly seen?: string;
  /** The reason why the check does not apply. */
  readonly reason?: string;
}

/** The results of a run. */
export interface Report {
  readonly gateway: string;
  readonly form: Form;
  readonly platform: ConformancePlatform;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  /** The number of failed checks of level `must`. */
  readonly failedMust: number;
  /** False if no request reached the upstream: the gateway forwards elsewhere, or refuses all. */
  readonly reached: boolean;
  readonly results: readonly CheckResult[];
}

/** A difference between the expected and the observed behaviour. */
export class Mismatch extends Error {
  override readonly name: string = 'Mismatch';
  readonly expected: string;
  readonly seen: string;

  constructor(expected: string, seen: string) {
    super(`expected ${expected}, but saw ${seen}`);
    this.expected = expected;
    this.seen = seen;
  }
}

/**
 * The catalog in the form that the engine uses. `decode.ts` builds it from the compact form in
 * `generated/catalog.ts`.
 */
import type { Beta, Feature, Platform, RetiredReasons } from '@beta-headers/constants';
import type { AcceptanceStatus, AvailabilityStatus, Removal, Stage } from '@beta-headers/grammar';
import type { Confidence } from '../types.ts';

export type { AcceptanceStatus, AvailabilityStatus };

/** A value of JSON that a rule compares with. */
export type Scalar = string | number | boolean;

/**
 * A condition on a request: a place in the body, an endpoint, or both. `@beta-headers/grammar`
 * parses `at` and `endpoint`.
 */
export interface Condition {
  /** A path into the body, `tools[].type`; on a GET or DELETE, a parameter of the query. */
  readonly at?: string;
  /** The value that must be there. */
  readonly is?: Scalar;
  /** The allowed values. */
  readonly in?: readonly Scalar[];
  /** An empty list, object or string does not match. */
  readonly nonEmpty?: true;
  /** The number that the value must exceed. */
  readonly above?: number;
  /** The values that siblings of the last name of `at` must have. */
  readonly where?: { readonly [name: string]: Scalar };
  /** Endpoint patterns, `POST /v1/messages` or `* /v1/agents/**`, of which one must match. */
  readonly endpoint?: readonly string[];
  /** Model ids, of which one must match. */
  readonly model?: readonly string[];
  /** Platforms, of which one must match. */
  readonly platform?: readonly string[];
  /** The newest `anthropic-version` for which the condition holds. */
  readonly apiVersion?: string;
}

/** A rule of `uses` or `requires`. */
export interface Rule extends Condition {
  readonly unless?: Condition;
  /** The name of this form of the feature. Default: the value that matched. */
  readonly shape?: string;
}

/** A rule of `requires`, and every beta that satisfies it. */
export interface Requirement extends Rule {
  readonly choices: readonly string[];
}

/**
 * A claim about a feature or a header value on a platform. The first claim of a list that applies
 * counts.
 */
export interface Claim<S extends string> {
  readonly status: S;
  readonly models?: readonly string[];
  readonly endpoint?: readonly string[];
  readonly shape?: readonly string[];
  /** The last day on which it holds. */
  readonly until?: string;
  /** Default: `medium`. */
  readonly confidence?: Confidence;
  readonly fix?: string;
  /** The values that the platform wants instead, by feature. */
  readonly instead?: readonly { readonly for: string; readonly send: string }[];
}

/** Conditions that are refused together, or have no effect together. */
export interface Constraint {
  readonly all: readonly (Condition | { readonly beta: string } | { readonly absent: Condition })[];
  readonly outcome: 400 | 'no-effect';
  readonly fix?: string;
  /** Two betas that are refused together, whatever the body contains. */
  readonly isConflict?: boolean;
}

/** An alternative with the same result on some platforms. */
export interface Substitute {
  readonly on: readonly string[];
  readonly when: Condition;
  readonly unless?: Condition;
  /** The path to remove from the body. */
  readonly remove: string;
  readonly send: string;
}

/** A header value. */
export interface KnownBeta {
  readonly id: string;
  readonly feature: KnownFeature;
  /** The engine treats `beta` and `preview` alike. */
  readonly stage: Stage;
  readonly supersededBy?: string;
  readonly requires: readonly Requirement[];
  /** For `legacy-shape`: the endpoints whose answers it changes. */
  readonly selectsAt: readonly string[];
  /** For `legacy-shape`: the endpoints where the official client appends it. */
  readonly appendedAt: readonly string[];
  /** Lists a platform's own claims; `listClaims` adds those of the platform that it follows. */
  acceptance(platform: string): readonly Claim<AcceptanceStatus>[];
}

/** A capability. */
export interface KnownFeature {
  readonly name: string;
  /** The position in the manifest's order. */
  readonly order: number;
  /** The documentation page; a private feature may have none. */
  readonly docs: string | undefined;
  /** Oldest first. */
  readonly betas: readonly KnownBeta[];
  /** The beta that the feature's name means. */
  readonly default: string | undefined;
  /** The newest public beta. */
  readonly latest: string | undefined;
  readonly removal: Removal;
  /**
   * The rules for its use. The requirements of its betas also count as uses and are not repeated
   * here.
   */
  readonly uses: readonly Rule[];
  readonly constraints: readonly Constraint[];
  readonly substitutes: readonly Substitute[];
  /** Lists a platform's own claims; `listClaims` adds those of the platform that it follows. */
  availability(platform: string): readonly Claim<AvailabilityStatus>[];
}

/** A platform that serves Claude. */
export interface KnownPlatform {
  readonly id: Platform;
  /** `anthropic` if Anthropic runs it. */
  readonly operator: string;
  /** The platform that it follows where nothing else is claimed. */
  readonly like?: string;
  /** Matches the platform's host names. */
  readonly hosts: RegExp;
  /** The platform's endpoints; the first match counts. */
  readonly endpoints: readonly {
    readonly endpoint?: readonly string[];
    readonly status: 'available' | 'unavailable' | 'unknown';
  }[];
}

/** The names that the SDK's message params know, separated by spaces. */
export interface Surface {
  /** Keys of the body. */
  readonly params: string;
  /** `tools[].type` */
  readonly tools: string;
  /** `messages[].content[].type`, and of everything nested in it. */
  readonly blocks: string;
}

/**
 * The data that `plan` uses: the manifest of this release, or the manifest extended by
 * `extendCatalog`. Opaque: its contents may change in any release.
 */
export interface EngineCatalog<Names extends string = BetaName> {
  /**
   * The names that `always` accepts; exists in types only.
   * @internal
   */
  readonly names?: Names;
  /** @internal */
  readonly features: ReadonlyMap<string, KnownFeature>;
  /** @internal */
  readonly betas: ReadonlyMap<string, KnownBeta>;
  /** @internal */
  readonly platforms: ReadonlyMap<string, KnownPlatform>;
  /**
   * The day on which each model was retired.
   * @internal
   */
  readonly retiredModels: ReadonlyMap<string, string>;
  /**
   * The ids of all models that the manifest has.
   * @internal
   */
  readonly models: ReadonlySet<string>;
  /** @internal */
  readonly surface: Surface;
}

/** Every beta that has an effect, and every feature that has such a beta. */
export type BetaName = Exclude<Beta | Feature, keyof RetiredReasons>;

/** The betas and features of a catalog that `always` accepts. */
export type BetaOf<C extends EngineCatalog<string>> = NonNullable<C['names']>;

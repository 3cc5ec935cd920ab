/**
 * What the engine knows, as it is looked up. `generated/catalog.ts` has the same in a compact form;
 * `decode.ts` reads it.
 */
import type { Beta, Feature, Platform, RetiredReasons } from '@beta-headers/constants';
import type { Confidence } from '../types.ts';

/** A value of JSON that a rule compares with. */
export type Scalar = string | number | boolean;

/**
 * A condition on a request: a place in the body, an endpoint, or both. `@beta-headers/grammar`
 * reads `at` and `endpoint`.
 */
export interface Condition {
  /** A path into the body, `tools[].type`; on a GET or DELETE a parameter of the query. */
  readonly at?: string;
  /** The value that it must have. */
  readonly is?: Scalar;
  /** The values of which it must have one. */
  readonly in?: readonly Scalar[];
  /** An empty list, object or text does not count. */
  readonly nonEmpty?: true;
  /** The number that it must exceed. */
  readonly above?: number;
  /** Siblings of the last name of `at`, with the value that each must have. */
  readonly where?: { readonly [name: string]: Scalar };
  /** `POST /v1/messages`, `* /v1/agents/**`; one of them. */
  readonly endpoint?: readonly string[];
  /** Model ids, one of them. */
  readonly model?: readonly string[];
  /** Platforms, one of them. */
  readonly platform?: readonly string[];
  /** The newest `anthropic-version` under which it holds. */
  readonly apiVersion?: string;
}

/** A rule of `uses` or `requires`. */
export interface Rule extends Condition {
  readonly unless?: Condition;
  /** The name of this form of the feature. Default: the value that was found. */
  readonly shape?: string;
}

/** A rule of `requires`, and every beta that satisfies it. */
export interface Requirement extends Rule {
  readonly choices: readonly string[];
}

/** What a claim says of a feature. */
export type AvailabilityStatus = 'available' | 'unavailable' | 'no-effect' | 'unknown';
/** What a claim says of a header value. */
export type AcceptanceStatus = 'accepted' | 'ignored' | 'rejected' | 'unknown';

/**
 * A claim about a feature or a header value on a platform. Of a list, the first that applies
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
  /** What the platform wants in place of the value, by feature. */
  readonly instead?: readonly { readonly for: string; readonly send: string }[];
}

/** Conditions that together are refused or have no effect. */
export interface Constraint {
  readonly all: readonly (Condition | { readonly beta: string } | { readonly absent: Condition })[];
  readonly outcome: 400 | 'no-effect';
  readonly fix?: string;
  /** Two betas that are refused together, whatever is in the body. */
  readonly isConflict?: boolean;
}

/** Another way to the same result on some platforms. */
export interface Substitute {
  readonly on: readonly string[];
  readonly when: Condition;
  readonly unless?: Condition;
  /** The path to take out of the body. */
  readonly remove: string;
  readonly send: string;
}

/** The stages that the engine tells apart; `beta` and `preview` are planned alike. */
export type Stage =
  | 'beta'
  | 'preview'
  | 'superseded'
  | 'graduated'
  | 'legacy-shape'
  | 'retired'
  | 'internal';

/** A header value. */
export interface KnownBeta {
  readonly id: string;
  readonly feature: KnownFeature;
  readonly stage: Stage;
  readonly supersededBy?: string;
  readonly requires: readonly Requirement[];
  /** legacy-shape: the endpoints whose answers it changes. */
  readonly selectsAt: readonly string[];
  /** legacy-shape: the endpoints to whose calls the official client appends it by itself. */
  readonly appendedAt: readonly string[];
  /** The claims about a platform itself; `claimsOn` adds those of the platform that it follows. */
  acceptance(platform: string): readonly Claim<AcceptanceStatus>[];
}

/** A capability. */
export interface KnownFeature {
  readonly name: string;
  /** Its place in the order of the manifest. */
  readonly order: number;
  /** The page that explains it; a private feature may have none. */
  readonly docs: string | undefined;
  /** Oldest first. */
  readonly betas: readonly KnownBeta[];
  /** The beta that the feature's name means. */
  readonly default: string | undefined;
  /** The newest beta that people may use. */
  readonly latest: string | undefined;
  readonly removal: 'safe' | 'changes-answer' | 'breaks';
  /** What uses it, without the places of its betas' requirements, which all count as uses. */
  readonly uses: readonly Rule[];
  readonly constraints: readonly Constraint[];
  readonly substitutes: readonly Substitute[];
  /** The claims about a platform itself; `claimsOn` adds those of the platform that it follows. */
  availability(platform: string): readonly Claim<AvailabilityStatus>[];
}

/** A place where Claude can be called. */
export interface KnownPlatform {
  readonly id: Platform;
  /** `anthropic` where Anthropic runs it. */
  readonly operator: string;
  /** The platform that it follows where nothing else is claimed. */
  readonly like?: string;
  /** Matches the host names that are this platform. */
  readonly hosts: RegExp;
  /** Which endpoints exist there; the first match counts. */
  readonly endpoints: readonly {
    readonly endpoint?: readonly string[];
    readonly status: 'available' | 'unavailable' | 'unknown';
  }[];
}

/** What the SDK's message params know: names with a space between them. */
export interface Surface {
  /** Keys of the body. */
  readonly params: string;
  /** `tools[].type` */
  readonly tools: string;
  /** `messages[].content[].type`, and of everything nested in it. */
  readonly blocks: string;
}

/**
 * Everything that `plan` looks up: the manifest of this release, or that and an overlay of your
 * own, made by `extendCatalog`. Opaque: what is in it may change in any release.
 */
export interface EngineCatalog<Names extends string = BetaName> {
  /**
   * The names that `always` takes; in types alone.
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
   * The day on which each model ended.
   * @internal
   */
  readonly retiredModels: ReadonlyMap<string, string>;
  /** @internal */
  readonly surface: Surface;
}

/** Every beta that does something, and every feature of which one does. */
export type BetaName = Exclude<Beta | Feature, keyof RetiredReasons>;

/** The betas and features of a catalog: what `always` takes. */
export type BetaOf<C extends EngineCatalog<string>> = NonNullable<C['names']>;

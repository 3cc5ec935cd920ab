/** The Catalog: everything the manifest says and everything that follows from it. */
import type { BetaPlacement } from '@beta-headers/grammar';
import type { SdkRelease } from './declared-surface.ts';
import type {
  AcceptanceClaim,
  Audience,
  AvailabilityClaim,
  BetaSource,
  Condition,
  Constraint,
  ErrorSource,
  Evidence,
  Family,
  FeatureSource,
  Localized,
  NotBetaReason,
  PlatformSource,
  Rule,
  SdkLanguage,
  Stage,
  Substitute,
  Use,
} from './schema/index.ts';

/** An authored condition or claim, with `endpoint` always as a list. */
type WithEndpointList<T> = Omit<T, 'endpoint'> & { readonly endpoint?: readonly string[] };

/** A condition on a request. */
export type CatalogCondition = WithEndpointList<Condition>;

/** A condition with an exception. */
type CatalogTest<T> = WithEndpointList<Omit<T, 'unless'>> & { readonly unless?: CatalogCondition };
/** A rule of `requires`. */
export type CatalogRule = CatalogTest<Rule>;
/** A rule of `uses`. */
export type CatalogUse = CatalogTest<Use>;

/** The platform from which a claim was computed, because `like` says so. */
interface Derived {
  readonly derivedFrom?: string;
}
/** A claim about a feature on a platform. */
export type CatalogAvailability = WithEndpointList<AvailabilityClaim> & Derived;
/** A claim about a header value on a platform. */
export type CatalogAcceptance = WithEndpointList<AcceptanceClaim> & Derived;

/** A condition of a constraint. */
export type CatalogConstraintPart =
  | CatalogCondition
  | { readonly beta: string }
  | { readonly absent: CatalogCondition };
/** Conditions that together are refused or have no effect. */
export type CatalogConstraint = Omit<Constraint, 'all'> & {
  readonly all: readonly CatalogConstraintPart[];
};
/** An equivalent way on some platforms. */
export type CatalogSubstitute = Omit<Substitute, 'when' | 'unless'> & {
  readonly when: CatalogCondition;
  readonly unless?: CatalogCondition;
};

/** A dated fact: graduated, released, retired. */
export type CatalogEvent = NonNullable<BetaSource['released']>;

/** A beta with everything that is derived from the authored files. An absent key is not known. */
export interface CatalogBeta {
  /** The exact header value. */
  readonly id: string;
  /** The name of its feature. */
  readonly feature: string;
  /** The date in the id, YYYY-MM-DD. */
  readonly date: string;
  /** `MCP_CLIENT_2025_11_20` */
  readonly constant: string;
  readonly stage: Stage;
  /** No official page explains it. Claims cover only the places where it was seen. */
  readonly undocumented: boolean;
  /** A different mechanism from the other dates of its feature, which cannot replace it. */
  readonly independent: boolean;
  /** Its own, or that of the feature. */
  readonly title: Localized;
  /** Its own, or that of the feature. */
  readonly summary: Localized;
  /** Its own page, or that of the feature. */
  readonly docs: string;
  /** The beta to use instead. */
  readonly supersededBy?: string;
  /** The betas that name this one in `supersededBy`. */
  readonly supersedes: readonly string[];
  /** The betas whose rules accept this one as a choice. */
  readonly chosenFor: readonly string[];
  readonly released?: CatalogEvent;
  readonly graduated?: CatalogEvent;
  readonly retired?: CatalogEvent;
  readonly sdk: {
    /**
     * The first release of each official SDK that lists the value or, failing that, contains it.
     */
    readonly since: { readonly [language in SdkLanguage]?: string };
    /** The release of the TypeScript SDK that deprecates it. */
    readonly deprecated?: string | undefined;
    /** The endpoints to which the TypeScript SDK sends it although nothing needs it. */
    readonly sends: readonly string[];
  };
  /** The rules that need it. Empty if nothing needs it or the rules are not known. */
  readonly requires: readonly CatalogRule[];
  /** The older response shape that it selects, in words. */
  readonly selects?: Localized;
  /** The endpoints whose answers have that shape. */
  readonly selectsAt: readonly string[];
  /** All platforms in the order of the Catalog; `unknown` without a claim. */
  readonly acceptance: { readonly [platform: string]: readonly CatalogAcceptance[] };
  /** A page on how to leave it. */
  readonly migration?: string;
  readonly notes?: Localized;
  /** Open questions for a person to decide. Empty in a release. */
  readonly review: readonly string[];
  readonly evidence: readonly Evidence[];
  /** True if a user's overlay defines it, and not the published manifest. */
  readonly overlay: boolean;
}

/** A capability, and the betas that it has or had. */
export interface CatalogFeature {
  /** `mcp-client`. The ids of its betas begin with it, and `betas()` accepts it. */
  readonly name: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly family: Family;
  readonly audience: Audience;
  /** The page that explains it. */
  readonly docs: string;
  readonly notes?: Localized;
  /** Ids, oldest first. */
  readonly betas: readonly string[];
  /** The beta that `betas('feature')` means. */
  readonly default: string;
  /** The newest beta that people may use. */
  readonly latest: string;
  /** The rules by which a request uses the feature: the authored ones, then those of its betas. */
  readonly uses: readonly CatalogUse[];
  readonly removal?: FeatureSource['removal'];
  /** All platforms in the order of the Catalog; `unknown` without a claim. */
  readonly availability: { readonly [platform: string]: readonly CatalogAvailability[] };
  readonly constraints: readonly CatalogConstraint[];
  readonly substitutes: readonly CatalogSubstitute[];
  /** The models that the documentation lists. */
  readonly models?: FeatureSource['models'];
  readonly zdr?: FeatureSource['zdr'];
  /** The changes that a client must expect in the response. */
  readonly effects: NonNullable<FeatureSource['effects']>;
  /** The first `anthropic-version` that has the feature, or its form without a header. */
  readonly apiVersion?: FeatureSource['apiVersion'];
  /** True if a user's overlay defines it. */
  readonly overlay: boolean;
}

/** A claim about whether endpoints exist on a platform. */
export interface CatalogEndpoint extends Derived {
  readonly endpoint?: readonly string[];
  readonly status: 'available' | 'unavailable' | 'unknown';
  readonly note?: Localized | undefined;
  readonly evidence: readonly Evidence[];
}

/** A place where Claude can be called. */
export interface CatalogPlatform {
  readonly id: string;
  readonly title: string;
  readonly summary: Localized;
  readonly docs: string;
  /** `anthropic`, `aws`, `google`, `microsoft` */
  readonly operator: string;
  /** The part of the request that carries the betas. */
  readonly wire: BetaPlacement;
  readonly wireNote?: Localized | undefined;
  /** Host names; `*` matches one label or a part of one. */
  readonly hosts: readonly string[];
  /** The prefixes of its paths before /v1; `{name}` is any one segment. Empty if there are none. */
  readonly bases: readonly string[];
  /** A short name for table headings. */
  readonly short?: string | undefined;
  /** The official clients: the npm package, its class, and that of the Python SDK. */
  readonly client?:
    | { readonly package: string; readonly name: string; readonly python: string }
    | undefined;
  /** The address and authentication for calls without a client. */
  readonly call?: PlatformSource['call'];
  /** The endpoints of the Claude API that exist there; the first match counts. */
  readonly endpoints: readonly CatalogEndpoint[];
  readonly like?:
    | {
        readonly platform: string;
        readonly note?: Localized | undefined;
        readonly evidence: readonly Evidence[];
      }
    | undefined;
  readonly evidence: readonly Evidence[];
}

/** A model that rules and claims may name. */
export interface CatalogModel {
  /** As the Claude API names it, without a date. */
  readonly id: string;
  readonly title: string;
  /** Its name on the platforms whose documentation lists it. */
  readonly ids?: { readonly [platform: string]: string } | undefined;
  /** The announced end of life. The model may still answer after it. */
  readonly retires?: string | undefined;
  /** The day on which it stopped answering. */
  readonly retired?: string | undefined;
  readonly evidence: readonly Evidence[];
}

/** A page that was read on a day, a release of a package, or something internal of an overlay. */
export type CatalogSource =
  | {
      readonly id: string;
      readonly url: string;
      readonly checked: string;
      readonly copy?: string | undefined;
    }
  | {
      readonly id: string;
      readonly package: string;
      readonly version: string;
      readonly checked?: string | undefined;
    }
  | {
      readonly id: string;
      /** A document or message that only the author of an overlay has, in words. */
      readonly internal: string;
      readonly checked?: string | undefined;
    };

/** Advice for a refused request. */
export interface CatalogFix {
  readonly code: string;
  readonly text: Localized;
}

/** A value that public code or pages use as a beta although it is not one. */
export interface CatalogNotBeta {
  /** The value as published. */
  readonly id: string;
  readonly reason: NotBetaReason;
  /** The beta that was probably meant. */
  readonly means?: string | undefined;
  /** Advice on what to write instead, if `means` does not give it. */
  readonly note?: Localized | undefined;
  readonly evidence: readonly Evidence[];
}

/** A known wording of an error about betas. */
export interface CatalogError {
  readonly id: string;
  readonly kind: ErrorSource['kind'];
  /** RE2 syntax, case-insensitive. */
  readonly pattern: string;
  readonly unless?: string | undefined;
  readonly per?: 'sentence' | undefined;
  readonly named?: true | undefined;
  readonly betas?: readonly string[] | undefined;
  readonly advice?: ErrorSource['advice'];
  readonly platforms?: readonly string[] | undefined;
  readonly status?: readonly number[] | undefined;
  readonly language?: string | undefined;
  readonly example: string;
  readonly evidence: readonly Evidence[];
}

/** An official SDK in another language than TypeScript. */
export interface CatalogSdk {
  readonly language: Exclude<SdkLanguage, 'typescript'>;
  /** The package that people install. */
  readonly package: string;
  /** The newest release that was read. A value without a version in `since` is not in it. */
  readonly newest: string;
  readonly evidence: readonly Evidence[];
}

/** A program that sends betas by itself. */
export interface CatalogClient {
  readonly id: string;
  readonly title: string;
  readonly docs: string;
  readonly variables: readonly CatalogClientVariable[];
  readonly sends: readonly CatalogClientBeta[];
  readonly evidence: readonly Evidence[];
}

/** An environment variable that changes which betas a client sends. */
export interface CatalogClientVariable {
  readonly name: string;
  readonly value: string;
  readonly effect: Localized;
  /** The features that no longer work. */
  readonly cost?: Localized | undefined;
  readonly evidence: readonly Evidence[];
}

/** A value that a client sends. */
export interface CatalogClientBeta {
  readonly beta: string;
  /** When it is sent, if not always. */
  readonly when?: Localized | undefined;
  /** The effect of removing it. Absent if no public source says so. */
  readonly loss?: Localized | undefined;
  /** The names of the variables that keep it from being sent. */
  readonly off?: readonly string[] | undefined;
  readonly evidence: readonly Evidence[];
}

/** A value of the header anthropic-version. */
export interface CatalogApiVersion {
  readonly version: string;
  readonly docs: string;
  /** The platforms that take it. Absent if no source lists them. */
  readonly platforms?: readonly string[] | undefined;
  /** Conditions on the other platforms. */
  readonly note?: Localized | undefined;
  /** The first release of each official SDK that sends it by default. */
  readonly sdk?: { readonly [language in SdkLanguage]?: string } | undefined;
  readonly changes: readonly {
    readonly text: Localized;
    readonly evidence: readonly Evidence[];
  }[];
  readonly evidence: readonly Evidence[];
}

/** The names that the SDK or the documentation has for message params. Each list is sorted. */
export interface CatalogSurface {
  /** Keys of the body. */
  readonly params: readonly string[];
  /** Values of `tools[].type`. */
  readonly tools: readonly string[];
  /** Values of `messages[].content[].type` and of what nests in it. */
  readonly blocks: readonly string[];
}

/** Everything that the manifest says. */
export interface Catalog {
  /** Increases when the meaning of a key changes. */
  readonly schemaVersion: 2;
  /** By name. */
  readonly features: readonly CatalogFeature[];
  /** By feature, then oldest first. */
  readonly betas: readonly CatalogBeta[];
  /** In the order of platforms.yaml. */
  readonly platforms: readonly CatalogPlatform[];
  /** By id. */
  readonly models: readonly CatalogModel[];
  /** By id; `evidence` everywhere cites them. */
  readonly sources: readonly CatalogSource[];
  /** By code. */
  readonly fixes: readonly CatalogFix[];
  /** Values that look like betas and are not, by id. No beta has one of these ids. */
  readonly notBetas: readonly CatalogNotBeta[];
  /** In the order of sdks.yaml. The releases of the TypeScript SDK are in `sources`. */
  readonly sdks: readonly CatalogSdk[];
  /** In the order of clients.yaml: programs that send betas by themselves. */
  readonly clients: readonly CatalogClient[];
  /** The values of anthropic-version, newest first. */
  readonly apiVersions: readonly CatalogApiVersion[];
  /** In the order of errors.yaml; the first that matches counts. */
  readonly errors: readonly CatalogError[];
  /** Names that message params may have besides those in rules. */
  readonly surface: CatalogSurface;
  /** The releases of the TypeScript SDK that a beta names, with their days. Newest first. */
  readonly sdkReleases: readonly SdkRelease[];
}

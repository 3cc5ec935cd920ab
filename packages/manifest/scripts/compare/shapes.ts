/** The parts of both versions of the authored files that the comparison reads. */

/** A text in both languages of the site. */
export interface Text {
  readonly en: string;
  readonly id: string;
}
/** A single value or a list. */
export type OneOrMore<T> = T | readonly T[];

/** A citation of version 1. */
export interface OldEvidence {
  readonly url?: string;
  readonly checked?: string;
  readonly sdk?: string;
  readonly package?: string;
  readonly symbol?: string;
  readonly changelog?: string;
  readonly says?: string;
}

/** A rule of either version. `unless`, `where` and `shape` are new in version 2. */
export interface Rule {
  readonly at?: string;
  readonly is?: unknown;
  readonly in?: readonly unknown[];
  readonly nonEmpty?: true;
  readonly above?: number;
  readonly endpoint?: OneOrMore<string>;
  readonly model?: readonly string[];
  readonly platform?: readonly string[];
  readonly apiVersion?: string;
  readonly choice?: readonly string[];
  readonly where?: Readonly<Record<string, unknown>>;
  readonly unless?: Rule;
  readonly shape?: string;
  readonly note?: Text;
}

/** A platform's claim about a header value, version 1. */
export interface OldClaim {
  readonly accepts:
    | boolean
    | 'unknown'
    | { readonly as: string }
    | { readonly models: readonly string[] };
  readonly confidence?: string;
  readonly disputed?: Text;
  readonly note?: Text;
  readonly evidence: readonly OldEvidence[];
}

/** A dated event with evidence of either version. */
export interface Event<E> {
  readonly date?: string;
  readonly note?: Text;
  readonly evidence: readonly E[];
}

/** Two betas that are refused together, version 1. */
export interface OldConflict {
  readonly with: string;
  readonly endpoint?: string;
  readonly answer: number;
  readonly note?: Text;
  readonly evidence: readonly OldEvidence[];
}

/** Something in the body that is refused even with the header, version 1. */
export interface OldTrap {
  readonly at: string;
  readonly is?: unknown;
  readonly together?: string;
  readonly model?: readonly string[];
  readonly platform?: readonly string[];
  readonly answer?: number;
  readonly note: Text;
  readonly evidence: readonly OldEvidence[];
}

/** The keys of a beta that both versions have. */
export interface BetaFacts<E> {
  readonly id: string;
  readonly stage: string;
  readonly undocumented?: boolean;
  readonly supersededBy?: string;
  readonly independent?: boolean;
  readonly title?: Text;
  readonly summary?: Text;
  readonly docs?: string;
  readonly released?: Event<E>;
  readonly graduated?: Event<E>;
  readonly retired?: Event<E>;
  readonly selects?: Text;
  readonly selectsAt?: readonly string[];
  readonly migration?: string;
  readonly notes?: Text;
  readonly review?: readonly string[];
  readonly evidence: readonly E[];
}

/** The models that the documentation lists. */
export interface ModelsOnly<E> {
  readonly only: readonly string[];
  readonly note?: Text;
  readonly evidence: readonly E[];
}

/** A beta of version 1. */
export interface OldBeta extends BetaFacts<OldEvidence> {
  readonly sdk?: {
    readonly since?: string;
    readonly deprecated?: string;
    readonly sends?: readonly string[];
  };
  readonly opens?: readonly Rule[];
  readonly formerly?: readonly Rule[];
  readonly models?: ModelsOnly<OldEvidence>;
  readonly platforms?: Readonly<Record<string, OldClaim>>;
  readonly conflicts?: readonly OldConflict[];
  readonly traps?: readonly OldTrap[];
}

/** The keys of a feature that both versions have. */
export interface FeatureFacts {
  readonly feature: string;
  readonly title: Text;
  readonly summary: Text;
  readonly family: string;
  readonly docs: string;
  readonly notes?: Text;
}

/** A feature file of version 1. */
export interface OldFeature extends FeatureFacts {
  readonly betas: readonly OldBeta[];
}

/** A citation of version 2. */
export interface NewEvidence {
  readonly source: string;
  readonly at?: string;
  readonly says?: string;
}

/** A claim of `availability` or `acceptance`. */
export interface NewClaim {
  readonly status: string;
  readonly models?: readonly string[];
  readonly endpoint?: OneOrMore<string>;
  readonly shape?: readonly string[];
  readonly until?: string;
  readonly confidence?: string;
  readonly disputed?: Text;
  readonly note?: Text;
  readonly fix?: string;
  readonly instead?: readonly { readonly for: string; readonly send: string }[];
  readonly evidence: readonly NewEvidence[];
}
/** Claims by platform. */
export type NewClaims = Readonly<Record<string, OneOrMore<NewClaim>>>;

/** Conditions that are refused together, version 2. */
export interface Constraint {
  readonly all: readonly (Rule & { readonly beta?: string; readonly absent?: Rule })[];
  readonly outcome: unknown;
  readonly fix?: string;
  readonly note?: Text;
  readonly evidence: readonly NewEvidence[];
}

/** A beta of version 2. */
export interface NewBeta extends BetaFacts<NewEvidence> {
  readonly sdk?: {
    readonly since?: Readonly<Record<string, string>>;
    readonly deprecated?: string;
    readonly sends?: readonly string[];
  };
  readonly requires?: readonly Rule[];
  readonly acceptance?: NewClaims;
}

/** A feature file of version 2. */
export interface NewFeature extends FeatureFacts {
  readonly uses?: readonly Rule[];
  readonly availability?: NewClaims;
  readonly constraints?: readonly Constraint[];
  readonly models?: ModelsOnly<NewEvidence>;
  readonly betas: readonly NewBeta[];
}

/** An entry of sources.yaml. */
export interface Source {
  readonly id: string;
  readonly url?: string;
  readonly checked?: string;
  readonly package?: string;
  readonly version?: string;
}

/** An entry of fixes.yaml. */
export interface Fix {
  readonly code: string;
  readonly text: Text;
}

/** Converts a single value to a list. */
export const toList = <T>(value: OneOrMore<T> | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

/**
 * Types of `generated/catalog.ts`. Defaults are omitted and lists of names are written as one text
 * with spaces, because both reduce the size considerably.
 */
import type { AcceptanceStatus, AvailabilityStatus, Removal, Stage } from '@beta-headers/grammar';
import type { Claim, Constraint, KnownPlatform, Rule, Substitute, Surface } from './types.ts';

/** Names with a space between them. */
export type Names = string;

/**
 * Claims about one subject: for each status, the platforms for which it is claimed without
 * conditions. `high`, `low` and `disputed` list the platforms whose claims are not of medium
 * confidence. Claims with conditions are in `by`.
 */
export type RawClaims<S extends string> = { readonly [K in S]?: Names } & {
  readonly high?: Names;
  readonly low?: Names;
  readonly disputed?: Names;
  readonly by?: { readonly [platforms: Names]: readonly Claim<S>[] };
};

/** A rule of `requires`. `choices` is omitted if only the beta itself satisfies the rule. */
export type RawRequirement = Rule & { readonly choices?: readonly string[] };

/** A beta; its id is `<feature>-<key>`. */
export interface RawBeta {
  /** Default: `beta`. */
  readonly stage?: Stage;
  readonly supersededBy?: string;
  readonly requires?: readonly RawRequirement[];
  readonly selectsAt?: readonly string[];
  readonly appendedAt?: readonly string[];
  readonly acceptance?: RawClaims<AcceptanceStatus>;
}

/** A feature. */
export interface RawFeature {
  /** The betas by the rest of their id after the feature's name. */
  readonly betas: { readonly [date: string]: RawBeta };
  /** The key of the default beta. Default: the last. */
  readonly default?: string;
  /** The key of the newest public beta. Default: `default`. */
  readonly latest?: string;
  /**
   * A whole link, or a path below the documentation's address. The feature's name is appended after
   * a closing slash.
   */
  readonly docs?: string;
  /** Default: `breaks`. */
  readonly removal?: Exclude<Removal, 'breaks'>;
  readonly uses?: readonly Rule[];
  readonly constraints?: readonly Constraint[];
  readonly substitutes?: readonly Substitute[];
  readonly availability?: RawClaims<AvailabilityStatus>;
}

/** A platform. */
export interface RawPlatform {
  /** Default: `anthropic`. */
  readonly operator?: string;
  readonly hosts?: Names;
  /** The platform whose claims hold here if there is no other claim. */
  readonly like?: string;
  readonly endpoints?: KnownPlatform['endpoints'];
}

/** The whole catalog. */
export interface RawCatalog {
  readonly platforms: { readonly [id: string]: RawPlatform };
  /** The ids of the models that are not retired. */
  readonly models: Names;
  readonly retiredModels: { readonly [id: string]: string };
  readonly surface: Surface;
  readonly features: { readonly [name: string]: RawFeature };
}

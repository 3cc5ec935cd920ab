/**
 * The form of `generated/catalog.ts`: records with what is the default left out, and lists of names
 * as one text with spaces, because both are a fraction of the size.
 */
import type {
  Claim,
  Constraint,
  KnownPlatform,
  Rule,
  Stage,
  Substitute,
  Surface,
} from './types.ts';

/** Names with a space between them. */
export type Names = string;

/**
 * Claims about one subject: for each status the platforms of which it is claimed without a
 * condition. `high`, `low` and `disputed` say how sure those claims are, where they are not of
 * medium confidence. What has conditions is in `by`.
 */
export type RawClaims<S extends string> = { readonly [K in S]?: Names } & {
  readonly high?: Names;
  readonly low?: Names;
  readonly disputed?: Names;
  readonly by?: { readonly [platforms: Names]: readonly Claim<S>[] };
};

/** A rule of `requires`. `choices` is left out where the beta alone satisfies it. */
export type RawRequirement = Rule & { readonly choices?: readonly string[] };

/** A beta; its id is `<feature>-<key>`. */
export interface RawBeta {
  /** Default: `beta`. */
  readonly stage?: Stage;
  readonly supersededBy?: string;
  readonly requires?: readonly RawRequirement[];
  readonly selectsAt?: readonly string[];
  readonly appendedAt?: readonly string[];
  readonly acceptance?: RawClaims<'accepted' | 'ignored' | 'rejected' | 'unknown'>;
}

/** A feature. */
export interface RawFeature {
  /** By what follows the feature's name in the id. */
  readonly betas: { readonly [date: string]: RawBeta };
  /** The key of the beta that the name means. Default: the last. */
  readonly default?: string;
  /** The key of the newest beta that people may use. Default: `default`. */
  readonly latest?: string;
  /**
   * A whole link, or what follows the documentation's own address; the feature's name follows a
   * closing slash.
   */
  readonly docs?: string;
  /** Default: `breaks`. */
  readonly removal?: 'safe' | 'changes-answer';
  readonly uses?: readonly Rule[];
  readonly constraints?: readonly Constraint[];
  readonly substitutes?: readonly Substitute[];
  readonly availability?: RawClaims<'available' | 'unavailable' | 'no-effect' | 'unknown'>;
}

/** A platform. */
export interface RawPlatform {
  /** Default: `anthropic`. */
  readonly operator?: string;
  readonly hosts?: Names;
  /** The platform that it follows where nothing else is claimed. */
  readonly like?: string;
  readonly endpoints?: KnownPlatform['endpoints'];
}

/** Everything. */
export interface RawCatalog {
  readonly platforms: { readonly [id: string]: RawPlatform };
  readonly retiredModels: { readonly [id: string]: string };
  readonly surface: Surface;
  readonly features: { readonly [name: string]: RawFeature };
}

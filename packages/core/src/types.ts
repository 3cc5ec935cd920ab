/** The words of the engine: what goes into a plan and what comes out. */
import type {
  Beta,
  BetasOn,
  Feature,
  LatestByFeature,
  RejectedByPlatform,
  RetiredReasons,
} from '@beta-headers/constants';
import type { Platform } from './platforms.ts';

export type { Platform };

/** A place in a JSON body, RFC 6901: `/messages/0/content/2/type`. On a GET or DELETE, a parameter of the query: `/before_id`. */
export type JsonPointer = string;

/** A request as it is about to be sent. Nothing of it is changed. */
export interface BetaRequest {
  /** `POST`; any case. */
  readonly method: string;
  /** The path, or a whole URL; a query and a prefix before `/v1` are understood. */
  readonly path: string;
  /** The headers as they are; of them only `anthropic-beta` and `anthropic-version` matter. */
  readonly headers?: HeadersInit | undefined;
  /** The body as a value; or its JSON as text or bytes. Anything that is not an object is left alone. */
  readonly body?: unknown;
  /** The model, where it is neither in the body nor in the path. */
  readonly model?: string | undefined;
}

/** What to do in each case; the first value of each line is the default. */
export interface Policy {
  /** The request needs a beta and nobody sent it. */
  readonly missing?: 'add' | 'report' | 'throw';
  /**
   * The platform does not accept a beta. `auto` refuses before the round trip when the body depends on it, else drops it;
   * `strip` drops the beta and the fields that it opens.
   */
  readonly unsupported?: 'auto' | 'drop' | 'strip' | 'throw' | 'pass';
  /** The platform knows the beta under another name. */
  readonly renamed?: 'rename' | 'pass';
  /** The manifest does not know the beta. The decision says so where it is passed on. */
  readonly unknown?: 'pass' | 'drop' | 'throw';
  /** The feature no longer needs the header. `auto` keeps it where it does no harm and drops it where the platform rejects it. */
  readonly graduated?: 'auto' | 'keep' | 'drop';
  /** Two betas that this endpoint refuses together. */
  readonly conflict?: 'throw' | 'report';
}

/**
 * What may be asked for on a platform: a beta that it is not known to reject, or a feature whose newest beta is one.
 * A retired beta turns into the reason, so that the compiler says it. For a value that the packages do not know yet, see `uncheckedBeta`.
 */
export type BetaName<P extends Platform = Platform> =
  | Exclude<Platform extends P ? Beta : BetasOn<P>, keyof RetiredReasons>
  | FeatureOn<P>;

/**
 * The features whose newest beta the platform may accept.
 * @internal
 */
type FeatureOn<P extends Platform> = Platform extends P
  ? Feature
  : {
      [F in Feature]: LatestByFeature[F] extends RejectedByPlatform[P] | keyof RetiredReasons
        ? never
        : F;
    }[Feature];

/** A value that nobody checked against the manifest; made by `uncheckedBeta`. */
export type UncheckedBeta = string & { readonly __unchecked: true };

/** How to plan. With a platform named, `always` takes only what it accepts. */
export interface PlanOptions<P extends Platform = Platform> {
  /** Default: `claude-api`. */
  readonly platform?: P | undefined;
  /** Betas, or features (meaning their newest beta), to send with every request. They yield to what the caller sent and the request needs. */
  readonly always?: readonly (BetaName<P> | UncheckedBeta)[] | undefined;
  /** What to do in each case. */
  readonly policy?: Policy | undefined;
  /** Betas that this platform is known to have rejected for this model. They count as not accepted. */
  readonly rejected?: readonly string[] | undefined;
}

/**
 * Why a decision was taken.
 *
 * - `caller`: the caller sent it · `always`: the option asks for it · `needed`: something in the request needs it
 * - `callers-date`: the caller chose this date of the feature, and it stays; on what was dropped: `other` is the date that the caller chose
 * - `legacy-shape`: it selects an older response shape, and dropping it would change the answer
 * - `graduated`: the feature no longer needs it · `retired`: it does nothing any more · `superseded`: a newer one exists
 * - `renamed`: the platform knows it under another name · `spelling`: it was sent in another letter case
 * - `unsupported`: the platform does not accept it · `rejected`: the platform has rejected it before
 * - `unknown`: the manifest does not know it · `malformed`: no header can carry it · `conflict`: the endpoint refuses it beside another
 */
export type Reason =
  | 'caller'
  | 'always'
  | 'needed'
  | 'callers-date'
  | 'legacy-shape'
  | 'graduated'
  | 'retired'
  | 'superseded'
  | 'renamed'
  | 'spelling'
  | 'unsupported'
  | 'rejected'
  | 'unknown'
  | 'malformed'
  | 'conflict';

/** One line of a plan. Holds no prompt, key or token: names of betas and places only. */
export interface Decision {
  /** The beta that the decision is about, as the caller or the manifest names it. */
  readonly beta: string;
  /** `refused` means that the request should not be sent as it is. */
  readonly action: 'sent' | 'added' | 'dropped' | 'renamed' | 'refused';
  /** Why. */
  readonly because: Reason;
  /** The place in the body that needs the beta. */
  readonly at?: JsonPointer;
  /** The page that explains the beta. */
  readonly docs?: string;
  /** `renamed`: the name that is sent. `conflict`: the other beta. `superseded`: the newer one. `callers-date`: the date that stays. */
  readonly other?: string;
}

/** The engine's answer for one request. */
export interface BetaPlan {
  /** What is to be sent, in order, without duplicates, under the platform's names. */
  readonly betas: string[];
  /** The value of `anthropic-beta`; `undefined` means that the header must not be there. */
  readonly header: string | undefined;
  /** What was decided about each beta. */
  readonly decisions: Decision[];
  /** A changed copy of the body, always as a value; absent when the body can stay as it is. */
  readonly body?: unknown;
}

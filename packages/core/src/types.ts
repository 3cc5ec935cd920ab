/** The words of the engine: what goes into a plan and what comes out. */
import type { Feature, Platform } from '@beta-headers/constants';
import type { BetaOf, EngineCatalog } from './catalog/types.ts';

/**
 * A place in a JSON body, RFC 6901: `/messages/0/content/2/type`. On a GET or DELETE, a parameter
 * of the query: `/before_id`.
 */
export type JsonPointer = string;

/** A request as it is about to be sent. Nothing of it is changed. */
export interface BetaRequest {
  /** `POST`; any case. */
  readonly method: string;
  /** The whole URL, or the path alone; a query and a prefix before `/v1` are understood. */
  readonly url: string;
  /** The headers as they are; of them only `anthropic-beta` and `anthropic-version` matter. */
  readonly headers?: HeadersInit | undefined;
  /**
   * The body as a value; or its JSON as text or bytes. Anything that is not an object is left
   * alone.
   */
  readonly body?: unknown;
  /** The model, where it is neither in the body nor in the path. */
  readonly model?: string | undefined;
}

/**
 * How a plan treats what is wrong. `repair` makes the request work where it can and refuses where
 * it cannot; `strict` refuses whatever it would have to change; `observe` changes and refuses
 * nothing, and says what `repair` would do; `gateway` is `repair` for a client that cannot be
 * changed: it also takes out what changes the answer.
 */
export type Mode = 'repair' | 'strict' | 'observe' | 'gateway';

/** What to do in each case. What is left out is as the mode says. */
export interface Policy {
  /** The request needs a beta and nobody sent it. */
  readonly missing?: 'add' | 'refuse' | 'report' | undefined;
  /** The platform rejects a beta that nothing in the request needs. */
  readonly rejected?: 'drop' | 'refuse' | 'send' | undefined;
  /** The request uses a feature that does not exist there. `strip` takes it out of the body. */
  readonly unavailable?: 'refuse' | 'strip' | 'send' | undefined;
  /** The request combines what the API refuses together. */
  readonly constraint?: 'refuse' | 'send' | undefined;
  /** Two betas that this endpoint refuses together. */
  readonly conflict?: 'refuse' | 'send' | undefined;
  /** The platform wants another value in place of a beta. */
  readonly instead?: 'replace' | 'send' | 'refuse' | undefined;
  /** A beta that the catalog does not know. */
  readonly unknownBeta?: 'send' | 'drop' | 'refuse' | undefined;
  /** A beta or a feature of which nobody knows what the platform does with it. */
  readonly unverified?: 'send' | 'drop' | 'refuse' | undefined;
  /**
   * A field, a tool type or a block type that neither the SDK nor a rule knows. `drop` takes a
   * top-level field out.
   */
  readonly unknownField?: 'send' | 'drop' | 'refuse' | undefined;
  /** The header does nothing any more. `auto` keeps it where it does no harm. */
  readonly graduated?: 'auto' | 'keep' | 'drop' | undefined;
}

/** How to plan. */
export interface PlanOptions<C extends EngineCatalog<string> = EngineCatalog> {
  /** Where the request goes. Default: `auto`, which tells it from the host and the path. */
  readonly platform?: Platform | 'auto' | undefined;
  /** How to treat what is wrong. Default: `repair`. */
  readonly mode?: Mode | undefined;
  /** What to do in single cases, where the mode is not meant. */
  readonly policy?: Policy | undefined;
  /**
   * The day, `2026-11-30`. Without it, claims with an end still hold and no model counts as
   * retired.
   */
  readonly today?: string | undefined;
  /**
   * Betas, or features (meaning their default beta), to send with every request. They yield to what
   * is sent and needed.
   */
  readonly always?: readonly BetaOf<C>[] | undefined;
  /**
   * Betas that this platform is known to have rejected for this model. They count as not accepted.
   */
  readonly rejected?: readonly string[] | undefined;
  /** The catalog to plan with; made by `extendCatalog`. Default: the manifest of this release. */
  readonly catalog?: C | undefined;
}

/** The sum of a plan: `unverified` where nobody knows. */
export type Verdict = 'works' | 'refused' | 'unverified';

/**
 * Why a decision was taken.
 *
 * - `caller`: the caller sent it
 * - `always`: the option asks for it
 * - `needed`: something in the request needs it
 * - `instead`: the platform wants it in place of something else
 * - `graduated`: the feature no longer needs it
 * - `retired`: it does nothing any more
 * - `superseded`: a newer one exists
 * - `legacy-shape`: it selects an older response shape here
 * - `callers-shape`: another date already selects the shape
 * - `rejected`: the platform does not accept it
 * - `rejected-before`: it was seen to be rejected
 * - `unknown-beta`: the catalog does not know it
 * - `unknown-acceptance`: nobody knows if the platform takes it
 * - `spelling`: it is written otherwise
 * - `malformed`: no header can carry it
 * - `empty-header`: the header is empty, or something between its commas is
 * - `misplaced`: the body names betas where the platform refuses them
 * - `too-many`: more than are looked at
 * - `conflict`: refused beside another beta
 * - `unavailable`: the feature does not exist there
 * - `no-effect`: it is accepted and ignored there
 * - `unknown-availability`: nobody knows if the feature exists there, or sources disagree
 * - `constraint`: what the request combines is refused, or has no effect
 * - `unknown-field`: neither the SDK nor a rule knows it
 * - `unread-body`: the body, or the model that it names, cannot be read
 * - `endpoint-unavailable`: the platform does not have the endpoint
 * - `model-retired`: the model has ended
 * - `platform-mismatch`: the host is another platform than the option says
 * - `unknown-platform`: the option is no platform
 */
export type Reason =
  | 'caller'
  | 'always'
  | 'needed'
  | 'instead'
  | 'graduated'
  | 'retired'
  | 'superseded'
  | 'legacy-shape'
  | 'callers-shape'
  | 'rejected'
  | 'rejected-before'
  | 'unknown-beta'
  | 'unknown-acceptance'
  | 'spelling'
  | 'malformed'
  | 'empty-header'
  | 'misplaced'
  | 'too-many'
  | 'conflict'
  | 'unavailable'
  | 'no-effect'
  | 'unknown-availability'
  | 'constraint'
  | 'unknown-field'
  | 'unread-body'
  | 'endpoint-unavailable'
  | 'model-retired'
  | 'platform-mismatch'
  | 'unknown-platform';

/**
 * What is done with the subject of a decision. `refused` means that the request should not be sent.
 */
export type Action =
  | 'sent'
  | 'added'
  | 'missing'
  | 'dropped'
  | 'stripped'
  | 'substituted'
  | 'refused'
  | 'ignored';

/**
 * How sure the claim is that decided. `disputed`: sources contradict each other; `unknown`: nobody
 * claims anything.
 */
export type Confidence = 'high' | 'medium' | 'low' | 'disputed' | 'unknown';

/** A code for what to do, `did-you-mean` or one of the manifest's `fixes`. */
export type FixCode = string;

/** One line of a plan. Holds no prompt, key or token: names of betas and places only. */
export interface Decision {
  /** The beta that the decision is about, as the caller or the catalog names it. */
  readonly beta?: string;
  /** The feature that the decision is about, or that the beta belongs to; or one of an overlay. */
  readonly feature?: Feature | (string & {});
  /** Why. */
  readonly reason: Reason;
  /** How loud to report it. `error` goes with `refused`. */
  readonly level: 'error' | 'warn' | 'debug';
  /** What is done. */
  readonly action: Action;
  /**
   * The places in the body that it is about, at most 100; of `stripped`, the places that were taken
   * out.
   */
  readonly at?: readonly JsonPointer[];
  /** How sure the claim is that decided. */
  readonly confidence?: Confidence;
  /** What is sent in its place; with `did-you-mean`, the nearest name. */
  readonly sends?: string;
  /** The beta, beside which it is refused. */
  readonly conflictsWith?: string;
  /** What it is sent in place of. */
  readonly replaces?: string;
  /** What to do about it. */
  readonly fix?: FixCode;
  /** The condition of the claim that decided, or by which the claims about it differ. */
  readonly dependsOn?: 'model' | 'form' | 'form-and-model' | 'endpoint';
  /** The last day of a claim that ended, or the day on which a model ended. */
  readonly until?: string;
  /** The page that explains it. */
  readonly docs?: string;
}

/** The engine's answer for one request. */
export interface BetaPlan {
  /** Will the planned request work? */
  readonly verdict: Verdict;
  /** True where the request has to change: its header or its body. */
  readonly changed: boolean;
  /** The platform that it was planned for. */
  readonly platform: Platform;
  /** How the platform was told. `assumed`: nothing says which it is. */
  readonly platformFrom: 'option' | 'host' | 'path' | 'assumed';
  /** What is to be sent, in order, without duplicates. */
  readonly betas: string[];
  /** The value of `anthropic-beta`; `undefined` means that the header must not be there. */
  readonly header: string | undefined;
  /**
   * A changed copy of the body: text where it came as text or bytes, else a value. Absent where it
   * can stay as it is.
   */
  readonly body?: unknown;
  /** Everything that was decided. */
  readonly decisions: Decision[];
}

export type { Feature, Platform };

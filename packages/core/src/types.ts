/** Types of the engine: the request, the options and the plan. */
import type { Feature, Platform } from '@beta-headers/constants';
import type { BetaOf, EngineCatalog } from './catalog/types.ts';

/**
 * A place in a JSON body, RFC 6901: `/messages/0/content/2/type`. On a GET or DELETE, a parameter
 * of the query: `/before_id`.
 */
export type JsonPointer = string;

/** A request that is about to be sent. `plan` never changes it. */
export interface BetaRequest {
  /** `POST`; any case. */
  readonly method: string;
  /** The whole URL or only its path. A query and a prefix before `/v1` are allowed. */
  readonly url: string;
  /** The request's headers. Only `anthropic-beta` and `anthropic-version` are read. */
  readonly headers?: HeadersInit | undefined;
  /**
   * The body as a value, or its JSON as text or bytes. A body that is not an object is left
   * unchanged.
   */
  readonly body?: unknown;
  /** The model, if neither the body nor the path names it. */
  readonly model?: string | undefined;
}

/**
 * The default behaviour of a plan. `repair` makes the request work if possible and refuses it
 * otherwise. `strict` refuses every request that it would have to change. `observe` changes and
 * refuses nothing, and reports what `repair` would do. `gateway` is `repair` for clients that
 * cannot be changed: it also removes features whose removal changes the answer.
 */
export type Mode = 'repair' | 'strict' | 'observe' | 'gateway';

/** The action for each case. A line that is left out follows the mode. */
export interface Policy {
  /** The request needs a beta that was not sent. */
  readonly missing?: 'add' | 'refuse' | 'report' | undefined;
  /** The platform rejects a beta that nothing in the request needs. */
  readonly rejected?: 'drop' | 'refuse' | 'send' | undefined;
  /**
   * The request uses a feature that the platform does not have. `strip` removes it from the body.
   */
  readonly unavailable?: 'refuse' | 'strip' | 'send' | undefined;
  /** The request combines things that the API refuses together. */
  readonly constraint?: 'refuse' | 'send' | undefined;
  /** Two betas that this endpoint refuses together. */
  readonly conflict?: 'refuse' | 'send' | undefined;
  /** The platform wants another value in place of a beta. */
  readonly instead?: 'replace' | 'send' | 'refuse' | undefined;
  /** A beta that the catalog does not know. */
  readonly unknownBeta?: 'send' | 'drop' | 'refuse' | undefined;
  /** It is not known if the platform accepts the beta or has the feature. */
  readonly unverified?: 'send' | 'drop' | 'refuse' | undefined;
  /**
   * A field, a tool type or a block type that neither the SDK nor a rule knows. `drop` removes a
   * top-level field.
   */
  readonly unknownField?: 'send' | 'drop' | 'refuse' | undefined;
  /** The header has no effect any more. `auto` keeps it unless it could do harm. */
  readonly graduated?: 'auto' | 'keep' | 'drop' | undefined;
}

/** Options of `plan`. */
export interface PlanOptions<C extends EngineCatalog<string> = EngineCatalog> {
  /**
   * The platform that the request goes to. Default: `auto`, which detects it from the host and the
   * path.
   */
  readonly platform?: Platform | 'auto' | undefined;
  /** The default behaviour. Default: `repair`. */
  readonly mode?: Mode | undefined;
  /** Overrides the mode in single cases. */
  readonly policy?: Policy | undefined;
  /**
   * The current day, `2026-11-30`. Without it, claims that have an end date still hold and no model
   * counts as retired.
   */
  readonly today?: string | undefined;
  /**
   * Betas, or features (their default beta), to send with every request. A beta that the caller
   * sent or the request needs takes precedence.
   */
  readonly always?: readonly BetaOf<C>[] | undefined;
  /** Betas that this platform has rejected for this model before. They count as not accepted. */
  readonly rejected?: readonly string[] | undefined;
  /** A catalog made by `extendCatalog`. Default: the manifest of this release. */
  readonly catalog?: C | undefined;
}

/** The result of a plan: `unverified` if it is not known whether the request works. */
export type Verdict = 'works' | 'refused' | 'unverified';

/**
 * The reason for a decision.
 *
 * - `caller`: the caller sent it
 * - `always`: the option `always` lists it
 * - `needed`: something in the request needs it
 * - `instead`: the platform wants it in place of another value
 * - `graduated`: the feature no longer needs it
 * - `retired`: it has no effect any more
 * - `superseded`: a newer one exists
 * - `legacy-shape`: it selects an older response shape at this endpoint
 * - `callers-shape`: another date already selects the shape
 * - `rejected`: the platform does not accept it
 * - `rejected-before`: the platform has rejected it before
 * - `unknown-beta`: the catalog does not know it
 * - `unknown-acceptance`: it is not known if the platform accepts it
 * - `spelling`: its letter case is wrong
 * - `malformed`: a header cannot carry it, or it is no name in a list, in the body
 * - `empty-header`: the header, or a part between its commas, is empty
 * - `misplaced`: the body has betas in a place where the platform refuses them
 * - `too-many`: there are more betas than are read
 * - `conflict`: refused beside another beta
 * - `unavailable`: the platform does not have the feature
 * - `no-effect`: the platform accepts and ignores it
 * - `unknown-availability`: it is not known if the platform has the feature, or sources disagree
 * - `constraint`: a combination in the request is refused, or has no effect
 * - `unknown-field`: neither the SDK nor a rule knows it
 * - `unread-body`: the body, or the model that it names, cannot be read
 * - `endpoint-unavailable`: the platform does not have the endpoint
 * - `model-retired`: the model is retired
 * - `platform-mismatch`: the host belongs to another platform than the option
 * - `unknown-platform`: the option is not the name of a platform
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
 * The action for the subject of a decision. `refused` means that the request should not be sent.
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
 * The confidence of the claim behind a decision. `disputed`: sources contradict each other.
 * `unknown`: there is no claim.
 */
export type Confidence = 'high' | 'medium' | 'low' | 'disputed' | 'unknown';

/** The code of a fix: `did-you-mean` or one of the manifest's `fixes`. */
export type FixCode = string;

/**
 * One line of a plan. Contains only names of betas and places in the body, never a prompt, key or
 * token.
 */
export interface Decision {
  /** The beta, as the caller or the catalog names it. */
  readonly beta?: string;
  /** The feature, or the one that the beta belongs to. An overlay may add its own. */
  readonly feature?: Feature | (string & {});
  /** The reason for the action. */
  readonly reason: Reason;
  /** The severity. `refused` always has `error`. */
  readonly level: 'error' | 'warn' | 'debug';
  /** The action for the beta or the feature. */
  readonly action: Action;
  /** The places in the body, at most 100; for `stripped`, the places that were removed. */
  readonly at?: readonly JsonPointer[];
  /** The confidence of the claim behind the decision. */
  readonly confidence?: Confidence;
  /** The value that is sent in its place; with `did-you-mean`, the nearest known name. */
  readonly sends?: string;
  /** The beta that it cannot be sent together with. */
  readonly conflictsWith?: string;
  /** The value that it replaces. */
  readonly replaces?: string;
  /** The code of the fix. */
  readonly fix?: FixCode;
  /**
   * The condition on which the decision depends, if it could be different for another model, form
   * or endpoint.
   */
  readonly dependsOn?: 'model' | 'form' | 'form-and-model' | 'endpoint';
  /** The last day of an expired claim, or the day on which the model was retired. */
  readonly until?: string;
  /** The documentation page. */
  readonly docs?: string;
}

/** The engine's answer for one request. */
export interface BetaPlan {
  /** The result: will the planned request work? */
  readonly verdict: Verdict;
  /** True if the header or the body has to change. */
  readonly changed: boolean;
  /** The platform that the request was planned for. */
  readonly platform: Platform;
  /** The origin of the platform. `assumed`: nothing in the request identifies it. */
  readonly platformFrom: 'option' | 'host' | 'path' | 'assumed';
  /** The betas to send, in order and without duplicates. */
  readonly betas: string[];
  /** The value of `anthropic-beta`; `undefined` means that the header must be absent. */
  readonly header: string | undefined;
  /**
   * A changed copy of the body: text if the body was text or bytes, else a value. Absent if the
   * body does not change.
   */
  readonly body?: unknown;
  /** All decisions, in order. */
  readonly decisions: Decision[];
}

export type { Feature, Platform };

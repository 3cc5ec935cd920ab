/** The answer for a text. It is plain data, because a worker sends it. */
import type { Action, Confidence, Platform, Reason } from '@beta-headers/core';
import type {
  ErrorInfo,
  Place,
  PlatformGuess,
  Reading,
  RequestReading,
  UnknownPart,
} from '@beta-headers/reader';
import type { InsteadFact, Need } from './facts.ts';

/** The answer for one platform: the engine's verdict; `changed` works after a change. */
export type Answer = 'works' | 'changed' | 'refused' | 'unverified';

/** A decision in words. */
export interface TextDecision {
  readonly action: Action;
  readonly reason: Reason;
  readonly beta?: string;
  readonly feature?: string;
  readonly text: string;
  /** The code of an advice, which the text has at its end. */
  readonly fix?: string;
  readonly confidence?: Confidence;
  readonly places: readonly Place[];
  /** The beta that may have been meant. */
  readonly meant?: string;
  /** A note about a value that is no beta. */
  readonly note?: string;
  /** The platform answers an unknown value with 400. */
  readonly isRefusedUnknown?: true;
  /** A marker of a client, of which it is unknown if the platform accepts it. */
  readonly isOpenMarker?: true;
  /** The feature of the beta, which the platform does not have. */
  readonly absent?: string;
  /** The values that the platform wants for the features of this one, if a request uses them. */
  readonly instead?: readonly InsteadFact[];
  /** The access that an organization needs for the feature there. */
  readonly needs?: readonly Need[];
}

/** The answer for one platform. */
export interface PlatformAnswer {
  readonly platform: Platform;
  readonly answer: Answer;
  /** The lowest confidence of what the answer depends on, if it is not high or medium. */
  readonly doubt?: 'low' | 'disputed';
  /** The request has markers of a client, and it is unknown if the platform accepts them. */
  readonly hasOpenMarkers: boolean;
  /** The text does not have all parts of the request. */
  readonly isPartial: boolean;
  readonly betas: readonly string[];
  /** The betas go into the body there. */
  readonly inBody: boolean;
  readonly decisions: readonly TextDecision[];
  /** The number of decisions that are left out. */
  readonly more: number;
}

/** The answers for one request, or for a list of betas alone. */
export interface RequestAnswer {
  readonly isList: boolean;
  readonly method: string;
  readonly path: string;
  readonly api: RequestReading['api'];
  readonly line: number;
  /** The platform that the text shows. */
  readonly shown?: Platform;
  readonly from?: PlatformGuess['from'];
  readonly gaps: readonly UnknownPart[];
  /** The model, if the manifest has none of this name. */
  readonly unknownModel?: string;
  /** In the order of the manifest, without platforms that need another form of the body. */
  readonly platforms: readonly PlatformAnswer[];
}

/** The meaning of an error. */
export interface ErrorAnswer {
  readonly info?: ErrorInfo;
  /** The platforms that answer with this error. Empty if the Claude API does too. */
  readonly answeredBy: readonly Platform[];
  readonly status?: number;
  readonly line: number;
}

/** A part of the request whose value is not known, without its place. */
export type Gap = Pick<UnknownPart, 'part' | 'why'>;

/** The answer for a text. */
export interface CheckAnswer {
  readonly kind: Reading['kind'];
  readonly requests: readonly RequestAnswer[];
  /** The number of requests that are not shown. */
  readonly more: number;
  /** The number of requests that go elsewhere. */
  readonly others: number;
  readonly error?: ErrorAnswer;
  readonly none?: { readonly why: string; readonly hint: string; readonly at?: Place };
}

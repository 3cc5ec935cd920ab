/** Types of a reading. */
import type { Platform } from '@beta-headers/core';

/** A place in the text. Offsets count UTF-16 units from 0; line and column count from 1. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** The format in which a request or a list is written. */
export type Format =
  | 'json'
  | 'json-request'
  | 'json-lines'
  | 'har'
  | 'curl'
  | 'curl-cmd'
  | 'fetch'
  | 'powershell'
  | 'httpie'
  | 'http'
  | 'python'
  | 'typescript'
  | 'log'
  | 'header'
  | 'list'
  | 'environment'
  | 'code'
  | 'prose';

/** The API that a request is for. Only `messages` and `other` are APIs of Anthropic. */
export type Api = 'messages' | 'batches' | 'converse' | 'openai' | 'other';

/** A platform that the text points to, and what points to it. */
export interface PlatformGuess {
  readonly guess: Platform;
  /**
   * - `host`, `path`: the address
   * - `client`: the class of the SDK, or a setting of Claude Code
   * - `body`: `anthropic_version`, or the form of the body
   * - `model`: the form of the model's name
   * - `id`: the id of a request or a message in an error
   */
  readonly from: 'host' | 'path' | 'client' | 'body' | 'model' | 'id';
}

/** A beta that the text sends. */
export interface SentBeta {
  readonly beta: string;
  readonly at: Place;
  /** Its place in the request. */
  readonly in: 'header' | 'body';
}

/** A part of the request whose value is not in the text. */
export interface UnknownPart {
  /**
   * `url`, `headers`, `header:anthropic-beta`, `model`, `body`, or a JSON pointer into the body.
   */
  readonly part: string;
  /**
   * - `variable`: a variable or another expression
   * - `file`: the content of a file
   * - `stdin`: the output of another command
   * - `form`: a form with files
   * - `missing`: the text does not have it
   */
  readonly why: 'variable' | 'file' | 'stdin' | 'form' | 'missing';
  readonly at?: Place;
}

/** A request, in the form that `plan` takes. */
export interface TextRequest {
  readonly method: string;
  /**
   * The URL or path as written. A body without an address gets the path of its form, in which
   * `{modelId}` and `{model}` replace a model that the text does not have.
   */
  readonly url: string;
  readonly headers: [name: string, value: string][];
  /** The JSON value. Values that the text does not have are left out; see `unknown`. */
  readonly body?: unknown;
}

/** One request in the text. */
export interface RequestReading {
  readonly kind: 'request';
  readonly format: Format;
  readonly api: Api;
  readonly request: TextRequest;
  readonly platform?: PlatformGuess;
  /** The whole request in the text. */
  readonly at: Place;
  /** The address, if the text has one. */
  readonly urlAt?: Place;
  /** The body, if the text has one. */
  readonly bodyAt?: Place;
  readonly betas: readonly SentBeta[];
  readonly unknown: readonly UnknownPart[];
  /** Finds the place of a JSON pointer into `request.body`. */
  readonly place: (pointer: string) => Place | undefined;
}

/** Several requests: a HAR, the lines of a batch, several commands. */
export interface RequestsReading {
  readonly kind: 'requests';
  readonly format: Format;
  readonly requests: readonly RequestReading[];
  /** The number of requests that were left out. */
  readonly more: number;
  /** The number of requests in a HAR that go elsewhere. */
  readonly others: number;
}

/** A list of betas without a request. */
export interface BetasReading {
  readonly kind: 'betas';
  readonly format: Format;
  readonly betas: readonly { readonly beta: string; readonly at: Place }[];
  readonly platform?: PlatformGuess;
}

/** An error. Pass `text` and `status` to `classifyBetaError`. */
export interface ErrorReading {
  readonly kind: 'error';
  /** The text of the error, which may be a part of the whole text. */
  readonly text: string;
  readonly status?: number;
  /** True if `classifyBetaError` knows the error as one about betas. */
  readonly isAboutBetas: boolean;
  /** The betas that the text around the error reports as sent. */
  readonly sent?: readonly string[];
  readonly platform?: PlatformGuess;
  readonly at: Place;
}

/** A log, or a request with its answer. */
export interface LogReading {
  readonly kind: 'log';
  readonly request?: RequestReading;
  readonly betas: readonly { readonly beta: string; readonly at: Place }[];
  readonly error?: ErrorReading;
  readonly platform?: PlatformGuess;
}

/** The first problem in a JSON text. */
export type JsonProblem =
  | 'value'
  | 'name'
  | 'colon'
  | 'comma'
  | 'trailing'
  | 'end'
  | 'string'
  | 'escape'
  | 'number'
  | 'comment'
  | 'quote'
  | 'extra';

/** The reason why a text is no request. */
export type NoneCode =
  | 'empty'
  | 'too-long'
  | 'not-text'
  | 'json'
  | 'json-other'
  | 'json-scalar'
  | 'response'
  | 'har-empty'
  | 'html'
  | 'binary'
  | 'curl-quote'
  | 'curl-url'
  | 'elsewhere'
  | 'model'
  | 'other-model'
  | 'code'
  | 'prose'
  | 'unreadable';

/** The text is no request, no list and no error. */
export interface NoneReading {
  readonly kind: 'none';
  readonly code: NoneCode;
  /** Says why, in a sentence. Never quotes the text. */
  readonly why: string;
  /** Says how to fix it, in a sentence. Never quotes the text. */
  readonly hint: string;
  readonly at?: Place;
  readonly problem?: JsonProblem;
}

/** The meaning of a text. */
export type Reading =
  | RequestReading
  | RequestsReading
  | BetasReading
  | ErrorReading
  | LogReading
  | NoneReading;

/** Facts beside the text, for a text that is only a body. */
export interface ReadOptions {
  /** `POST /v1/messages`, or a URL. A body then counts as a request whatever its fields. */
  readonly endpoint?: string | undefined;
  /** The value of `anthropic-beta` that the client sends. */
  readonly sent?: string | undefined;
}

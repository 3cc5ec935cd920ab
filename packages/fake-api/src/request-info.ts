/** A request as options of the test double see it. */
import type { Platform } from '@beta-headers/manifest';

/** The facts of a request, without its key. */
export interface RequestInfo {
  readonly method: string;
  /** The path in the Claude API's form, `/v1/messages`, without the query. */
  readonly path: string;
  readonly platform: Platform;
  readonly betas: readonly string[];
  /** The model as it is written, in the body or in the path. */
  readonly model: string;
  /** True if the answer is to be streamed. */
  readonly stream: boolean;
}

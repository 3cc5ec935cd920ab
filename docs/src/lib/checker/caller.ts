/** The type of the entries in `generated/callers.ts`. */

/** The official clients of a platform, and the address and headers of a call without a client. */
export interface Caller {
  readonly client?: { readonly package: string; readonly name: string; readonly python: string };
  readonly call?: {
    /** The origin and prefix of the platform's paths, with shell variables. */
    readonly base: string;
    /** The same for endpoints of the organization, if they have another base. */
    readonly organization?: string;
    readonly headers?: readonly string[];
    /** The service of an AWS signature. */
    readonly signed?: string;
  };
}

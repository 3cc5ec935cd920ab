/** How a platform is called, as `generated/callers.ts` has it. */

/** The official clients of a platform, and its address without one. */
export interface Caller {
  readonly client?: { readonly package: string; readonly name: string; readonly python: string };
  readonly call?: {
    /** The origin and prefix of the platform's paths, with variables of a shell. */
    readonly base: string;
    /** The same for what belongs to the organization, where that is another. */
    readonly organization?: string;
    readonly headers?: readonly string[];
    /** The service of an AWS signature. */
    readonly signed?: string;
  };
}

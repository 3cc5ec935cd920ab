/**
 * The facts that are read from one release of the SDK, about its syntax, as plain JSON. None of the
 * SDK's text is in it, except the words of doc comments that name a beta.
 */

export interface SdkFacts {
  readonly sdk: string;
  /** The `anthropic-version` that the client sends. */
  readonly anthropicVersion: string | undefined;
  /**
   * The dated values of `AnthropicBeta`, in the order of the source; `undefined` in releases from
   * before there was such a type.
   */
  readonly union: readonly string[] | undefined;
  /** Every resource method that calls the API. */
  readonly methods: readonly SdkMethod[];
  /** Doc comments that name a beta. */
  readonly mentions: readonly Mention[];
  /** Betas that are string literals outside of the resources. */
  readonly pinned: readonly Pinned[];
  /** All that beta message params accept and GA message params do not. */
  readonly surface: readonly SurfaceEntry[];
  /**
   * The keys of everything that GA message params accept; tells what graduated from what was
   * removed.
   */
  readonly ga: readonly string[];
  /** The names that message params of either namespace know, so that anything else can be told. */
  readonly known: KnownSurface;
  /** Newest first. */
  readonly changelog: readonly ChangelogSection[];
  /**
   * Types of the surface that are written in a way that this reader cannot follow, as `file:line
   * what`.
   */
  readonly unread: readonly string[];
}

/** The names that message params know, general and beta. */
export interface KnownSurface {
  /** Keys of the body. */
  readonly params: readonly string[];
  /** Values of `tools[].type`. */
  readonly tools: readonly string[];
  /**
   * Values of `messages[].content[].type`, and of what nests in it through `content` and `source`.
   */
  readonly blocks: readonly string[];
}

export interface SdkMethod {
  /** `beta.memoryStores.memories.create` */
  readonly name: string;
  /** `POST /v1/memory_stores/{memory_store_id}/memories` */
  readonly endpoint: string;
  /** The betas that it sends without being told. */
  readonly defaults: readonly string[];
  /** Callers can add betas. */
  readonly acceptsBetas: boolean;
  /** It sends its request through another method, as parse() does through create(). */
  readonly helper?: boolean;
  /** `src/resources/beta/files.ts:30` */
  readonly source: string;
}

export interface Mention {
  /** `BetaMCPToolset.tools` */
  readonly symbol: string;
  readonly betas: readonly string[];
  /** The sentences that name a beta. Kept for the report; only its digest is committed. */
  readonly words: string;
  readonly source: string;
}

export interface Pinned {
  readonly beta: string;
  readonly source: string;
}

export type SurfaceKind = 'param' | 'property' | 'type' | 'literal' | 'form';

export interface SurfaceEntry {
  /**
   * The declaration, for people and for evidence: `BetaThinkingConfigEnabled.block_binding`,
   * `BetaServerToolUseBlockParam.name: advisor`.
   */
  readonly entry: string;
  readonly kind: SurfaceKind;
  /** Rule paths at which it may be. */
  readonly at: readonly string[];
  /** More places, inside of other entries. */
  readonly also?: readonly string[];
  /** The discriminator of a type, or the value of a literal: it is found at `at`. */
  readonly is?: string;
  /** The endpoints whose params have it. */
  readonly endpoints: readonly string[];
  /** Stable keys, independent of the names of declarations: `thinking(enabled).block_binding`. */
  readonly keys: readonly string[];
  /** The surface entries that it is part of: whoever sends it sends one of them too. */
  readonly within?: readonly string[];
  /** Betas that its doc comment names. */
  readonly betas?: readonly string[];
  readonly source: string;
}

export interface ChangelogSection {
  readonly version: string;
  readonly date: string | undefined;
  readonly items: readonly string[];
}

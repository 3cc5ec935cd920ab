/**
 * The facts that are read from the syntax of one SDK release, as plain JSON. They have none of its
 * text, except the doc comments that name a beta.
 */

export interface SdkFacts {
  readonly sdk: string;
  /** The `anthropic-version` that the client sends. */
  readonly anthropicVersion: string | undefined;
  /**
   * The dated values of `AnthropicBeta`, in the order of the source; `undefined` before the SDK had
   * that type.
   */
  readonly union: readonly string[] | undefined;
  /** Every resource method that calls the API. */
  readonly methods: readonly SdkMethod[];
  /** Doc comments that name a beta. */
  readonly mentions: readonly Mention[];
  /** Betas that are string literals outside of the resources. */
  readonly pinned: readonly Pinned[];
  /** Words of the form of a beta that only comments, examples or texts have. */
  readonly named: readonly NamedBeta[];
  /** The values of the union `Model`. */
  readonly models: readonly string[];
  readonly deprecatedModels: readonly DeprecatedModel[];
  /** Everything that beta message params accept and GA message params do not. */
  readonly surface: readonly SurfaceEntry[];
  /**
   * The keys of everything that GA message params accept, to distinguish graduated from removed.
   */
  readonly ga: readonly string[];
  /** The names that message params of either namespace know; all others are unknown. */
  readonly known: KnownSurface;
  /** Newest first. */
  readonly changelog: readonly ChangelogSection[];
  /** Types of the surface in a form that this reader cannot follow, as `file:line type`. */
  readonly unread: readonly string[];
  /** The keys of the surface at which they are: nothing is known of what is below. */
  readonly unreadAt: readonly string[];
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
  /** The betas that it sends by default. */
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

export interface NamedBeta {
  readonly beta: string;
  /** `README.md:12` */
  readonly places: readonly string[];
}

export interface DeprecatedModel {
  readonly model: string;
  /** The end of its life, as the SDK writes it: `January 22nd, 2027`. */
  readonly end: string;
}

export type SurfaceKind = 'param' | 'property' | 'type' | 'literal' | 'form';

export interface SurfaceEntry {
  /**
   * The declaration, for reports and evidence: `BetaThinkingConfigEnabled.block_binding`,
   * `BetaServerToolUseBlockParam.name: advisor`.
   */
  readonly entry: string;
  readonly kind: SurfaceKind;
  /** Rule paths at which it may be. */
  readonly at: readonly string[];
  /** More places, inside of other entries. */
  readonly also?: readonly string[];
  /** The discriminator of a type, or the value of a literal, found at `at`. */
  readonly is?: string;
  /** The endpoints whose params have it. */
  readonly endpoints: readonly string[];
  /** Stable keys, independent of the names of declarations: `thinking(enabled).block_binding`. */
  readonly keys: readonly string[];
  /** The surface entries that contain it: a request with it also has one of them. */
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

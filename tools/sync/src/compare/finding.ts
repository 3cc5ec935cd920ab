/** The kinds of differences between the manifest and a release; each is one line of the report. */
import type { Mention, SdkMethod, SurfaceEntry } from '../read/facts.ts';

interface Common {
  /** The manifest has it already: the finding is reported and is not drift. */
  readonly covered?: boolean;
}

/** A value that the manifest does not have. */
export interface NewBeta extends Common {
  readonly kind: 'new-beta';
  readonly beta: string;
  readonly feature: string;
  /** The manifest has the feature, with other dates. */
  readonly knownFeature: boolean;
  /** True if it is in the union; else it is only a default, a literal or in a doc comment. */
  readonly inUnion: boolean;
  /** Methods that send it by themselves. */
  readonly methods: readonly SdkMethod[];
  /** New things in message params that seem to require it, and why. */
  readonly surface: readonly { readonly entry: SurfaceEntry; readonly because: string }[];
  readonly mentions: readonly Mention[];
  readonly seen: readonly string[];
}

/** A value that the manifest has for other reasons is now in the union. */
export interface InUnion extends Common {
  readonly kind: 'in-union';
  readonly beta: string;
}

/** The union has lost a value. */
export interface Removed extends Common {
  readonly kind: 'removed';
  readonly beta: string;
}

/** A method sends a known beta by itself, and no rule says so. */
export interface NewDefault extends Common {
  readonly kind: 'new-default';
  readonly beta: string;
  readonly methods: readonly SdkMethod[];
}

/** A method that sent one thing by itself now sends another, or nothing. */
export interface ChangedDefault extends Common {
  readonly kind: 'changed-default';
  readonly method: string;
  readonly endpoint: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly source: string | undefined;
}

/** Something new that beta message params accept and GA message params do not. */
export interface NewSurface extends Common {
  readonly kind: 'new-surface';
  readonly entry: SurfaceEntry;
  /** Known betas that the SDK names for it, or that the thing around it requires. */
  readonly betas: readonly string[];
}

/** The words that tie something to a beta changed. */
export interface RequirementChanged extends Common {
  readonly kind: 'requirement-changed';
  readonly betas: readonly string[];
  readonly symbols: readonly string[];
  /** Empty where the SDK no longer names the beta there. */
  readonly words: string;
  readonly change: 'added' | 'changed' | 'gone';
  readonly source: string | undefined;
}

/** The changelog deprecates the value. */
export interface Deprecated extends Common {
  readonly kind: 'deprecated';
  readonly beta: string;
  readonly version: string;
  readonly words: string;
}

/** A part of the beta surface that GA params now accept. */
export interface Graduated extends Common {
  readonly kind: 'graduated';
  readonly entries: readonly string[];
  readonly betas: readonly string[];
}

/** A part of the beta surface that nothing accepts any more. */
export interface SurfaceGone extends Common {
  readonly kind: 'surface-gone';
  readonly entries: readonly string[];
  readonly betas: readonly string[];
}

/** The client sends a different `anthropic-version`. */
export interface ApiVersion extends Common {
  readonly kind: 'api-version';
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Methods that sent a beta are gone, and with them their endpoints. */
export interface MethodGone extends Common {
  readonly kind: 'method-gone';
  readonly beta: string;
  readonly methods: readonly { readonly name: string; readonly endpoint: string }[];
}

/** Methods outside of `beta` now reach endpoints of a beta without its header. */
export interface EndpointGraduated extends Common {
  readonly kind: 'endpoint-graduated';
  readonly beta: string;
  readonly methods: readonly SdkMethod[];
}

/** New endpoints of `beta` methods that send no beta by themselves. */
export interface NewEndpoints extends Common {
  readonly kind: 'new-endpoint';
  readonly methods: readonly SdkMethod[];
}

/** A known beta is a literal in more or fewer files outside of the resources. */
export interface InCode extends Common {
  readonly kind: 'in-code';
  readonly beta: string;
  readonly change: 'added' | 'gone';
  readonly files: readonly string[];
  readonly source: string | undefined;
}

/** A word of the form of a beta that only a text, a comment or an example has. */
export interface Named extends Common {
  readonly kind: 'named';
  readonly beta: string;
  readonly places: readonly string[];
}

/** A model is new, ends, or left the SDK. */
export interface ModelChanged extends Common {
  readonly kind: 'model';
  readonly model: string;
  readonly change: 'new' | 'ends' | 'gone';
  /** The announced end, as the SDK writes it. */
  readonly end?: string;
}

export type Finding =
  | NewBeta
  | InUnion
  | Removed
  | NewDefault
  | ChangedDefault
  | NewSurface
  | RequirementChanged
  | Deprecated
  | Graduated
  | SurfaceGone
  | MethodGone
  | EndpointGraduated
  | NewEndpoints
  | InCode
  | Named
  | ModelChanged
  | ApiVersion;
export type FindingKind = Finding['kind'];

/** The version bump that a release requires. */
export type Bump = 'none' | 'patch' | 'minor' | 'major';

/** The order of the report. */
export const KINDS: readonly FindingKind[] = [
  'new-beta',
  'in-union',
  'removed',
  'deprecated',
  'graduated',
  'endpoint-graduated',
  'new-default',
  'changed-default',
  'new-surface',
  'new-endpoint',
  'requirement-changed',
  'in-code',
  'named',
  'surface-gone',
  'method-gone',
  'model',
  'api-version',
];

/** A change between two manifests, as data. Renderers turn it into text. */
import type {
  CatalogAcceptance,
  CatalogAvailability,
  CatalogBeta,
  CatalogConstraint,
  CatalogRule,
  CatalogSubstitute,
  CatalogUse,
} from '../catalog-types.ts';
import type { Localized, NotBetaReason, Stage } from '../schema/index.ts';
import { type Bump, CHANGE_KINDS, type ChangeGroup, type ChangeKind } from './kinds.ts';

/** Keys of a claim that describe its proof and not its content. */
type Proof = 'evidence' | 'confidence' | 'disputed' | 'note' | 'label' | 'derivedFrom';
/** The content of a claim without its proof. */
export type ClaimValue = Omit<CatalogAvailability, Proof> | Omit<CatalogAcceptance, Proof>;
/** The conditions of a constraint and its outcome. */
export type ConstraintValue = Pick<CatalogConstraint, 'all' | 'outcome' | 'fix'>;
/** A substitute without its note and its evidence. */
export type SubstituteValue = Omit<CatalogSubstitute, 'note' | 'evidence'>;

interface Titled {
  readonly title: Localized;
}
interface Values<T> {
  readonly was: T;
  readonly is: T;
}
interface MaybeValues<T> {
  readonly was?: T;
  readonly is?: T;
}
interface OnPlatform {
  readonly platform: string;
}
interface Keyed {
  /** The key that changed: `notes`, `released`, `wire`. */
  readonly key: string;
}

/** The fields of each kind besides the common ones. */
interface ChangeFields {
  'beta-added': Titled & { readonly stage: Stage };
  'beta-removed': object;
  'beta-moved': Values<string>;
  'feature-added': Titled;
  'feature-removed': object;
  'default-changed': Values<string>;
  'latest-changed': Values<string>;
  'platform-added': { readonly title: string };
  'platform-removed': object;
  'platform-facts': Keyed & MaybeValues<string>;
  'availability-narrowed': OnPlatform & Values<readonly ClaimValue[]>;
  'availability-changed': OnPlatform & Values<readonly ClaimValue[]>;
  'availability-evidence': OnPlatform & { readonly is: readonly ClaimValue[] };
  'acceptance-narrowed': OnPlatform & Values<readonly ClaimValue[]>;
  'acceptance-changed': OnPlatform & Values<readonly ClaimValue[]>;
  'acceptance-evidence': OnPlatform & { readonly is: readonly ClaimValue[] };
  superseded: { readonly was?: Stage; readonly by?: string; readonly before?: string };
  graduated: Values<Stage>;
  retired: { readonly was: Stage };
  'stage-changed': Values<Stage>;
  'date-changed': Keyed & MaybeValues<string>;
  'rule-added': { readonly rule: CatalogRule };
  'rule-removed': { readonly rule: CatalogRule };
  'rule-changed': Values<CatalogRule>;
  'use-added': { readonly use: CatalogUse };
  'use-removed': { readonly use: CatalogUse };
  'constraint-added': { readonly constraint: ConstraintValue };
  'constraint-removed': { readonly constraint: ConstraintValue };
  'substitute-added': { readonly substitute: SubstituteValue };
  'substitute-removed': { readonly substitute: SubstituteValue };
  'feature-facts': Keyed & MaybeValues<string>;
  'beta-facts': Keyed;
  'models-changed': MaybeValues<readonly string[]>;
  'sdk-changed': Values<CatalogBeta['sdk']>;
  'text-changed': Keyed;
  'evidence-changed': Partial<Keyed>;
  'model-added': { readonly title: string };
  'model-removed': object;
  'model-changed': object;
  'fix-added': object;
  'fix-removed': object;
  'fix-changed': object;
  'not-beta-added': { readonly reason: NotBetaReason; readonly means?: string };
  'not-beta-removed': object;
  'not-beta-changed': object;
  'error-added': object;
  'error-removed': object;
  'error-changed': object;
  'source-added': object;
  'source-removed': object;
  'source-changed': object;
}

/** A change of one kind. */
export type ChangeOf<K extends ChangeKind> = {
  readonly kind: K;
  readonly bump: Bump;
  readonly group: ChangeGroup;
  /** The beta, feature, platform, model, source, fix, value or error row that it is about. */
  readonly subject: string;
} & ChangeFields[K];

/** A change of any kind. `kind` determines its fields. */
export type Change = { [K in ChangeKind]: ChangeOf<K> }[ChangeKind];

/** Creates a change. */
export function makeChange<K extends ChangeKind>(
  kind: K,
  subject: string,
  fields: ChangeFields[K],
): Change {
  return { kind, ...CHANGE_KINDS[kind], subject, ...fields } as unknown as Change;
}

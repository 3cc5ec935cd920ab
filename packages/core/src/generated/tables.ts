import type { FeatureRow } from '../table.ts';
export const FEATURES: { readonly [feature: string]: FeatureRow } = {};

/** Tests the conditions of the manifest one after the other, without tables and indexes. */
import type { CatalogCondition, CatalogRule, CatalogUse } from '@beta-headers/manifest';
import type { Reading, View } from './request.ts';
import { type Hit, passes } from './walk.ts';

/** Any of the forms that the manifest has for a condition. */
export type AnyCondition = CatalogCondition | CatalogUse | CatalogRule;

/** A place that meets a condition. `hit` is absent if the endpoint alone meets it. */
export interface Met {
  readonly view: View;
  readonly hit?: Hit;
}

/** Finds every place that meets a condition. */
export function meet(condition: AnyCondition, reading: Reading): Met[] {
  if (!isInScope(condition, reading)) return [];
  // A condition on the endpoint alone is met once, not by every item of a batch, unless it is about
  // models.
  const views = condition.at === undefined && !condition.model ? [reading.whole] : reading.views;
  return views.flatMap((view) => meetIn(condition, reading, view));
}

/** Finds the places in one set of params that meet a condition. */
export function meetIn(condition: AnyCondition, reading: Reading, view: View): Met[] {
  const { at, model } = condition;
  if (!isInScope(condition, reading)) return [];
  // An unknown model is none of the models of a rule.
  if (model && !(view.modelId !== undefined && model.includes(view.modelId))) return [];
  if ('unless' in condition && condition.unless && isMetIn(condition.unless, reading, view))
    return [];
  if (at === undefined) return [{ view }];
  return view
    .reach(at)
    .filter((hit) => passes(hit, condition))
    .map((hit) => ({ view, hit }));
}

/** Tests if anything in one set of params meets a condition. */
export const isMetIn = (condition: AnyCondition, reading: Reading, view: View): boolean =>
  meetIn(condition, reading, view).length > 0;

/** Tests the parts of a condition beside its place: endpoint, platform, version. */
export function isInScope(condition: AnyCondition, reading: Reading): boolean {
  const { platform, apiVersion } = reading.request;
  const isHere = condition.endpoint
    ? reading.isAt(condition.endpoint)
    : condition.at === undefined || reading.isAboutMessages;
  return (
    isHere &&
    (!condition.platform || condition.platform.includes(platform)) &&
    !(condition.apiVersion && apiVersion !== undefined && apiVersion > condition.apiVersion)
  );
}

/** What a request needs, by the rules alone: no header, no policy. */
import { messageParams, type Route } from '@beta-headers/grammar';
import { isObject } from './bodies.ts';
import { headerValues } from './header.ts';
import { isModel } from './model.ts';
import { type Rule, rulesFor } from './rules.ts';
import type { BetaRequest, Platform } from './types.ts';
import { type Path, walk } from './walk.ts';

/** A need, and every place in the body that has it. */
export interface Need {
  /** The betas that satisfy it, the default first. */
  readonly choices: readonly string[];
  /** Rules met, each with the places that meet it; no place for what the endpoint alone needs. */
  readonly hits: { readonly rule: Rule; readonly at: Path | undefined }[];
}

/** A body may be huge, and one need is one decision: more places than this are not remembered. */
const MAX_HITS = 10_000;

/** Every need of a request, in the order in which the walk meets them. */
export function needsOf(
  request: BetaRequest,
  value: unknown,
  route: Route,
  platform: Platform,
): Need[] {
  const needs = new Map<string, Need>();
  const isLater = (than: string): boolean =>
    (headerValues(request.headers, 'anthropic-version')[0] ?? '') > than;
  const collect = (model: string | undefined) => (rule: Rule, at?: () => Path) => {
    if (rule.model && !isModel(model, rule.model)) return;
    if (rule.apiVersion && isLater(rule.apiVersion)) return;
    const key = rule.choices.join();
    const need = needs.get(key) ?? { choices: rule.choices, hits: [] };
    needs.set(key, need);
    if (need.hits.length < MAX_HITS) need.hits.push({ rule, at: at?.() });
  };

  const { tree, byEndpoint } = rulesFor(platform, route);
  for (const rule of byEndpoint) collect(request.model)(rule);
  const body = hasBody(route.method) ? value : queryOf(request.path);
  if (isObject(body)) {
    for (const { at, value: params } of messageParams(body, route)) {
      try {
        walk(tree, params, at, collect(modelOf(params) ?? request.model ?? route.model));
      } catch {
        // A body that cannot be read cannot be sent either: the transport will say so better. What was found until then counts.
      }
    }
  }
  return [...needs.values()];
}

/** A GET or DELETE has no body: there, `at` names a parameter of the query. */
export const hasBody = (method: string): boolean => !['GET', 'HEAD', 'DELETE'].includes(method);

const queryOf = (path: string): unknown =>
  Object.fromEntries(new URLSearchParams(String(path).split('?')[1]));

/** The model that message params name. */
export function modelOf(body: unknown): string | undefined {
  const model = (body as { model?: unknown } | null | undefined)?.model;
  return typeof model === 'string' ? model : undefined;
}

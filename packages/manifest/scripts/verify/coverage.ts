/** Computes which parts of a release the authored files cover. */
import type { Beta, Feature, Rule } from './manifest-files.ts';
import type { SurfaceEntry } from './surface.ts';
import type { Method } from './union-and-methods.ts';

/** Tests if every beta that a method sends has a rule or `sdk.sends` for its endpoint. */
export function coversMethod(betas: readonly Beta[], method: Method): boolean {
  return method.betas.every((id) =>
    betas.some((beta) => {
      const sends = beta.id === id ? (beta.sdk?.sends ?? []) : [];
      const required = (beta.requires ?? [])
        .filter((rule) => (rule.choice ?? [beta.id]).includes(id))
        .flatMap((rule) => rule.endpoint ?? []);
      return [...sends, ...required].some((pattern) =>
        compileEndpoint(pattern).test(method.endpoint),
      );
    }),
  );
}

/** Tests if a request with this entry meets a rule. */
export function coversEntry(rules: readonly Rule[], entry: SurfaceEntry): boolean {
  const { path, value } = entry;
  if (value !== undefined)
    return rules.some((rule) => matchesRule(rule, path, value)) || isInsideCovered(rules, path);
  if (rules.some((rule) => matchesRule(rule, path)) || isInsideCovered(rules, path)) return true;
  // Without a rule for the field itself, each of its literals needs a rule, or a rule must be below
  // it.
  const below = rules.some(
    (rule) => rule.at?.startsWith(`${path}.`) || rule.at?.startsWith(`${path}[]`),
  );
  return entry.literals.length > 0
    ? entry.literals.every((literal) => rules.some((rule) => matchesRule(rule, path, literal)))
    : below;
}

/** Collects the rules of `requires` on message params. */
export function collectRequiredRules(features: readonly Feature[]): Rule[] {
  return filterMessageRules(
    features.flatMap(({ betas }) => betas.flatMap((beta) => beta.requires ?? [])),
  );
}

/** Tests if a rule of `uses` names the entry itself, which needs no header then. */
export function isUsed(uses: readonly Rule[], { path, value }: SurfaceEntry): boolean {
  return uses.some((rule) => matchesRule(rule, path, value));
}

/** Collects the rules of `uses` on message params. */
export function collectUsedRules(features: readonly Feature[]): Rule[] {
  return filterMessageRules(features.flatMap(({ uses }) => uses ?? []));
}

/** Filters the rules without an endpoint or with one of the Messages API. */
function filterMessageRules(rules: readonly Rule[]): Rule[] {
  return rules.filter(
    (rule) =>
      rule.at !== undefined &&
      // A rule with `where` does not cover the path for all siblings.
      rule.where === undefined &&
      (rule.endpoint === undefined ||
        [rule.endpoint].flat().some((endpoint) => endpoint.includes('/v1/messages'))),
  );
}

function isInsideCovered(rules: readonly Rule[], path: string): boolean {
  const parts = path.split(/(?=\[\]|\.)/);
  return parts.some(
    (_, i) => i > 0 && rules.some((rule) => matchesRule(rule, parts.slice(0, i).join(''))),
  );
}

function matchesRule(rule: Rule, path: string, value?: string): boolean {
  const values = rule.in ?? (rule.is === undefined ? undefined : [rule.is]);
  return (
    compilePath(rule.at as string).test(path) &&
    (values === undefined || (value !== undefined && values.includes(value)))
  );
}

/** Compiles a rule path. `**` is any depth of `content` and `source`. */
export function compilePath(at: string): RegExp {
  const steps = at
    .split('.')
    .map((step) =>
      step === '**'
        ? '(?:\\.(?:content|source)(?:\\[\\])?)*'
        : `\\.${step.replace('[]', '\\[\\]')}`,
    );
  return new RegExp(`^${steps.join('').slice('\\.'.length)}$`);
}

function compileEndpoint(pattern: string): RegExp {
  const [method, path = ''] = pattern.split(' ');
  const open = path.endsWith('/**');
  const plain = (open ? path.slice(0, -3) : path)
    .replaceAll(/\{[^}]*\}/g, '[^/]+')
    .replaceAll('.', '\\.');
  return new RegExp(`^${method === '*' ? '[A-Z]+' : method} ${plain}${open ? '(?:/.*)?' : ''}$`);
}

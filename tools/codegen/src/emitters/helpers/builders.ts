/** Finds the builders of a feature: the objects that its rules are about, typed by the SDK. */
import type { CatalogBeta, CatalogRule } from '@beta-headers/manifest';
import type { SdkObject, SdkTypes } from '../../sdk/types.ts';
import { toCamelCase } from '../../typescript.ts';

/** A function that adds the literals of a rule to an object of the SDK. */
export interface Builder {
  /** `mcpServer` */
  readonly name: string;
  /** `BetaRequestMCPServerURLDefinition` */
  readonly type: string;
  /** The fields that it sets. */
  readonly filled: Readonly<Record<string, string>>;
  readonly needsFields: boolean;
  /** The path of its rule. */
  readonly at: string;
  readonly beta: CatalogBeta;
}

/**
 * Finds the builders of betas, one for each name. If several betas share an object, the oldest one
 * provides the builder.
 */
export function findBuilders(betas: readonly CatalogBeta[], sdk: SdkTypes): readonly Builder[] {
  const found = new Map<string, Builder>();
  for (const beta of betas) {
    for (const rule of beta.requires) {
      if (rule.at === undefined || !isAboutParams(rule)) continue;
      for (const builder of findRuleBuilders(beta, rule.at, rule, sdk))
        if (!found.has(builder.name)) found.set(builder.name, builder);
    }
  }
  return [...found.values()];
}

/** Tests if a rule is about message params, whose types in the SDK match the paths of rules. */
function isAboutParams(rule: CatalogRule): boolean {
  return (
    rule.endpoint === undefined ||
    rule.endpoint.some((endpoint) => endpoint.startsWith('POST /v1/messages'))
  );
}

function findRuleBuilders(
  beta: CatalogBeta,
  at: string,
  rule: CatalogRule,
  sdk: SdkTypes,
): Builder[] {
  const tested = rule.in ?? (rule.is === undefined ? [] : [rule.is]);
  if (!at.endsWith('.type') || tested.length === 0) {
    const objects = sdk.findObjects(at);
    return objects.map((object) =>
      createBuilder(beta, at, object, {
        name: chooseName(at, object, objects.length > 1),
        fixed: {},
      }),
    );
  }
  const parent = at.slice(0, -'.type'.length);
  const suffix = parent.startsWith('messages') && !parent.includes('.tool') ? 'Block' : '';
  return tested.flatMap((value) => {
    const object = sdk
      .findObjects(parent)
      .find((candidate) => candidate.literals.type?.includes(String(value)));
    return object
      ? [
          createBuilder(beta, at, object, {
            name: toCamelCase(String(value)) + suffix,
            fixed: { type: String(value) },
          }),
        ]
      : [];
  });
}

function createBuilder(
  beta: CatalogBeta,
  at: string,
  object: SdkObject,
  given: { name: string; fixed: Record<string, string> },
): Builder {
  const filled: Record<string, string> = { ...given.fixed };
  for (const [key, values] of Object.entries(object.literals))
    if (values.length === 1) filled[key] ??= values[0] as string;
  const open = Object.keys(object.literals).some((key) => !(key in filled));
  return {
    name: given.name,
    type: object.name,
    filled,
    needsFields: object.needsFields || open,
    at,
    beta,
  };
}

/**
 * Chooses a name from the path: `mcpServer` for `mcp_servers`. If the field accepts several kinds
 * of objects, the name includes the kind: `threadCreate`. A list in a list of the same name
 * (`tools[].tools`) is named after the type in the SDK: `mcpTool` for `BetaMCPToolParam`.
 */
function chooseName(at: string, object: SdkObject, several: boolean): string {
  const names = at.split('.').map((segment) => segment.replace('[]', ''));
  const last = names.at(-1) as string;
  if (names.indexOf(last) < names.length - 1) return convertTypeName(object.name);
  const one = /[^s]s$/.test(last) ? last.slice(0, -1) : last;
  const kind = several ? `_${object.literals.type?.[0] ?? object.name}` : '';
  return toCamelCase(one + kind);
}

/** Converts `BetaMCPToolParam` to `mcpTool`. */
function convertTypeName(name: string): string {
  const bare = name.replace(/^Beta(Request)?/, '').replace(/Params?$/, '');
  return bare.replace(/^[A-Z](?:[A-Z]*(?=[A-Z][a-z]))?/, (start) => start.toLowerCase());
}

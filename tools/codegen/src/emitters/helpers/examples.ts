/**
 * Prints an `@example` for each builder, and one with the client for each module. The tests of
 * `@beta-headers/node` compile and run them.
 */
import type { CatalogCondition, CatalogFeature } from '@beta-headers/manifest';
import type { SdkTypes } from '../../sdk/types.ts';
import { Call, escapeDoc, printLiteral, printNames } from '../../typescript.ts';
import type { Builder } from './builders.ts';

/** The maximum width of the code of an example, after the star of its comment. */
const WIDTH = 97;

/** The models of examples that the usual model does not support. */
const OTHER_MODELS = ['claude-opus-5', 'claude-sonnet-5'];

/** Prints a call of a builder with the fields that its type requires. */
export function printBuilderExample(builder: Builder, sdk: SdkTypes): string {
  return formatExample(`${printLiteral(createCall(builder, sdk), { width: WIDTH })};`);
}

/** Prints a request with the feature. Undefined if no builder has a place in the message params. */
export function printModuleExample(
  specifier: string,
  feature: CatalogFeature,
  builders: readonly Builder[],
  sdk: SdkTypes,
): string | undefined {
  const chosen = chooseBuilders(builders);
  const parts = chosen.map((builder) =>
    sdk.buildParams(builder.at.replace(/\.type$/, ''), createCall(builder, sdk), builder.type),
  );
  if (chosen.length === 0 || parts.includes(undefined)) return undefined;
  const { model, messages, ...params } = Object.assign({}, ...parts) as Record<string, unknown>;
  const first = (sdk.sample('MessageCreateParamsBase') as { messages: unknown[] }).messages;
  // A message with a block of the feature follows a first question.
  const inMessage = readRoot(chosen[0] as Builder) === 'messages';
  const all = inMessage ? [...first, ...(messages as unknown[])] : messages;
  const tools = findRequiredTools(feature, sdk);
  const request = {
    model: chooseModel(feature, chosen, String(model)),
    ...findRequiredLists(feature, chosen, sdk),
    ...params,
    ...(tools.length > 0 && !('tools' in params) && { tools }),
    messages: all,
  };
  const names = chosen.map((builder) => builder.name).sort();
  return formatExample(`import Anthropic from '@anthropic-ai/sdk';
import { betaMiddleware } from '${specifier.slice(0, specifier.lastIndexOf('/'))}';
import ${printNames(names, ` from '${specifier}';`)}

const client = new Anthropic({ middleware: [betaMiddleware()] });
const message = await client.beta.messages.create(${printLiteral(request, { width: 80 })});
console.log(message.content);`);
}

/** Finds the newest of the tools that the constraints of the feature require. */
function findRequiredTools(feature: CatalogFeature, sdk: SdkTypes): object[] {
  const types = feature.constraints.flatMap(({ all }) => {
    const isAboutBody = all.every((part) => !('beta' in part));
    const absent = all.flatMap((part) => ('absent' in part ? [part.absent] : []));
    return isAboutBody ? absent.filter(({ at }) => at === 'tools[].type') : [];
  });
  return types.flatMap(({ is, in: values = [is] }) => {
    const type = String(values.at(-1));
    const found = sdk.findObjects('tools[]').find(({ literals }) => literals.type?.includes(type));
    return found ? [{ ...sdk.sample(found.name), type }] : [];
  });
}

/** Finds the lists that the constraints require for the objects of the builders. */
function findRequiredLists(
  feature: CatalogFeature,
  builders: readonly Builder[],
  sdk: SdkTypes,
): Record<string, object[]> {
  const isMade = ({ at, is }: CatalogCondition): boolean =>
    builders.some((one) => one.at === at && Object.values(one.filled).includes(is as string));
  const lists = feature.constraints.flatMap(({ all, outcome }) => {
    const met = all.flatMap((part) => ('beta' in part || 'absent' in part ? [] : [part]));
    const absent = all.flatMap((part) => ('absent' in part ? [part.absent] : []));
    return outcome === 400 && met.length > 0 && met.every(isMade) ? absent : [];
  });
  return Object.fromEntries(
    lists.flatMap(({ at = '', nonEmpty }): [string, object[]][] => {
      const [item] = nonEmpty && /^\w+$/.test(at) ? sdk.findObjects(`${at}[]`) : [];
      return item ? [[at, [sdk.sample(item.name)]]] : [];
    }),
  );
}

/**
 * Chooses the builders for the example: those of the beta with the shortest path into the params,
 * one for each param.
 */
function chooseBuilders(builders: readonly Builder[]): Builder[] {
  const outside = builders.filter((builder) => readRoot(builder) !== 'messages');
  const candidates = outside.length > 0 ? outside : builders;
  const least = Math.min(...candidates.map(measureDepth));
  const beta = candidates.findLast((builder) => measureDepth(builder) === least)?.beta;
  const byRoot = new Map<string, Builder>();
  for (const builder of candidates.filter((one) => one.beta === beta)) {
    const known = byRoot.get(readRoot(builder));
    // An object with a `type` is a better example than the object around it.
    if (!known || (!('type' in known.filled) && 'type' in builder.filled))
      byRoot.set(readRoot(builder), builder);
  }
  return [...byRoot.values()];
}

const readRoot = ({ at }: Builder): string => /^\w+/.exec(at)?.[0] ?? '';
const measureDepth = ({ at }: Builder): number => at.replace(/\.type$/, '').split('.').length;

/** Chooses the usual model, or one that the feature, its rules and its claims allow. */
function chooseModel(feature: CatalogFeature, builders: readonly Builder[], usual: string): string {
  const only = builders.flatMap(
    ({ beta, at }) =>
      beta.requires.find((rule) => rule.at === at)?.model ?? feature.models?.only ?? [],
  );
  const candidates =
    only.length === 0 ? [usual, ...OTHER_MODELS] : only.includes(usual) ? [usual, ...only] : only;
  const shapes = builders.flatMap(({ filled }) => Object.values(filled).map(String));
  return candidates.find((model) => isAvailable(feature, model, shapes)) ?? usual;
}

/** Tests if a feature is available on the Claude API with a model, in one of these shapes. */
function isAvailable(feature: CatalogFeature, model: string, shapes: readonly string[]): boolean {
  const claim = feature.availability['claude-api']?.find(
    ({ models, shape }) =>
      (!models || models.includes(model)) && (!shape || shape.some((one) => shapes.includes(one))),
  );
  return claim?.status === 'available' || claim?.status === 'unknown';
}

function createCall({ name, type, filled }: Builder, sdk: SdkTypes): Call {
  const fields = Object.entries(sdk.sample(type)).filter(([key]) => !(key in filled));
  return new Call(name, Object.fromEntries(fields));
}

function formatExample(code: string): string {
  return ['@example', '```ts', ...escapeDoc(code).split('\n'), '```']
    .map((line) => ` * ${line}`.trimEnd())
    .join('\n');
}

/** The feature modules of `@beta-headers/node` and `@beta-headers/deno`, and what JSR must be told: names, versions, exports. */
import type { CatalogBeta, CatalogFeature } from '@beta-headers/manifest';
import type { Emitter, EmitterInput } from '../../emitter.ts';
import type { EmittedFile } from '../../file.ts';
import { SDK_MESSAGES, type SdkTypes } from '../../sdk/types.ts';
import { docText, printTypeScript, quote } from '../../typescript.ts';
import { type Builder, buildersOf } from './builders.ts';
import { builderExample, moduleExample } from './examples.ts';

/** Stands for the package that a module is in: its examples name it, and nothing else differs. */
const PACKAGE = '@beta-headers/{target}';

export const emitHelpers: Emitter = (input) => [
  ...input.catalog.features.flatMap((feature) => {
    const content = featureModule(feature, input);
    return ['node', 'deno'].map(
      (target): EmittedFile => ({
        path: `packages/${target}/src/features/${feature.name}.ts`,
        content: content.replaceAll(PACKAGE, `@beta-headers/${target}`),
      }),
    );
  }),
  jsr('constants', input, {}),
  jsr('grammar', input, {}),
  jsr('core', input, {}),
  jsr('deno', input, {
    publish: { include: ['src', 'examples', 'README.md', 'deno.json'] },
    exports: {
      '.': './src/index.ts',
      ...Object.fromEntries(
        input.catalog.features.map(({ name }) => [`./${name}`, `./src/features/${name}.ts`]),
      ),
    },
    imports: {
      // What is typed with a newer SDK may name types that an older one does not have.
      '@anthropic-ai/sdk': `npm:@anthropic-ai/sdk@^${input.sdkVersion}`,
      '@beta-headers/constants': `jsr:@beta-headers/constants@^${input.version}`,
      '@beta-headers/core': `jsr:@beta-headers/core@^${input.version}`,
    },
  }),
];

/** deno.json, because Deno finds the members of a workspace by it; JSR takes it as well as jsr.json. */
function jsr(name: string, { version }: EmitterInput, more: object): EmittedFile {
  const content = {
    name: `@beta-headers/${name}`,
    version,
    license: 'Apache-2.0',
    exports: './src/index.ts',
    publish: { include: ['src', 'README.md', 'deno.json'] },
    ...more,
  };
  return { path: `packages/${name}/deno.json`, content: `${JSON.stringify(content, null, 2)}\n` };
}

function featureModule(feature: CatalogFeature, { beta, betasOf, sdk }: EmitterInput): string {
  const betas = betasOf(feature);
  const types = lazily(betas, sdk);
  const builders = buildersOf(betas, types);
  const example = moduleExample(`${PACKAGE}/${feature.name}`, builders, types);
  const latest = beta(feature.latest);
  const used = [...new Set(builders.map((builder) => builder.type))].sort();
  return printTypeScript({
    statements: [
      `/**
 * ${docText(feature.title.en)}: ${docText(feature.summary.en)}
 *
 * @see ${feature.docs}${example ? `\n *\n${example}` : ''}
 * @module
 */`,
      ...(used.length > 0 ? [`import type * as sdk from '${SDK_MESSAGES}';`] : []),
      `export { ${betas.map((beta) => beta.constant).join(', ')} } from '@beta-headers/constants';`,
      `\n/** The newest beta of the feature that people may use. Stage: ${latest.stage}. */\nexport const beta = ${quote(feature.latest)};`,
      `\n/** The page that explains the feature. */\nexport const docs = ${quote(feature.docs)};`,
      ...used.map((type) => `\n/** \`${type}\` of the SDK. */\nexport type ${type} = sdk.${type};`),
      ...builders.map((builder, i) => `${i === 0 ? '\n' : ''}${builderFunction(builder, types)}`),
    ],
  });
}

/** The SDK is read only when a rule of the feature can lead into it. */
function lazily(betas: readonly CatalogBeta[], sdk: () => SdkTypes): SdkTypes {
  return betas.some((beta) => beta.opens.some((rule) => rule.at !== undefined)) ? sdk() : NO_TYPES;
}

const NO_TYPES: SdkTypes = { objectsAt: () => [], sample: () => ({}), paramsWith: () => undefined };

function builderFunction(builder: Builder, types: SdkTypes): string {
  const { name, type, filled, needsFields, at, beta } = builder;
  const keys = Object.keys(filled);
  const fields = keys.length > 0 ? `Omit<${type}, ${keys.map(quote).join(' | ')}>` : type;
  const parameter = needsFields ? `fields: ${fields}` : `fields: ${fields} = {}`;
  const values = Object.entries(filled).map(([key, value]) => `${key}: ${quote(value)}`);
  const fills =
    keys.length > 0
      ? ` ${keys.map((key) => `\`${key}\``).join(' and ')} ${keys.length > 1 ? 'are' : 'is'} filled in.`
      : '';
  return `/**
 * Builds what stands at \`${docText(at)}\` and needs \`${beta.id}\`.${fills}
 * @see ${beta.docs}
 *
${builderExample(builder, types)}
 */
export function ${name}(${parameter}): ${type} {
  return { ${[...values, '...fields'].join(', ')} };
}`;
}

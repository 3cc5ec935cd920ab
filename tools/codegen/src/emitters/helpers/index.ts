/**
 * The modules of features with builders, for `@beta-headers/node` and `@beta-headers/deno`, and the
 * deno.json files with names, versions and exports.
 */
import type { CatalogBeta, CatalogFeature } from '@beta-headers/manifest';
import type { EmittedFile } from '../../emitted-file.ts';
import type { Emitter, EmitterInput } from '../../emitter.ts';
import { SDK_MESSAGES, type SdkTypes } from '../../sdk/types.ts';
import {
  escapeDoc,
  OVERLAY_ORIGIN,
  printNames,
  printTypeScript,
  quote,
  wrapDoc,
} from '../../typescript.ts';
import { type Builder, findBuilders } from './builders.ts';
import { printBuilderExample, printModuleExample } from './examples.ts';

/** A placeholder for the name of the package, which only the examples contain. */
const PACKAGE = '@beta-headers/{target}';

/** A feature with builders. */
interface Buildable {
  readonly feature: CatalogFeature;
  readonly betas: readonly CatalogBeta[];
  readonly builders: readonly Builder[];
}

export const emitHelpers: Emitter = (input) => {
  const buildable = input.catalog.features.flatMap((feature) => toBuildable(feature, input));
  return [
    ...buildable.flatMap((one) => {
      const content = printModule(one, input.sdk());
      return ['node', 'deno'].map(
        (target): EmittedFile => ({
          path: `packages/${target}/src/features/${one.feature.name}.ts`,
          content: content.replaceAll(PACKAGE, `@beta-headers/${target}`),
        }),
      );
    }),
    emitJsr('constants', input, {}),
    emitJsr('grammar', input, {}),
    emitJsr('core', input, { exports: CORE_EXPORTS }),
    emitJsr('deno', input, {
      publish: { include: ['src', 'examples', 'README.md', 'deno.json'] },
      exports: {
        '.': './src/index.ts',
        ...Object.fromEntries(
          buildable.map(({ feature: { name } }) => [`./${name}`, `./src/features/${name}.ts`]),
        ),
      },
      imports: {
        // The modules may use types that an older SDK does not have.
        '@anthropic-ai/sdk': `npm:@anthropic-ai/sdk@^${input.sdkVersion}`,
        '@beta-headers/constants': `jsr:@beta-headers/constants@^${input.version}`,
        '@beta-headers/core': `jsr:@beta-headers/core@^${input.version}`,
        '@beta-headers/core/errors': `jsr:@beta-headers/core@^${input.version}/errors`,
        '@beta-headers/core/recovery': `jsr:@beta-headers/core@^${input.version}/recovery`,
      },
    }),
  ];
};

/** The entry points of core, which must be equal to those of its package.json. */
const CORE_EXPORTS = {
  '.': './src/index.ts',
  './adapter': './src/adapters/index.ts',
  './errors': './src/errors/index.ts',
  './recovery': './src/recovery/index.ts',
  './edit': './src/edit/index.ts',
  './testing': './src/testing.ts',
};

/** Emits deno.json, by which Deno finds the members of a workspace. JSR reads it as well. */
function emitJsr(name: string, { version }: EmitterInput, more: object): EmittedFile {
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

/** Finds the builders of a feature. The SDK is read only if a rule has a path. */
function toBuildable(feature: CatalogFeature, { listBetas, sdk }: EmitterInput): Buildable[] {
  const betas = listBetas(feature);
  if (!betas.some((beta) => beta.requires.some((rule) => rule.at !== undefined))) return [];
  const builders = findBuilders(betas, sdk());
  return builders.length > 0 ? [{ feature, betas, builders }] : [];
}

function printModule({ feature, betas, builders }: Buildable, sdk: SdkTypes): string {
  const example = printModuleExample(`${PACKAGE}/${feature.name}`, feature, builders, sdk);
  const used = [...new Set(builders.map((builder) => builder.type))].sort();
  const constants = printNames(
    betas.map((beta) => beta.constant),
    " from '@beta-headers/constants';",
  );
  const more = example ? `\n *\n${example}` : '';
  return printTypeScript({
    statements: [
      `/**
${formatDocLines(`${feature.title.en}. ${feature.summary.en}`)}
 *
${printOrigin(feature.overlay)} * @see ${escapeDoc(feature.docs)}${more}
 * @module
 */`,
      `import type * as sdk from '${SDK_MESSAGES}';`,
      `export ${constants}`,
      ...used.map(
        (type) =>
          `/** \`${type}\` of \`@anthropic-ai/sdk\`. */\nexport type ${type} = sdk.${type};`,
      ),
      ...builders.map((builder) => printBuilder(builder, sdk)),
    ],
  });
}

function printBuilder(builder: Builder, types: SdkTypes): string {
  const { name, type, filled, needsFields, at, beta } = builder;
  const keys = Object.keys(filled);
  const fields = keys.length > 0 ? `Omit<${type}, ${keys.map(quote).join(' | ')}>` : type;
  const parameter = needsFields ? `fields: ${fields}` : `fields: ${fields} = {}`;
  const values = Object.entries(filled).map(([key, value]) => `${key}: ${quote(value)}`);
  const set = keys.map((key) => `\`${key}\``).join(' and ');
  const place = at.replace(/\.type$/, '');
  const summary = `Builds a value for \`${place}\`, which needs \`${beta.id}\`.`;
  const line = `export function ${name}(${parameter}): ${type} {`;
  const head =
    line.length <= 100 ? line : `export function ${name}(\n  ${parameter},\n): ${type} {`;
  return `/**
${formatDocLines(set ? `${summary} Sets ${set}.` : summary)}
${printOrigin(beta.overlay)} * @see ${escapeDoc(beta.docs)}
 *
${printBuilderExample(builder, types)}
 */
${head}
  return { ${[...values, '...fields'].join(', ')} };
}`;
}

/** Prints the line that marks what the published manifest does not have. */
const printOrigin = (overlay: boolean): string => (overlay ? ` * ${OVERLAY_ORIGIN}\n` : '');

const formatDocLines = (text: string): string => wrapDoc(text).replaceAll(/^/gm, ' * ');

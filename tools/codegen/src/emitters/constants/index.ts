/**
 * `@beta-headers/constants`: one string constant a beta, and the types that follow from the
 * manifest.
 */
import type { Catalog, CatalogBeta } from '@beta-headers/manifest';
import { StructureKind, VariableDeclarationKind, type VariableStatementStructure } from 'ts-morph';
import type { Emitter } from '../../emitter.ts';
import {
  escapeDoc,
  formatDoc,
  OVERLAY_ORIGIN,
  printTypeScript,
  printUnion,
  quote,
  wrapDoc,
} from '../../typescript.ts';

export const emitConstants: Emitter = ({ catalog, version }) => [
  {
    path: 'packages/constants/src/index.ts',
    content: printTypeScript({ statements: [MODULE_DOC, ...INDEX] }),
  },
  {
    path: 'packages/constants/src/betas.ts',
    content: printTypeScript({ statements: catalog.betas.map(createConstant) }),
  },
  {
    path: 'packages/constants/src/types.ts',
    content: printTypeScript({ statements: printTypes(catalog) }),
  },
  {
    path: 'packages/constants/src/platforms.ts',
    content: printTypeScript({ statements: printPlatforms(catalog) }),
  },
  {
    path: 'packages/constants/src/version.ts',
    content: printTypeScript({
      statements: [
        createExport('VERSION', quote(version), [
          'The version that all packages of a release share.',
        ]),
      ],
    }),
  },
];

const MODULE_DOC = `/**
 * Every value of the \`anthropic-beta\` header as a typed constant. No dependency; a bundler keeps
 * the strings that you import.
 * @module
 */`;

const INDEX = [
  "export * from './betas.ts';",
  "export { isPlatform, PLATFORMS, type Platform } from './platforms.ts';",
  "export type * from './types.ts';",
  "export { VERSION } from './version.ts';",
];

function createConstant(beta: CatalogBeta): VariableStatementStructure {
  const lines = [
    wrapDoc(`${beta.title.en}. ${beta.summary.en}`),
    '',
    describeStage(beta),
    ...(beta.overlay ? [OVERLAY_ORIGIN] : []),
    `@see ${beta.docs}`,
  ];
  if (['superseded', 'graduated', 'retired'].includes(beta.stage))
    lines.push(`@deprecated ${describeDeprecation(beta)}`);
  return createExport(beta.constant, quote(beta.id), lines);
}

function createExport(
  name: string,
  initializer: string,
  doc: readonly string[],
): VariableStatementStructure {
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    declarations: [{ name, initializer }],
    docs: [{ description: `\n${doc.map(escapeDoc).join('\n')}` }],
  };
}

function describeStage(beta: CatalogBeta): string {
  const { typescript } = beta.sdk.since;
  const since = typescript
    ? ` In \`@anthropic-ai/sdk\` since ${typescript}.`
    : ' Not in the union of `@anthropic-ai/sdk`.';
  return `Stage: ${beta.stage}.${since}`;
}

function describeDeprecation(beta: CatalogBeta): string {
  if (beta.stage === 'superseded') return `use ${beta.supersededBy}`;
  if (beta.stage === 'graduated')
    return 'the feature is generally available and no longer needs the header';
  return 'the value does nothing any more';
}

/** The list, the type and the test of platforms.yaml. */
function printPlatforms(catalog: Catalog): string[] {
  const ids = catalog.platforms.map(({ id }) => `  ${quote(id)},\n`).join('');
  const titles = catalog.platforms.map(({ id, title }) => `\`${id}\`: ${title}`).join(', ');
  return [
    `${formatDoc(wrapDoc(`A place where Claude can be called: ${titles}.`))}
export type Platform = (typeof PLATFORMS)[number];`,
    `/** Every platform, in the order of the manifest. */
export const PLATFORMS = [\n${ids}] as const;`,
    `/** Tests if a value is the id of a platform. */
export function isPlatform(value: unknown): value is Platform {
  return PLATFORMS.some((platform) => platform === value);
}`,
  ];
}

function printTypes(catalog: Catalog): string[] {
  return [
    printTypeAlias(
      'Beta',
      printUnion(catalog.betas.map((beta) => beta.id)),
      'Every beta that the manifest knows, of any stage.',
    ),
    printMapType(
      'BetasByFeature',
      'The betas of each feature, oldest first.',
      catalog.features.map((feature) => [
        feature.name,
        printUnion(feature.betas, feature.name.length + 6),
      ]),
    ),
    printTypeAlias(
      'Feature',
      'keyof BetasByFeature',
      'Every feature: what a row of dated betas opens.',
    ),
    printMapType(
      'DefaultByFeature',
      "The beta that each feature's name means; moves only in a major release.",
      catalog.features.map((feature) => [feature.name, quote(feature.default)]),
    ),
    printMapType(
      'LatestByFeature',
      'The newest beta of each feature that people may use.',
      catalog.features.map((feature) => [feature.name, quote(feature.latest)]),
    ),
    printTypeAlias(
      'Latest<F extends Feature>',
      'LatestByFeature[F]',
      "The newest beta of a feature.\n@example\n```ts\ntype Mcp = Latest<'mcp-client'>;\n```",
    ),
    printMapType(
      'RejectedByPlatform',
      'The betas that each platform is known not to accept under this name, whatever the model.',
      catalog.platforms.map(({ id }) => [
        id,
        printUnion(catalog.betas.filter((beta) => isRejected(beta, id)).map((beta) => beta.id)),
      ]),
    ),
    printMapType(
      'RetiredReasons',
      'The betas that do nothing any more, the features that had no other, and why not to name one.',
      listRetiredNames(catalog),
    ),
    printTypeAlias(
      'BetasOn<P extends keyof RejectedByPlatform>',
      'Exclude<Beta, RejectedByPlatform[P]>',
      "The betas that a platform accepts, or of which nobody knows that it does not.\n@example\n```ts\ntype OnBedrock = BetasOn<'bedrock'>;\n```",
    ),
  ];
}

/** Retired betas, and the features whose default is one. */
function listRetiredNames({ features, betas }: Catalog): [name: string, reason: string][] {
  const retired = betas.filter((beta) => beta.stage === 'retired');
  return retired.flatMap((beta): [string, string][] => {
    const reason = quote(describeRetirement(beta));
    const named = features.filter((feature) => feature.default === beta.id);
    return [[beta.id, reason], ...named.map(({ name }): [string, string] => [name, reason])];
  });
}

/** Becomes part of a compiler's message, so it is one line without quotes. */
function describeRetirement(beta: CatalogBeta): string {
  const since = beta.retired?.date ? ` since ${beta.retired.date}` : '';
  const note = beta.retired?.note?.en.replaceAll(/[`'"]/g, '').replaceAll(/\s+/g, ' ');
  return `retired${since}: ${note ?? 'the value does nothing any more'}`;
}

/** Tests if a platform rejects a beta whatever the model, the endpoint and the day. */
function isRejected(beta: CatalogBeta, platform: string): boolean {
  return (beta.acceptance[platform] ?? []).every(({ status }) => status === 'rejected');
}

function printTypeAlias(name: string, type: string, doc: string): string {
  return `${formatDoc(doc)}\nexport type ${name} = ${type};`;
}

/** An alias and no interface: its members need no words of their own, and nobody can add to it. */
function printMapType(
  name: string,
  doc: string,
  members: readonly (readonly [key: string, type: string])[],
): string {
  return printTypeAlias(
    name,
    `{\n${members.map(([key, type]) => `  ${quote(key)}: ${type};\n`).join('')}}`,
    doc,
  );
}

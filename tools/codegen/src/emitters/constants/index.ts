/** The data of `@beta-headers/constants`: a string constant for each beta, and types. */
import type { Catalog, CatalogBeta } from '@beta-headers/manifest';
import { StructureKind, VariableDeclarationKind, type VariableStatementStructure } from 'ts-morph';
import type { Emitter } from '../../emitter.ts';
import {
  escapeDoc,
  formatDoc,
  OVERLAY_ORIGIN,
  printKey,
  printTypeScript,
  printUnion,
  quote,
  wrapDoc,
} from '../../typescript.ts';

export const emitConstants: Emitter = ({ catalog, version }) => [
  {
    path: 'packages/constants/src/generated/betas.ts',
    content: printTypeScript({ statements: catalog.betas.map(createConstant) }),
  },
  {
    path: 'packages/constants/src/generated/types.ts',
    content: printTypeScript({ statements: printTypes(catalog) }),
  },
  {
    path: 'packages/constants/src/generated/platforms.ts',
    content: printTypeScript({ statements: printPlatforms(catalog) }),
  },
  {
    path: 'packages/constants/src/generated/version.ts',
    content: printTypeScript({
      statements: [
        createExport('VERSION', quote(version), [
          'The version that all packages of a release share.',
        ]),
      ],
    }),
  },
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
    : ' Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.';
  return `Stage: ${beta.stage}.${since}`;
}

function describeDeprecation(beta: CatalogBeta): string {
  if (beta.stage === 'superseded') return `Use \`${beta.supersededBy}\` instead.`;
  if (beta.stage === 'graduated')
    return 'The feature is generally available and no longer needs the header.';
  return 'The value no longer has any effect.';
}

/** Prints the list of platforms.yaml and its type. */
function printPlatforms(catalog: Catalog): string[] {
  const ids = catalog.platforms.map(({ id }) => `  ${quote(id)},\n`).join('');
  const titles = catalog.platforms.map(({ id, title }) => `\`${id}\`: ${title}`).join(', ');
  return [
    `/** Every platform, in the order of the manifest. */
export const PLATFORMS = [\n${ids}] as const;`,
    `${formatDoc(wrapDoc(`A platform on which Claude can be called: ${titles}.`))}
export type Platform = (typeof PLATFORMS)[number];`,
  ];
}

function printTypes(catalog: Catalog): string[] {
  return [
    printTypeAlias(
      'Beta',
      printUnion(catalog.betas.map((beta) => beta.id)),
      'Every beta of the manifest, of any stage.',
    ),
    printMapType(
      'BetasByFeature',
      'The betas of each feature, oldest first.',
      catalog.features.map((feature) => [
        feature.name,
        printUnion(feature.betas, { before: feature.name.length + 6, indent: 1 }),
      ]),
    ),
    printTypeAlias('Feature', 'keyof BetasByFeature', 'The name of a feature.'),
    printMapType(
      'DefaultByFeature',
      'The beta that the name of each feature means. It changes only in a major release.',
      catalog.features.map((feature) => [feature.name, quote(feature.default)]),
    ),
    printMapType(
      'LatestByFeature',
      'The newest beta of each feature, without internal and retired ones.',
      catalog.features.map((feature) => [feature.name, quote(feature.latest)]),
    ),
    printTypeAlias(
      'Latest<F extends Feature>',
      'LatestByFeature[F]',
      "The newest beta of a feature.\n@example\n```ts\ntype Mcp = Latest<'mcp-client'>;\n```",
    ),
    printMapType(
      'RejectedByPlatform',
      'The betas that each platform is known to reject with any model.',
      catalog.platforms.map(({ id }) => [
        id,
        printUnion(
          catalog.betas.filter((beta) => isRejected(beta, id)).map((beta) => beta.id),
          { before: id.length + 6, indent: 1 },
        ),
      ]),
    ),
    printMapType(
      'RetiredReasons',
      'Retired betas, and features whose default is retired, each with an explanation.',
      listRetiredNames(catalog),
    ),
    printTypeAlias(
      'BetasOn<P extends keyof RejectedByPlatform>',
      'Exclude<Beta, RejectedByPlatform[P]>',
      'The betas that a platform is not known to reject.\n' +
        "@example\n```ts\ntype OnBedrock = BetasOn<'bedrock'>;\n```",
    ),
  ];
}

/** Lists retired betas, and the features whose default is one. */
function listRetiredNames({ features, betas }: Catalog): [name: string, reason: string][] {
  const retired = betas.filter((beta) => beta.stage === 'retired');
  return retired.flatMap((beta): [string, string][] => {
    const reason = quote(describeRetirement(beta));
    const named = features.filter((feature) => feature.default === beta.id);
    return [[beta.id, reason], ...named.map(({ name }): [string, string] => [name, reason])];
  });
}

/** Describes why a beta is retired, in one line without quotes for a compiler message. */
function describeRetirement(beta: CatalogBeta): string {
  const since = beta.retired?.date ? ` since ${beta.retired.date}` : '';
  const note = beta.retired?.note?.en.replaceAll(/[`'"]/g, '').replaceAll(/\s+/g, ' ');
  return `retired${since}: ${note ?? 'the value no longer has any effect'}`;
}

/** Tests if a platform rejects a beta regardless of model, endpoint and day. */
function isRejected(beta: CatalogBeta, platform: string): boolean {
  return (beta.acceptance[platform] ?? []).every(({ status }) => status === 'rejected');
}

function printTypeAlias(name: string, type: string, doc: string): string {
  const space = type.startsWith('\n') ? '' : ' ';
  return `${formatDoc(doc)}\nexport type ${name} =${space}${type};`;
}

/** Prints an object type. It is an alias, because an interface could be extended. */
function printMapType(
  name: string,
  doc: string,
  members: readonly (readonly [key: string, type: string])[],
): string {
  const lines = members.map(([key, type]) => {
    const space = type.startsWith('\n') ? '' : ' ';
    return `  ${printKey(key)}:${space}${type};\n`;
  });
  return printTypeAlias(name, `{\n${lines.join('')}}`, doc);
}

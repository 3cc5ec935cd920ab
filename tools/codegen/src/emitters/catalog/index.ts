/** The data of `@beta-headers/core`: the keys that the engine reads, without default values. */
import type { Catalog, CatalogRule } from '@beta-headers/manifest';
import { StructureKind } from 'ts-morph';
import type { Emitter, EmitterInput } from '../../emitter.ts';
import { formatDoc, printLiteral, printTypeScript, quote, wrapDoc } from '../../typescript.ts';
import { toFeature } from './feature.ts';
import { toPlatform } from './platform.ts';

export const emitCatalog: Emitter = (input) => [
  {
    path: 'packages/core/src/generated/catalog.ts',
    content: printTypeScript({
      statements: [
        {
          kind: StructureKind.ImportDeclaration,
          isTypeOnly: true,
          moduleSpecifier: '../catalog/raw.ts',
          namedImports: ['RawCatalog'],
        },
        printConstant(
          'CATALOG',
          'RawCatalog',
          'The data of the engine. `RawCatalog` documents its keys; `catalog/decode.ts` reads it.',
          toCatalog(input),
        ),
        printRuleTypes(input),
      ],
    }),
  },
  {
    path: 'packages/core/src/generated/fixes.ts',
    content: printTypeScript({
      statements: [
        printConstant(
          'FIXES',
          '{ readonly [code: string]: { readonly en: string; readonly id: string } }',
          'Advice for refused requests, by code. Only `explain` imports it.',
          toFixes(input),
        ),
      ],
    }),
  },
];

function printConstant(name: string, type: string, doc: string, value: unknown): string {
  const start = `export const ${name}: ${type} = `;
  return `${formatDoc(wrapDoc(doc))}\n${start}${printLiteral(value, { before: start.length })};`;
}

const toFixes = ({ catalog }: EmitterInput): object =>
  Object.fromEntries(catalog.fixes.map(({ code, text }) => [code, text]));

function toCatalog({ catalog, listBetas }: EmitterInput): object {
  const { surface } = catalog;
  const { platforms } = catalog;
  return {
    platforms: Object.fromEntries(platforms.map((one) => [one.id, toPlatform(one)])),
    models: catalog.models.flatMap(({ id, retired }) => (retired ? [] : [id])).join(' '),
    retiredModels: Object.fromEntries(
      catalog.models.flatMap(({ id, retired }) => (retired ? [[id, retired]] : [])),
    ),
    surface: {
      params: listNames(surface.params, catalog, /^(\w+)/),
      tools: listNames(surface.tools, catalog, /^tools\[\]\.type$/),
      blocks: listNames(surface.blocks, catalog, /^messages\[\]\.content\[\](?:\.\*\*)?\.type$/),
    },
    features: Object.fromEntries(
      catalog.features.map((one) => [one.name, toFeature(one, listBetas(one), platforms)]),
    ),
  };
}

/** Lists the names that are not in rules, either as keys of `at` or as values there. */
function listNames(names: readonly string[], { features }: Catalog, at: RegExp): string {
  const rules = features
    .flatMap(({ uses }) => uses)
    .filter((use) => !use.endpoint || use.endpoint.some((one) => one.startsWith(MESSAGES)));
  const known = rules.flatMap((use): unknown[] => {
    const found = at.exec(use.at ?? '');
    if (!found) return [];
    return found[1] === undefined ? (use.in ?? [use.is]) : [found[1]];
  });
  return names.filter((name) => !known.includes(name)).join(' ');
}

const MESSAGES = 'POST /v1/messages';

/**
 * Prints the unconditional rules about message params as types, for the compiler. They are in the
 * same file as the data, so that a new rule changes one file of core.
 */
function printRuleTypes({ catalog }: EmitterInput): string {
  const rules = catalog.betas.flatMap((beta) =>
    beta.requires.filter(isEverywhere).map((rule) => ({ beta, rule })),
  );
  const members = rules.map(({ beta, rule }, i) => {
    const fields = [
      `at: ${quote(rule.at as string)}`,
      `is: ${printValueType(rule)}`,
      `beta: ${quote(beta.id)}`,
    ];
    const line = `  ${i}: { ${fields.join('; ')} };\n`;
    return line.length <= 101
      ? line
      : `  ${i}: {\n${fields.map((f) => `    ${f};\n`).join('')}  };\n`;
  });
  const doc = wrapDoc(
    'The betas that a request needs, by a path into the message params and the values there ' +
      '(`unknown`: any).',
  );
  return `${formatDoc(`${doc}\n@internal`)}\nexport interface RuleTypes {\n${members.join('')}}`;
}

/** The conditions that a type cannot express. */
const CONDITIONS = ['endpoint', 'model', 'platform', 'apiVersion', 'unless', 'where', 'above'];

function isEverywhere(rule: CatalogRule): boolean {
  return rule.at !== undefined && !CONDITIONS.some((key) => key in rule);
}

function printValueType(rule: CatalogRule): string {
  const values = rule.in ?? (rule.is === undefined ? [] : [rule.is]);
  return values.length === 0 ? 'unknown' : values.map((value) => printLiteral(value)).join(' | ');
}

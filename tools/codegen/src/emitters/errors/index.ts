/** The rows of errors.yaml and the platforms' titles for the classifier of errors in core. */
import type { CatalogError, CatalogPlatform } from '@beta-headers/manifest';
import { StructureKind } from 'ts-morph';
import type { Emitter } from '../../emitter.ts';
import { formatDoc, printLiteral, printTypeScript, wrapDoc } from '../../typescript.ts';

export const emitErrors: Emitter = ({ catalog }) => [
  {
    path: 'packages/core/src/generated/errors.ts',
    content: printTypeScript({
      statements: [
        {
          kind: StructureKind.ImportDeclaration,
          isTypeOnly: true,
          moduleSpecifier: '../errors/row.ts',
          namedImports: ['ErrorRow'],
        },
        printRows(catalog.errors),
        printTitles(catalog.platforms),
      ],
    }),
  },
];

function printRows(errors: readonly CatalogError[]): string {
  const start = 'export const ERROR_ROWS: readonly ErrorRow[] = ';
  const doc = 'The known error wordings, in the order in which they are tried.';
  const rows = printLiteral(errors.map(toRow), { before: start.length });
  return `${formatDoc(wrapDoc(doc))}\n${start}${rows};`;
}

function printTitles(platforms: readonly CatalogPlatform[]): string {
  const start = 'export const PLATFORM_TITLES: Readonly<Record<string, string>> = ';
  const titles = Object.fromEntries(platforms.map(({ id, title }) => [id, title]));
  const doc = 'The titles of the platforms, for sentences.';
  return `${formatDoc(wrapDoc(doc))}\n${start}${printLiteral(titles, { before: start.length })};`;
}

/** Statuses that usually have other causes. A row applies to them only if it lists them. */
const ELSEWHERE: readonly number[] = [401, 402, 407, 408, 409, 413, 415, 429, 529];

/** Picks the keys that the classifier reads. JavaScript has another notation for named groups. */
function toRow(row: CatalogError): object {
  const { id, kind, per, named, betas, advice, status } = row;
  const toJs = (pattern: string): string => pattern.replaceAll('(?P<', '(?<');
  return {
    id,
    kind,
    pattern: toJs(row.pattern),
    unless: row.unless === undefined ? undefined : toJs(row.unless),
    per,
    named,
    betas,
    advice,
    status: status?.some((code) => ELSEWHERE.includes(code)) ? status : undefined,
  };
}

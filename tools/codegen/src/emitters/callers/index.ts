/** The clients and addresses of the platforms, for the requests that the site's checker shows. */
import { StructureKind } from 'ts-morph';
import type { Emitter } from '../../emitter.ts';
import { formatDoc, printLiteral, printTypeScript, wrapDoc } from '../../typescript.ts';

export const emitCallers: Emitter = ({ catalog }) => [
  {
    path: 'docs/src/generated/callers.ts',
    content: printTypeScript({
      statements: [
        {
          kind: StructureKind.ImportDeclaration,
          isTypeOnly: true,
          moduleSpecifier: '../lib/checker/caller.ts',
          namedImports: ['Caller'],
        },
        printCallers(
          Object.fromEntries(
            catalog.platforms.map(({ id, client, call }) => [id, { client, call }]),
          ),
        ),
        printPythonBetas(catalog.betas.filter(({ sdk }) => sdk.since.python).map(({ id }) => id)),
      ],
    }),
  },
];

function printCallers(callers: object): string {
  const start = 'export const CALLERS: { readonly [platform: string]: Caller } = ';
  const doc = 'The clients and the address of each platform, from platforms.yaml.';
  return `${formatDoc(wrapDoc(doc))}\n${start}${printLiteral(callers, { before: start.length })};`;
}

function printPythonBetas(ids: readonly string[]): string {
  const start = 'export const PYTHON_BETAS: readonly string[] = ';
  const doc = 'The betas of which the Python SDK is known to have the methods and types.';
  return `${formatDoc(wrapDoc(doc))}\n${start}${printLiteral(ids, { before: start.length })};`;
}

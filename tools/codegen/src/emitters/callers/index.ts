/** How to call each platform, as the checker of the site writes it in a request. */
import { StructureKind } from 'ts-morph';
import type { Emitter } from '../../emitter.ts';
import { docComment, docProse, literal, printTypeScript } from '../../typescript.ts';

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
        callersConstant(
          Object.fromEntries(
            catalog.platforms.map(({ id, client, call }) => [id, { client, call }]),
          ),
        ),
      ],
    }),
  },
];

function callersConstant(callers: object): string {
  const start = 'export const CALLERS: { readonly [platform: string]: Caller } = ';
  const doc = 'The clients and the address of each platform, from platforms.yaml.';
  return `\n${docComment(docProse(doc))}\n${start}${literal(callers, { before: start.length })};`;
}

/**
 * Writes the Markdown pages of the Node package from the manifest's data.json. The build of the
 * package runs it. The pages are part of the package and the site, and are not committed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Catalog } from '@beta-headers/manifest';
import { emitMarkdown, MARKDOWN_FOLDER } from './markdown/index.ts';
import { writeFiles } from './writer.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const text = readFileSync(join(root, 'packages/manifest/data.json'), 'utf8');
const files = emitMarkdown(JSON.parse(text) as Catalog);
const { written, pruned, unchanged } = writeFiles(root, files, { folders: [MARKDOWN_FOLDER] });
console.log(
  `${MARKDOWN_FOLDER}: ${written.length} written, ${unchanged} unchanged, ${pruned.length} pruned`,
);

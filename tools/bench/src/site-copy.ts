/** Sites to build: ours in a copy that shares nothing but its packages, and a plain one of Starlight with the same texts. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { emitMarkdown } from '@beta-headers/codegen/markdown';
import { loadManifest } from '@beta-headers/manifest';
import { writeMadeUp } from './made-up.ts';
import { root } from './root.ts';

const BENCH = join(root, '.cache/bench-site');
const DOCS = join(root, 'docs');
/** What the site is made of. */
const PARTS = ['astro.config.ts', 'integrations', 'package.json', 'public', 'src', 'tsconfig.json'];

/** The folder of a copy of the site, of the manifest as it is or with so many betas more. */
export function copySite(name: string, betas = 0): string {
  const base = empty(join(BENCH, name));
  const site = join(base, 'docs');
  for (const part of PARTS) cpSync(join(DOCS, part), join(site, part), { recursive: true });
  cpSync(join(root, 'tsconfig.base.json'), join(base, 'tsconfig.base.json'));
  linkModules(site);
  linkPackages(join(base, 'packages'));
  emitInto(base, betas);
  return site;
}

/** The folder of a site of plain Markdown: the Markdown twins of our pages, again and again until there are as many pages. */
export function plainSite(pages: number): string {
  const site = empty(join(BENCH, 'plain/docs'));
  linkModules(site);
  const { dependencies } = JSON.parse(readFileSync(join(DOCS, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const { astro, '@astrojs/starlight': starlight } = dependencies;
  // Astro decides by the dependencies which packages it has to bundle.
  const own = {
    name: 'plain',
    private: true,
    type: 'module',
    dependencies: { astro, '@astrojs/starlight': starlight },
  };
  writeFileSync(join(site, 'package.json'), JSON.stringify(own));
  writeFileSync(join(site, 'astro.config.mjs'), CONFIG);
  mkdirSync(join(site, 'src/content/docs'), { recursive: true });
  writeFileSync(join(site, 'src/content.config.ts'), COLLECTIONS);
  const folder = 'packages/node/docs/en/';
  const twins = emitMarkdown(loadManifest())
    .filter(({ path }) => path.startsWith(folder) && path.split('/').length === 6)
    .map(({ path, content }) => ({ file: path.slice(folder.length), text: content }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  // Each page exists in both languages, and the page for wrong addresses is Starlight's own.
  for (let i = 0; i < Math.ceil((pages - 1) / 2); i++) {
    const { file, text } = twins[i % twins.length] as (typeof twins)[number];
    for (const language of ['', 'id/']) {
      const path = join(
        site,
        'src/content/docs',
        language,
        `round-${Math.floor(i / twins.length)}`,
        file,
      );
      mkdirSync(dirname(path), { recursive: true });
      const title = /^# (.*)$/m.exec(text)?.[1] ?? file;
      writeFileSync(
        path,
        `---\ntitle: ${JSON.stringify(title)}\n---\n${text.replace(/^# .*$/m, '')}`,
      );
    }
  }
  return site;
}

/** Removes what a build leaves behind for the next one. */
export function forget(site: string): void {
  for (const name of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'])
    rmSync(join(site, name), { recursive: true, force: true });
}

const CONFIG = `import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';
export default defineConfig({
  site: 'https://example.com',
  image: { service: passthroughImageService() },
  integrations: [
    starlight({
      title: 'plain',
      defaultLocale: 'root',
      locales: { root: { label: 'English', lang: 'en' }, id: { label: 'Bahasa Indonesia', lang: 'id' } },
      sidebar: [{ label: 'First', link: '/' }],
    }),
  ],
});
`;

const COLLECTIONS = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

function empty(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The dependencies of the docs one by one, so that caches beside them are the copy's own. */
function linkModules(site: string): void {
  const from = join(DOCS, 'node_modules');
  for (const name of readdirSync(from).filter((one) => !one.startsWith('.'))) {
    for (const path of name.startsWith('@')
      ? readdirSync(join(from, name)).map((one) => join(name, one))
      : [name]) {
      mkdirSync(dirname(join(site, 'node_modules', path)), { recursive: true });
      symlinkSync(realpathSync(join(from, path)), join(site, 'node_modules', path), 'dir');
    }
  }
}

/** The sources that pages are made from; the pages of the Node package are the copy's own. */
function linkPackages(folder: string): void {
  for (const name of readdirSync(join(root, 'packages'))) {
    mkdirSync(join(folder, name), { recursive: true });
    for (const part of ['package.json', 'src', 'tsconfig.json', 'node_modules']) {
      const target = join(root, 'packages', name, part);
      if (existsSync(target)) symlinkSync(target, join(folder, name, part));
    }
  }
}

/** The data and the Markdown of the copy; its manifest is a copy too, whose data the site imports. */
function emitInto(base: string, betas: number): void {
  const overlay = join(base, 'overlay');
  if (betas > 0) writeMadeUp(overlay, betas);
  const catalog = loadManifest(betas > 0 ? { overlay } : {});
  const manifest = join(base, 'packages/manifest');
  rmSync(join(manifest, 'src'));
  cpSync(join(root, 'packages/manifest/src'), join(manifest, 'src'), { recursive: true });
  writeFileSync(join(manifest, 'data.json'), JSON.stringify(catalog));
  for (const part of ['conformance', 'history.json', 'schema'])
    symlinkSync(join(root, 'packages/manifest', part), join(manifest, part));
  const linked = join(base, 'docs/node_modules/@beta-headers/manifest');
  rmSync(linked);
  symlinkSync(manifest, linked, 'dir');
  for (const { path, content } of emitMarkdown(catalog)) {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), content);
  }
}

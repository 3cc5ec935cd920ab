/**
 * Creates the sites to build: a copy of our site that shares only its dependencies,
 * and a plain Starlight site with the same text.
 */
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
import { writeFixtures } from './fixtures.ts';
import { root } from './root.ts';

const BENCH = join(root, '.cache/bench-site');
const DOCS = join(root, 'docs');
/** The sources of the site. */
const PARTS = ['astro.config.ts', 'integrations', 'package.json', 'public', 'src', 'tsconfig.json'];

/** Copies the site, with the given number of fictional betas added. Returns its folder. */
export function copySite(name: string, betas = 0): string {
  const base = createEmpty(join(BENCH, name));
  const site = join(base, 'docs');
  for (const part of PARTS) cpSync(join(DOCS, part), join(site, part), { recursive: true });
  cpSync(join(root, 'tsconfig.base.json'), join(base, 'tsconfig.base.json'));
  linkModules(site);
  linkPackages(join(base, 'packages'));
  emitInto(base, betas);
  return site;
}

/** Creates a site that repeats our Markdown pages up to a number of pages. Returns its folder. */
export function createPlainSite(pages: number): string {
  const site = createEmpty(join(BENCH, 'plain/docs'));
  linkModules(site);
  const { dependencies } = JSON.parse(readFileSync(join(DOCS, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const { astro, '@astrojs/starlight': starlight } = dependencies;
  // Astro reads the dependencies to decide which packages to bundle.
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
  const markdown = emitMarkdown(loadManifest())
    .filter(({ path }) => path.startsWith(folder) && path.split('/').length === 6)
    .map(({ path, content }) => ({ file: path.slice(folder.length), text: content }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  // Each page has two languages, and Starlight adds a 404 page.
  for (let i = 0; i < Math.ceil((pages - 1) / 2); i++) {
    const { file, text } = markdown[i % markdown.length] as (typeof markdown)[number];
    for (const language of ['', 'id/']) {
      const path = join(
        site,
        'src/content/docs',
        language,
        `round-${Math.floor(i / markdown.length)}`,
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

/** Removes the output and the caches of a build. */
export function removeBuild(site: string): void {
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
      locales: {
        root: { label: 'English', lang: 'en' },
        id: { label: 'Bahasa Indonesia', lang: 'id' },
      },
      sidebar: [{ label: 'First', link: '/' }],
    }),
  ],
});
`;

const COLLECTIONS = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
const docs = defineCollection({ loader: docsLoader(), schema: docsSchema() });
export const collections = { docs };
`;

function createEmpty(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Links each dependency of the docs, so that the copy has its own caches beside them. */
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

/** Links the sources of the packages. The copy has its own pages of the Node package. */
function linkPackages(folder: string): void {
  for (const name of readdirSync(join(root, 'packages'))) {
    mkdirSync(join(folder, name), { recursive: true });
    for (const part of ['package.json', 'src', 'tsconfig.json', 'node_modules']) {
      const target = join(root, 'packages', name, part);
      if (existsSync(target)) symlinkSync(target, join(folder, name, part));
    }
  }
}

/** Writes the Markdown pages, and a copy of the manifest whose data the site imports. */
function emitInto(base: string, betas: number): void {
  const overlay = join(base, 'overlay');
  if (betas > 0) writeFixtures(overlay, betas);
  const catalog = loadManifest(betas > 0 ? { overlay } : {});
  const manifest = join(base, 'packages/manifest');
  rmSync(join(manifest, 'src'));
  cpSync(join(root, 'packages/manifest/src'), join(manifest, 'src'), { recursive: true });
  writeFileSync(join(manifest, 'data.json'), JSON.stringify(catalog));
  const original = join(root, 'packages/manifest');
  for (const part of readdirSync(original))
    if (!existsSync(join(manifest, part))) symlinkSync(join(original, part), join(manifest, part));
  const linked = join(base, 'docs/node_modules/@beta-headers/manifest');
  rmSync(linked);
  symlinkSync(manifest, linked, 'dir');
  for (const { path, content } of emitMarkdown(catalog)) {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), content);
  }
}

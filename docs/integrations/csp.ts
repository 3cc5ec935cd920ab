/**
 * Writes a Content-Security-Policy into every built page. It allows nothing from other origins and
 * only the site's own inline scripts. A script from a text of the manifest stops the build. Reads
 * the finished HTML, because Astro's `security.csp` does not know Starlight's inline scripts.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readTags, type Tag } from './html-tags.ts';

/** The hashes of the scripts that may be inline. */
export type AllowedScripts = Pick<ReadonlySet<string>, 'has'>;

/** Adds the policy to each page once the site is built. */
export function contentSecurityPolicy(): AstroIntegration {
  const allowed = new Set<string>();
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [recordChunks(allowed)] } });
      },
      'astro:build:done': ({ dir }) => {
        for (const script of [...readStarlightScripts(), ...readOwnScripts()])
          allowed.add(hash(script));
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const path = join(folder, file);
          writeFileSync(path, addPolicy(readFileSync(path, 'utf8'), file, allowed));
        }
      },
    },
  };
}

/** The used part of a Vite plugin. */
interface ChunkRecorder {
  readonly name: string;
  readonly applyToEnvironment: (environment: { readonly name: string }) => boolean;
  readonly generateBundle: {
    readonly order: 'pre';
    readonly handler: (options: unknown, bundle: Readonly<Record<string, Output>>) => void;
  };
}
type Output = { readonly type: 'asset' } | { readonly type: 'chunk'; readonly code: string };

/** Records the bundled scripts of the site, before Astro puts small ones into pages. */
export const recordChunks = (allowed: Set<string>): ChunkRecorder => ({
  name: 'record-chunks',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle: {
    order: 'pre',
    handler: (_options, bundle) => {
      for (const output of Object.values(bundle))
        if (output.type === 'chunk') allowed.add(hash(output.code.trim()));
    },
  },
});

/** The inline scripts of Starlight's components, which Astro copies into pages unchanged. */
export function readStarlightScripts(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@astrojs/starlight/components'));
  return globSync('**/*.astro', { cwd: folder }).flatMap((file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    return [...source.matchAll(/<script is:inline[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, text = '']) => text,
    );
  });
}

/** The site's own scripts that pages contain as they are. */
export function readOwnScripts(): string[] {
  const folder = fileURLToPath(new URL('../src/scripts/inline/', import.meta.url));
  return globSync('*.js', { cwd: folder }).map((file) =>
    readFileSync(join(folder, file), 'utf8').trim(),
  );
}

const CHARSET = /<meta charset="utf-8"\s*\/?>/i;

/**
 * Inserts the policy into a page, before everything that it applies to.
 *
 * @throws when the page names no charset, or has an inline script that is not the site's own
 */
export function addPolicy(html: string, name: string, allowed: AllowedScripts): string {
  if (!CHARSET.test(html))
    throw new Error(
      `${name} has no <meta charset="utf-8">, after which the Content-Security-Policy is put`,
    );
  const tags = readTags(html);
  for (const { text } of tags.filter(isInlineScript))
    if (!allowed.has(hash(text)))
      throw new Error(
        `${name} has an inline script that is not the site's own: ` +
          `${JSON.stringify(text.slice(0, 80))}. Escape the text that it came with.`,
      );
  const policy = makePolicy(tags);
  return html.replace(
    CHARSET,
    (charset) => `${charset}<meta http-equiv="content-security-policy" content="${policy}">`,
  );
}

/** Makes the policy of a page, which allows only the scripts and styles that the page has. */
export function makePolicy(tags: readonly Tag[]): string {
  const scripts = tags.filter(isInlineScript).map(({ text }) => text);
  const styles = tags.flatMap(({ name, attributes, text }) =>
    [name === 'style' ? text : undefined, attributes.get('style')].filter(
      (style) => style !== undefined,
    ),
  );
  return [
    "default-src 'none'",
    `script-src 'self' ${listHashes(scripts)}`,
    `style-src 'self' 'unsafe-hashes' ${listHashes(styles)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ]
    .map((directive) => directive.trim())
    .join('; ');
}

/** Types of scripts that browsers do not run. */
const DATA_TYPE = /^(?:application\/(?:ld\+)?json|text\/(?!javascript))/i;

const isInlineScript = ({ name, attributes }: Tag): boolean =>
  name === 'script' && !attributes.has('src') && !DATA_TYPE.test(attributes.get('type') ?? '');

const listHashes = (texts: readonly string[]): string =>
  [...new Set(texts.map(hash))].sort().join(' ');

const hashes = new Map<string, string>();

/** Remembers its results, because most inline scripts and styles are the same on every page. */
function hash(content: string): string {
  const known =
    hashes.get(content) ?? `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  hashes.set(content, known);
  return known;
}

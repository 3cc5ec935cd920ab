/**
 * A Content-Security-Policy in every built page: nothing from elsewhere, and of inline scripts and styles exactly those that the page has, by hash.
 * Done over the finished HTML, because Starlight's own inline scripts are not known to Astro's `security.csp`.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const path = join(folder, file);
          writeFileSync(path, withPolicy(readFileSync(path, 'utf8'), file));
        }
      },
    },
  };
}

const CHARSET = /<meta charset="utf-8"\s*\/?>/i;

/** The page with its policy, before anything that the policy is about. */
export function withPolicy(html: string, name: string): string {
  if (!CHARSET.test(html))
    throw new Error(
      `${name}: no <meta charset="utf-8"> after which the Content-Security-Policy could stand`,
    );
  const policy = policyOf(html);
  return html.replace(
    CHARSET,
    (charset) => `${charset}<meta http-equiv="content-security-policy" content="${policy}">`,
  );
}

/** The policy of a page. */
export function policyOf(html: string): string {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(
      ([, attributes]) => !/\stype="(?:application\/(?:ld\+)?json|text\/)/.test(attributes ?? ''),
    )
    .map(([, , content]) => hash(content ?? ''));
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, content]) =>
    hash(content ?? ''),
  );
  const markup = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
  const attributes = [...markup.matchAll(/\sstyle="([^"]*)"/g)].map(([, content]) =>
    hash(unescapeHtml(content ?? '')),
  );
  const list = (all: string[]): string => [...new Set(all)].sort().join(' ');
  return [
    "default-src 'none'",
    // Pagefind's index is WebAssembly.
    `script-src 'self' 'wasm-unsafe-eval' ${list(scripts)}`,
    `style-src 'self' 'unsafe-hashes' ${list([...styles, ...attributes])}`,
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

const hashes = new Map<string, string>();
/** Most of what is inline is so on every page. */
function hash(content: string): string {
  const known =
    hashes.get(content) ?? `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  hashes.set(content, known);
  return known;
}

/** What a browser hashes is the value of the attribute, not how it is written. */
const unescapeHtml = (value: string): string =>
  value
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&');

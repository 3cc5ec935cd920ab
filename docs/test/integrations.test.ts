/** The steps that finish the built pages: their policy. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addPolicy, makePolicy, readStarlightScripts, recordChunks } from '../integrations/csp.ts';
import { readTags } from '../integrations/html-tags.ts';
import { escapeTitle } from '../src/lib/head.ts';

const sha = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const makePagePolicy = (html: string): string => makePolicy(readTags(html));
const findDirective = (html: string, name: string): string =>
  makePagePolicy(html)
    .split('; ')
    .find((one) => one.startsWith(`${name} `)) ?? '';
const wrapInPage = (html: string): string =>
  `<!doctype html><head><meta charset="utf-8"/>${html}</head>`;

describe('the policy of a page', () => {
  it('allows the inline scripts and styles of the page by hash, and no others', () => {
    const html =
      '<script>a()</script><script type="module">b()</script>' +
      '<style>p{}</style><p style="color:red">x</p>';
    expect(findDirective(html, 'script-src')).toBe(
      `script-src 'self' ${[sha('a()'), sha('b()')].sort().join(' ')}`,
    );
    expect(findDirective(html, 'style-src')).toBe(
      `style-src 'self' 'unsafe-hashes' ${[sha('p{}'), sha('color:red')].sort().join(' ')}`,
    );
    expect(makePagePolicy(html)).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  });

  it('needs no hash for a script from a file, and none for data', () => {
    const html =
      '<script src="/x.js"></script><script type="module" src="/y.js"></script>' +
      '<script type="application/ld+json">{"a":1}</script>';
    expect(findDirective(html, 'script-src')).toBe("script-src 'self'");
  });

  it('hashes the value of an attribute, not its escaped form', () => {
    expect(findDirective('<p style="--x: &quot;a&quot; &amp; b">', 'style-src')).toContain(
      sha('--x: "a" & b'),
    );
  });

  it('ignores tags in scripts, titles, comments and attributes', () => {
    const html =
      '<script>const a = \'<p style="color:red">\';</script>' +
      '<title><script>b()</script></title><!-- <script>c()</script> -->' +
      '<meta content="<script>"><script>d()</script>';
    expect(findDirective(html, 'style-src')).not.toContain(sha('color:red'));
    expect(findDirective(html, 'script-src').match(/sha256/g)).toHaveLength(2);
    expect(findDirective(html, 'script-src')).toContain(sha('d()'));
  });

  it('names a hash once', () => {
    expect(
      findDirective('<script>a()</script><script>a()</script>', 'script-src').split(sha('a()')),
    ).toHaveLength(2);
  });

  it('allows nothing from other origins', () => {
    expect(makePagePolicy('')).toMatch(/^default-src 'none'; /);
    expect(makePagePolicy('')).toContain("base-uri 'none'");
    expect(makePagePolicy('')).toContain("connect-src 'self'");
  });

  it('is put directly after the charset, before everything that it is about', () => {
    const html = addPolicy(wrapInPage('<script>a()</script>'), 'x.html', new Set([sha('a()')]));
    expect(html).toMatch(
      new RegExp(
        '^<!doctype html><head><meta charset="utf-8"/><meta http-equiv="content-security-policy" ' +
          `content="default-src 'none'; [^"]*"><script>`,
      ),
    );
  });

  it('reports the page that has no charset', () => {
    expect(() => addPolicy('<head></head>', 'betas/x/index.html', new Set())).toThrow(
      'betas/x/index.html has no <meta charset="utf-8">',
    );
  });
});

describe('an inline script', () => {
  it.each([
    '<script>alert(1)</script>',
    '<script type="module">alert(1)</script>',
    '<script type="text/javascript">alert(1)</script>',
    '<title>T </title><script>alert(1)</script> b</title>',
    '<SCRIPT>alert(1)</SCRIPT >',
  ])('that is not of the site stops the build: %s', (html) => {
    expect(() =>
      addPolicy(wrapInPage(html), 'features/x/index.html', new Set([sha('a()')])),
    ).toThrow('features/x/index.html has an inline script that is not the site\'s own: "alert(1)"');
  });

  it('of the bundler is allowed as Astro writes it: trimmed, and only from the client', () => {
    const allowed = new Set<string>();
    const { generateBundle, applyToEnvironment } = recordChunks(allowed);
    generateBundle.handler({}, { x: { type: 'chunk', code: 'a();\n' }, y: { type: 'asset' } });
    expect([...allowed]).toEqual([sha('a();')]);
    expect(generateBundle.order).toBe('pre');
    expect(['client', 'prerender', 'ssr'].filter((name) => applyToEnvironment({ name }))).toEqual([
      'client',
    ]);
  });

  it('of Starlight is found in the sources of its components', () => {
    const scripts = readStarlightScripts();
    for (const part of ['StarlightThemeProvider.updatePickers();', '_starlightScrollRestore'])
      expect(scripts.some((script) => script.includes(part))).toBe(true);
  });
});

describe('the title of a page', () => {
  it('is text and never markup', () => {
    const content = 'T </title><script>alert(1)</script> b';
    const escaped = escapeTitle({ tag: 'title', attrs: {}, content });
    expect(escaped.content).toBe('T &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; b');
    const meta = { tag: 'meta', attrs: { name: 'x' }, content: '' } as const;
    expect(escapeTitle(meta)).toBe(meta);
  });
});

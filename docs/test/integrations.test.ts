/** What happens to the finished pages: their policy. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { policyOf, withPolicy } from '../integrations/csp.ts';

const sha = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const directive = (html: string, name: string): string =>
  policyOf(html)
    .split('; ')
    .find((one) => one.startsWith(`${name} `)) ?? '';

describe('the policy of a page', () => {
  it('allows its own inline scripts and styles by hash, and no others', () => {
    const html =
      '<script>a()</script><script type="module">b()</script><style>p{}</style><p style="color:red">x</p>';
    expect(directive(html, 'script-src')).toBe(
      `script-src 'self' 'wasm-unsafe-eval' ${[sha('a()'), sha('b()')].sort().join(' ')}`,
    );
    expect(directive(html, 'style-src')).toBe(
      `style-src 'self' 'unsafe-hashes' ${[sha('p{}'), sha('color:red')].sort().join(' ')}`,
    );
    expect(policyOf(html)).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  });

  it('needs no hash for a script from a file, and none for data', () => {
    const html =
      '<script src="/x.js"></script><script type="module" src="/y.js"></script><script type="application/ld+json">{"a":1}</script>';
    expect(directive(html, 'script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'");
  });

  it('hashes the value of an attribute, not how it is written', () => {
    expect(directive('<p style="--x: &quot;a&quot; &amp; b">', 'style-src')).toContain(
      sha('--x: "a" & b'),
    );
  });

  it('takes no attribute from the text of a script', () => {
    expect(
      directive('<script>const a = \'<p style="color:red">\';</script>', 'style-src'),
    ).not.toContain(sha('color:red'));
  });

  it('names a hash once', () => {
    expect(
      directive('<script>a()</script><script>a()</script>', 'script-src').split(sha('a()')),
    ).toHaveLength(2);
  });

  it('allows nothing from elsewhere', () => {
    expect(policyOf('')).toMatch(/^default-src 'none'; /);
    expect(policyOf('')).toContain("base-uri 'none'");
    expect(policyOf('')).toContain("connect-src 'self'");
  });

  it('stands before everything that it is about, directly after the charset', () => {
    const html = withPolicy(
      '<!doctype html><head><meta charset="utf-8"/><script>a()</script></head>',
      'x.html',
    );
    expect(html).toMatch(
      /^<!doctype html><head><meta charset="utf-8"\/><meta http-equiv="content-security-policy" content="default-src 'none'; [^"]*"><script>/,
    );
  });

  it('says which page has no place for it', () => {
    expect(() => withPolicy('<head></head>', 'betas/x/index.html')).toThrow(
      'betas/x/index.html: no <meta charset="utf-8">',
    );
  });
});

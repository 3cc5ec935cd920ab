import { chromium } from 'playwright-core';
import { serve } from './test/serve.ts';
import { CHROME, FLAGS } from './test/browser.ts';
import { dist } from './test/built.ts';
const site = await serve(dist);
const browser = await chromium.launch({ executablePath: CHROME, args: [...FLAGS] });
const only = process.argv[2];
const cases: [string, string, number, 'light'|'dark', string, string?][] = [
 ['req-desk','/check/',1280,'light','req'],
 ['list-phone','/id/check/',390,'dark','list'],
 ['err-phone','/check/',390,'light','err'],
 ['log-desk','/check/',1280,'dark','log'],
 ['none-desk','/id/check/',1280,'light','none'],
 ['dep-phone','/check/',390,'dark','dep'],
 ['empty-desk','/check/',1280,'light',''],
];
import { readFileSync } from 'node:fs';
const T='claude-code-20250219,oauth-2025-04-20,interleaved-thinking-2025-05-14,redact-thinking-2026-02-12,context-management-2025-06-27,prompt-caching-scope-2026-01-05,advanced-tool-use-2025-11-20,effort-2025-11-24,fine-grained-tool-streaming-2025-05-14,afk-mode-2026-01-31';
const texts: Record<string,string> = {
 list: T, err: 'botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the InvokeModel operation: invalid beta flag',
 log: '[DEBUG] 2026-11-20T10:00:00Z request headers: anthropic-beta: '+T+'\n[ERROR] 2026-11-20T10:00:01Z API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"Unexpected value(s) `prompt-caching-scope-2026-01-05`, `advanced-tool-use-2025-11-20` for the `anthropic-beta` header. Please consult our documentation."},"request_id":"req_vrtx_011CUs"}',
 none: '{\n  "name": "x",\n  "version": "1.0.0",,\n}', dep: '{"model":"claude-opus-4-5","max_tokens":10,"tools":[{"type":"code_execution_20250825","name":"code_execution"}],"messages":[{"role":"user","content":"hi"}]}',
};
for (const [name,path,width,theme,kind] of cases) {
  if (only && !name.startsWith(only)) continue;
  const ctx = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme });
  const page = await ctx.newPage();
  page.on('console', m => m.type()==='error' && console.log(name, m.text()));
  page.on('pageerror', e => console.log(name,'PAGEERROR', e.message));
  await page.goto(site.url + path);
  if (kind==='req') await page.locator('[data-example]').nth(2).click();
  else if (kind) await page.locator('#check-text').fill(texts[kind]!);
  if (kind) await page.waitForFunction(() => document.querySelector('[data-out=answer]')!.childElementCount > 0, null, {timeout: 20000}).catch(e=>console.log(name,'no answer'));
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/shot-${name}.png`, fullPage: true });
  console.log(name, await page.locator('[data-out=answer]').innerText().then(t=>t.slice(0,700)), await page.evaluate(()=>document.documentElement.scrollWidth));
  await ctx.close();
}
await browser.close(); await (site as any).close?.(); process.exit(0);

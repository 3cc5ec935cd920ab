/** The samples in Go and Java, and hostile texts in both: compiled and run. */
import { PLATFORMS } from '@beta-headers/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCode } from '../src/lib/code/index.ts';
import { newestCheck } from '../src/lib/newest-check.ts';
import { runCompiled } from './programs/compiled.ts';
import { type Platforms, servePlatforms } from './programs/fake-apis.ts';
import { expectArrived, HOSTILE_REQUESTS } from './programs/hostile.ts';
import { requireCommand } from './programs/installs.ts';
import { type Recorder, startRecorder } from './programs/recorder.ts';
import { listPrograms } from './programs/sample-cases.ts';
import { expectSent } from './programs/sent.ts';

const LANGUAGES = ['go', 'java'] as const;

let platforms: Platforms;
let recorder: Recorder;
beforeAll(async () => {
  await requireCommand('go', 'golang-go');
  await requireCommand('javac', 'default-jdk-headless');
  platforms = await servePlatforms(newestCheck);
  recorder = await startRecorder();
});
afterAll(async () => {
  recorder.close();
  await platforms.close();
});

describe.each(LANGUAGES)('the programs in %s', (language) => {
  it.each(PLATFORMS)('are accepted on %s', async (platform) => {
    const list = listPrograms(language).filter((one) => one.platform === platform && one.isToday);
    expect(list.length).toBeGreaterThan(5);
    const codes = list.map(({ code }) => code);
    await runCompiled(language, `samples-${language}-${platform}`, codes, platforms.url(platform));
    expectSent(list, platforms.take(platform));
  });

  it('send hostile texts unchanged', async () => {
    const codes = HOSTILE_REQUESTS.map((request) => writeCode(request, language) ?? '');
    await runCompiled(language, `hostile-${language}`, codes, recorder.url);
    expectArrived(recorder.take());
  });

  it('read keys of the body from the environment', async () => {
    const request = {
      platform: 'claude-api',
      method: 'POST',
      path: '/v1/messages',
      betas: [],
      body: { model: 'm', mcp_servers: [{ token: 'secret', note: '100 %s' }] },
    } as const;
    const code = writeCode(request, language) ?? '';
    expect(code).not.toContain('secret');
    await runCompiled(language, `secret-${language}`, [code], recorder.url);
    expect(recorder.take().map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { model: 'm', mcp_servers: [{ token: 'token-from-the-refusal', note: '100 %s' }] },
    ]);
  });
});

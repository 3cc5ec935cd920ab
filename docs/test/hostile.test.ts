/** Hostile fragments and planted secrets against the parts of the checker, without a browser. */
import { PLATFORMS } from '@beta-headers/core';
import { describe, expect, it } from 'vitest';
import { CALLERS } from '../src/generated/callers.ts';
import { correct } from '../src/lib/checker/correct.ts';
import { makeLink, parseFragment } from '../src/lib/checker/link.ts';
import { CODE_LANGUAGES, writeCode } from '../src/lib/code/index.ts';
import { ask, RARE_FACTS, TODAY } from './check-support.ts';
import { findPrivate, PARAMETERS, PASTES, PAYLOADS, TEXTS } from './hostile/material.ts';

const { words } = RARE_FACTS.en;
const LONG = 50_000;

/** Writes every request of a text for every platform in every language. */
function writeAll(text: string): string[] {
  const count = Math.max(1, ask(text).requests.length);
  return Array.from({ length: count }, (_, index) =>
    PLATFORMS.flatMap((platform) => {
      const request = correct(text, { platform, index, words, today: TODAY })?.request;
      return request
        ? CODE_LANGUAGES.flatMap((language) => writeCode(request, language) ?? [])
        : [];
    }),
  ).flat();
}

it('there are enough of them', () => {
  expect(PAYLOADS.length).toBeGreaterThan(150);
  expect(TEXTS.length).toBeGreaterThan(50);
  expect(PASTES.flatMap(({ secrets }) => secrets).length).toBeGreaterThan(80);
});

describe.each(PASTES)('a paste: $name', ({ paste, secrets }) => {
  it('has no secret and no prompt in a link, or in what the link shows', () => {
    const { requests } = ask(paste);
    for (let index = 0; index < Math.max(1, requests.length); index++)
      for (const platform of [undefined, ...PLATFORMS]) {
        const link = makeLink(paste, words, { index, platform });
        if ('without' in link) continue;
        expect(findPrivate(link.fragment, secrets)).toBeUndefined();
        const shown = parseFragment(`#${link.fragment}`);
        expect(findPrivate(JSON.stringify(shown), secrets)).toBeUndefined();
      }
  });

  it('has no secret and no prompt in code', () => {
    for (const code of writeAll(paste)) expect(findPrivate(code, secrets)).toBeUndefined();
  });
});

/** The hosts that code may name: those of the platforms, and of an example. */
const HOSTS = new Set([
  'example.com',
  ...Object.values(CALLERS).flatMap(({ call }) =>
    [call?.base, call?.organization].flatMap((base) => (base ? [readHost(base)] : [])),
  ),
]);
function readHost(address: string): string {
  return /^https?:\/\/([^/]*)/.exec(address)?.[1] ?? '';
}

/** Lists the hosts of code that the site does not know. Variables differ between languages. */
const listHosts = (code: string): string[] =>
  [...code.matchAll(/\b\w+:\/\/[^\s"'`)/]*/g)]
    .map(([address]) => readHost(address))
    .filter((host) => host !== '' && !HOSTS.has(host) && !isTemplate(host));
/** A part of the host of a platform before or after a variable. */
const isTemplate = (host: string): boolean =>
  [...HOSTS].some((one) => one.split(/\$\w+/).some((part) => part !== '' && host === part));

/** The number of programs that were checked, because a test of none would pass. */
let written = 0;

/** Puts a text into every part of a request that a reader may have pasted. */
function wrap(text: string): string[] {
  const headers = { 'anthropic-version': '2023-06-01' };
  const body = { model: 'claude-opus-5-5', max_tokens: 1, messages: [] };
  return [
    { method: 'POST', path: text, headers, body },
    { method: 'POST', url: text, host: text, headers, body },
    { method: text, path: '/v1/messages', headers: { ...headers, host: text, [text]: text }, body },
    { method: 'GET', path: `/v1/files/${text}?after_id=${text}`, headers },
    { method: 'GET', path: `/v1${text}`, headers: { ...headers, 'anthropic-beta': text } },
    { ...body, model: text, [text]: text, betas: [text], tools: [{ type: text, name: text }] },
  ].map((request) => JSON.stringify(request));
}

describe.each(PAYLOADS)('a fragment: $name', ({ text, raw }) => {
  const hashes = [
    `#${text}`,
    `#${encodeURIComponent(text)}`,
    ...PARAMETERS.map((name) => `#${name}=${raw ? text : encodeURIComponent(text)}`),
  ];

  it('is read into texts and known platforms alone, and pollutes nothing', () => {
    for (const hash of hashes) {
      const state = parseFragment(hash);
      if (!state) continue;
      expect(typeof state.text).toBe('string');
      expect([undefined, ...PLATFORMS]).toContain(state.platform);
      for (const { part } of state.gaps) expect(part).toMatch(/^[\w:/~-]{1,200}$/);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is answered in both languages', () => {
    for (const language of ['en', 'id'] as const) {
      const { kind, requests, none, error } = ask(text, { language });
      expect(none !== undefined || error !== undefined || requests.length > 0, kind).toBe(true);
    }
  });

  it('gives code no host, alone or in a part of a request', () => {
    if (text.length > LONG) return;
    for (const form of [text, ...wrap(text)])
      for (const code of writeAll(form)) {
        written++;
        expect(code).not.toMatch(/evil|169\.254|0x7f|__hostile|\/etc\/passwd/);
        expect(listHosts(code)).toEqual([]);
      }
  });
});

it('code was written for many of them', () => expect(written).toBeGreaterThan(10_000));

/** The lazy reader gives the same readings. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CODE_PARTS } from '../src/code/code-parts.ts';
import { makeCodeReaders } from '../src/code/code-readers.ts';
import { COMMAND_READERS } from '../src/commands/commands.ts';
import * as decorations from '../src/decorations.ts';
import { mayBeError } from '../src/error-words.ts';
import * as http from '../src/http.ts';
import { readText } from '../src/index.ts';
import * as joined from '../src/joined.ts';
import * as exported from '../src/json/exported.ts';
import * as jsonReaders from '../src/json/read-json.ts';
import { readTextLazily } from '../src/lazy.ts';
import { readLiteral, toLiteralBody } from '../src/literals/literals.ts';
import { describeNone } from '../src/none-texts-en.ts';
import { type LazyPart, NotLoaded, type Parts, readWith } from '../src/read-base.ts';
import * as textReaders from '../src/text-readers.ts';
import { listFiles, readCases } from './support/cases.ts';

describe('readTextLazily', () => {
  it.each(listFiles())('reads %s as readText does', async (file) => {
    for (const { name, text, options } of readCases(file)) {
      const reading = await readTextLazily(text, options);
      expect(JSON.stringify(reading), name).toBe(JSON.stringify(readText(text, options)));
    }
  });
});

/** Lists the parts that a text needs. */
function listParts(text: string): LazyPart[] {
  const needed = new Set<LazyPart>();
  const need = (part: LazyPart): void => {
    if (needed.has(part)) return;
    needed.add(part);
    throw new NotLoaded(part);
  };
  const classify = (): undefined => need('classify') as undefined;
  const code = makeCodeReaders((part) => {
    need(part);
    return CODE_PARTS[part];
  });
  const parts: Parts = {
    classify,
    literals: { readLiteral, toLiteralBody },
    commands: COMMAND_READERS,
    describeNone,
    code,
    get exported() {
      need('exported');
      return exported;
    },
    get http() {
      need('http');
      return http;
    },
    get decorations() {
      need('decorations');
      return decorations;
    },
    get joined() {
      need('joined');
      return joined;
    },
    get json() {
      need('json');
      return jsonReaders;
    },
    get texts() {
      need('texts');
      return textReaders;
    },
  };
  for (;;) {
    try {
      readWith(text, {}, parts);
      return [...needed];
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
    }
  }
}

const PYTHON =
  'message = client.messages.create(model="claude-opus-5-5", max_tokens=9, messages=[])';

describe('the parts that a page loads', () => {
  it.each([
    '{"model": "claude-opus-5-5", "messages": []}',
    'skills-2025-10-02',
    'anthropic-beta: files-api-2025-04-14',
  ])('have no classifier for %s', (text) => expect(listParts(text)).not.toContain('classify'));

  it('have the classifier for an error', () => {
    expect(listParts('400 invalid beta flag')).toContain('classify');
  });

  it.each([
    ['Python', PYTHON, ['calls', 'sdkCalls']],
    [
      'Python that prints the answer',
      `${PYTHON}\nprint(message.content[0].text)`,
      ['calls', 'sdkCalls'],
    ],
    [
      'Python and an error',
      `${PYTHON}\n# 400 invalid beta flag`,
      ['calls', 'sdkCalls', 'texts', 'classify'],
    ],
    [
      'TypeScript',
      "const message = await client.messages.create({ model: 'claude-opus-5-5', max_tokens: 9 });",
      ['calls', 'sdkCalls'],
    ],
    [
      'headers around a call',
      'headers = {"anthropic-version": "2023-06-01"}\n' +
        'requests.post("https://api.anthropic.com/v1/messages", headers=headers)',
      ['calls', 'outerHeaders'],
    ],
    ['a framework', 'llm = ChatAnthropic(model="claude-opus-5-5")', ['calls', 'frameworks']],
    [
      'Go',
      'client.Messages.New(ctx, anthropic.MessageNewParams{Model: "claude-opus-5-5"})',
      ['typedCalls', 'statements'],
    ],
    ['PowerShell', 'irm https://api.anthropic.com/v1/models', ['powershell', 'calls']],
    [
      'Python below an error',
      `# {"type": "error", "error": {"message": "invalid beta flag"}}\n${PYTHON}`,
      ['calls', 'sdkCalls', 'texts', 'classify'],
    ],
  ])('are few for code: %s', (_, text, parts) => expect(listParts(text)).toEqual(parts));

  it.each([
    ['a body', '{"model": "claude-opus-5-5", "messages": []}', ['json']],
    ['an error', '{"type": "error", "error": {"message": "hi"}}', ['json', 'classify']],
    ['a HAR', '{"log": {"entries": []}}', ['json', 'exported']],
    ['a collection', '{"item": [{"request": {"url": {"raw": "/"}}}]}', ['json', 'exported']],
    ['a line of a log', '{"at": {"headers": {"a": "b"}}}', ['json', 'exported']],
  ])('are few for JSON: %s', (_, text, parts) => expect(listParts(text)).toEqual(parts));

  it('have the reader of raw HTTP for a request line and for pseudo headers', () => {
    expect(listParts('GET /v1/models HTTP/1.1\nanthropic-version: 2023-06-01')).toContain('http');
    expect(listParts(':method: GET\n:path: /v1/models')).toContain('http');
    expect(listParts('Send POST to /v1/messages')).not.toContain('http');
  });
});

describe('mayBeError', () => {
  const file = new URL('../../manifest/errors.yaml', import.meta.url);
  const { errors } = parse(readFileSync(file, 'utf8')) as {
    errors: { id: string; kind: string; example: string }[];
  };
  it.each(errors.filter(({ kind }) => kind !== 'unrelated'))('knows $id', ({ example }) =>
    expect(mayBeError(example)).toBe(true),
  );
});

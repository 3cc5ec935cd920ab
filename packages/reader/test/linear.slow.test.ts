import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { readText } from '../src/index.ts';

/** 100 kB, or 1 MB in the full tier. */
const UNIT = process.env['TEST_TIER'] === 'full' ? 1_000_000 : 100_000;
const repeat = (part: string, size: number): string =>
  part.repeat(Math.ceil(size / part.length)).slice(0, size);
const message = (text: string): string =>
  JSON.stringify({
    model: 'claude-opus-4-5',
    max_tokens: 1,
    messages: [{ role: 'user', content: text }],
  });

/** Texts of a size, each of which a careless reader reads in quadratic time. */
const TEXTS: Record<string, (size: number) => string> = {
  'a body': (size) => message(repeat('word "quoted"\n', size)),
  'a broken body': (size) => `${message(repeat('word "quoted"\n', size))},`,
  'a body with many values': (size) =>
    `{"model":"claude","messages":[${repeat('{"a":1},', size)}{}]}`,
  brackets: (size) => repeat('[', size),
  'braces and quotation marks': (size) => repeat('{"', size),
  'a prefix of JSON in each line': (size) => repeat('{"a":\n', size),
  'quotation marks': (size) => repeat('"', size),
  'apostrophes with backslashes': (size) => `fetch(${repeat("\\'", size)}`,
  backticks: (size) => repeat('`', size),
  templates: (size) => `fetch(${repeat('`a${', size)}`,
  'blocks of code': (size) => repeat('```bash\n', size),
  commands: (size) => repeat("curl https://a.example -d '", size),
  'commands of Wget': (size) => repeat("wget --post-data '", size),
  'folders of Postman': (size) => `${repeat('{"item":[', size)}`,
  'items of Postman': (size) =>
    `{"item":[${repeat('{"request":{"header":[],"url":"https://api.anthropic.com/v1/messages"}},', size)}{}]}`,
  'commands with a document': (size) =>
    repeat('curl https://a.example/v1/messages -d @- <<EOF\n', size),
  'commands of cmd': (size) => repeat('curl ^"https://a.example/v1/messages^" ^\n', size),
  'documents of substitutions': (size) =>
    repeat('A=$(cat <<E\ncurl https://a.example/v1/messages -d $(cat <<E\n', size),
  'a long variable in many commands': (size) =>
    `A='${repeat('a', size / 2)}'\n${repeat('curl https://a.example/v1/messages -d $A\n', size / 2)}`,
  'a long variable in a document': (size) =>
    `A='${repeat('a', size / 2)}'\ncurl https://a.example -d @- <<E\n${repeat('$A ', size / 2)}`,
  'assigned quotation marks': (size) => repeat(`A="\n B='$x`, size),
  'texts before a pipe': (size) => repeat("echo '{}' | curl https://a.example/v1/messages ", size),
  'texts that are joined': (size) => `f(${repeat('",".join([', size)}`,
  'a list that is joined often': (size) =>
    `B = [${repeat('"a",', size / 2)}]\nmessages.create([${repeat('",".join(B),', size / 2)}])`,
  'templates with variables': (size) =>
    `a = '${'b'.repeat(1000)}'\nclient.messages.create(x=[${repeat('f"{a}{a}",', size)}])`,
  'templates that double an empty text': (size) =>
    [
      'V0 = ""',
      ...Array.from({ length: size / 30 }, (_, i) => `V${i + 1} = f"{V${i}}{V${i}}"`),
      'client.messages.create(model=V40)',
    ].join('\n'),
  'lists that are added': (size) => `client.messages.create(x=${repeat('[a]+', size)})`,
  'members of constants': (size) =>
    `a = {${repeat('b: 1,', size / 2)}}\nclient.messages.create(x=[${repeat('a.c,', size / 2)}])`,
  'clients with other options': (size) => repeat('c = c.with_options(a=', size),
  'constants of a class': (size) =>
    `client.messages.create(${Array.from({ length: size / 20 }, (_, i) => `a=self.A${i}`).join()})`,
  'variables of Postman': (size) =>
    message(repeat('{{a}}', size)).replace(/^.*$/s, (text) =>
      JSON.stringify({
        item: [
          {
            request: {
              header: [],
              url: { raw: 'https://api.anthropic.com/v1/messages' },
              body: { mode: 'raw', raw: text },
            },
          },
        ],
        variable: [{ key: 'a', value: repeat('b', 1000) }],
      }),
    ),
  'names of models': (size) => repeat('a/b.c:claude ', size),
  'names and values': (size) => repeat('ANTHROPIC_BETAS\n value: >-\n ', size),
  'defaults of variables': (size) => repeat('ANTHROPIC_BETAS=${ANTHROPIC_BETAS:-', size),
  'addresses in an error': (size) =>
    `400 {"type":"error"} ${repeat('https://api.anthropic.com/ ', size)}`,
  'lines of settings': (size) => repeat('set ANTHROPIC_BETAS=x\n', size),
  dashes: (size) => `anthropic-beta: ${repeat('a\u2011', size)}`,
  substitutions: (size) => `curl https://a.example/v1/messages -d "${repeat('$(', size)}`,
  calls: (size) => repeat('client.messages.create(', size),
  'calls of requests': (size) => repeat('requests.post(url, ', size),
  assignments: (size) => repeat('a = b\n', size),
  'one long name': (size) => repeat('a', size),
  'one long chain': (size) => repeat('a.', size),
  spaces: (size) => `fetch${repeat(' ', size)}x`,
  'line breaks': (size) => `x${repeat('\n', size)}y`,
  'request lines': (size) => repeat('POST /v1/messages HTTP/1.1\n', size),
  headers: (size) => `POST /v1/messages HTTP/1.1\n${repeat('a: b\n', size)}`,
  'headers around bodies': (size) =>
    repeat('anthropic-beta: skills-2025-10-02\n{"model":"claude"}\n', size),
  'headers above a prefix of a body': (size) =>
    `anthropic-beta: skills-2025-10-02\n${repeat('x {"model": "claude-opus-5-5" ', size)}`,
  'headers with spaces': (size) => repeat(`content-type:${' '.repeat(500)}x `, size),
  'marks of betas': (size) => repeat('anthropic-beta: [', size),
  betas: (size) => repeat('skills-2025-10-02,', size),
  'an error': (size) =>
    `400 {"type":"error","error":{"message":"${repeat('Extra inputs are not permitted ', size)}"}}`,
  'lines of an error': (size) => repeat('[ERROR] 400 {"type":"error"}\n', size),
  'lines of a batch': (size) =>
    repeat('{"custom_id":"a","params":{"model":"claude","messages":[]}}\n', size),
  'entries of a HAR': (size) =>
    `{"log":{"entries":[${repeat('{"request":{"method":"POST","url":"https://api.anthropic.com/v1/messages","headers":[],"postData":{"text":"{\\"model\\":\\"claude\\"}"}}},', size - (size % 130)).slice(0, -1)}]}}`,
  PowerShell: (size) => `Invoke-WebRequest -Headers @{${repeat('"a"="b"\n', size)}`,
  'PowerShell with quotation marks': (size) => `Invoke-WebRequest -Body ${repeat('\'"', size)}`,
  HTTPie: (size) => `http api.anthropic.com/v1/messages ${repeat('a:=1 ', size)}`,
  'maps of Go': (size) => `claude map[string]any${repeat('{"model": ', size)}`,
  'raw texts of Go': (size) => `claude := []byte(\n${repeat('`a', size)}`,
  'documents of Ruby': (size) => `require 'net/http' # claude\n${repeat('a = <<~A\n', size)}`,
  'documents of PHP': (size) => `<?php // claude\n${repeat('$a = <<<A\n', size)}`,
  'quotation marks of C#': (size) => `using Claude;\n${repeat('@"', size)}`,
  'holes of C#': (size) => `using Claude;\n${repeat('$"{', size)}`,
  'a chain of Java': (size) =>
    `import com.anthropic.x; client.messages().create(A.builder()${repeat('.a(1)', size)})`,
  'addresses in code': (size) =>
    `<?php // claude\n${repeat('f("https://api.anthropic.com/v1/messages");\n', size)}`,
  'headers in code': (size) =>
    `<?php f("https://api.anthropic.com/v1/messages");${repeat('"anthropic-beta" => [', size)}`,
  'bodies in code': (size) => `using Claude;\n${repeat('x = new { model = "claude" };\n', size)}`,
  'chains of JSONObject': (size) => `import com.claude;\n${repeat('new JSONObject().put(', size)}`,
  'parts of a text': (size) => `<?php // claude\n$a = ${repeat(`'{"' . `, size)}`,
  'parts of a text in calls': (size) => `<?php // claude\n${repeat(`f('{"' . `, size)}`,
  'types before a name': (size) => `using Claude;\n${repeat('a<b> ', size)}`,
  'calls of the AI SDK': (size) => repeat('generateText({ model: ', size),
  'models of LangChain': (size) => repeat('ChatAnthropic(model="claude", ', size),
  colours: (size) => repeat('\x1b[31ma\x1b[0m', size),
  'links of a terminal': (size) => repeat('\x1b]8;;a', size),
  'prompts of a shell': (size) => repeat("curl https://a.example -d '\n> a\nquote> \\\n", size),
  'prompts of Python': (size) => repeat('>>> client.messages.create(\n... a\n', size),
  'marks of quotations': (size) => repeat('> > > ```\n', size),
  'one line of marks': (size) => `> ${repeat('> ', size)}`,
  'hunks of a diff': (size) => repeat('@@ -1 +1 @@\n-a\n+b\n', size),
  'names of containers': (size) => repeat('api-1  | {"model": \n', size),
  'files of a shell': (size) =>
    `curl https://a.example/v1/messages -d @a${repeat('\ncat > a <<EOF', size)}`,
  'texts that echo writes': (size) => `curl https://a.example${repeat(" echo '", size)}`,
  'variables in a header': (size) =>
    `curl https://a.example/v1/messages -H "anthropic-beta: ${repeat('$(a,', size)}"`,
  'backslashes of PowerShell': (size) =>
    `curl.exe https://a.example/v1/messages -d '${repeat('\\"', size)}'`,
  'frames of a traceback': (size) =>
    repeat('  File "a", line 1, in a\n    client.messages.create(**a)\n', size),
  'numbers of lines': (size) => Array.from({ length: size / 8 }, (_, i) => `${i} a`).join('\n'),
  'prompts before HTTPie': (size) => repeat('a $ > ', size),
  'addresses in an error of code': (size) =>
    `require 'net/http' # claude\n${repeat('{url: "https://api.anthropic.com/v1/messages"} ', size)}`,
  'boxes of a traceback': (size) => repeat('╭── Traceback ─╮\n│ client.messages.create( │\n', size),
  'columns of a log': (size) => repeat('a  b.py:1', size),
  'lines of a log with columns': (size) => repeat('a      b.py:1\n', size),
  'properties of Java': (size) => repeat('anthropic.a', size),
  'values of settings': (size) => repeat('anthropic-beta="a" x ', size),
  'types of PowerShell': (size) => `Invoke-RestMethod -Body ${repeat('[ordered]@{a=', size)}`,
  'joined strings': (size) => `client.messages.create(system=${repeat('"a" ', size)})`,
};

/**
 * Measures the fastest of several runs, because other programs only add time. More runs follow
 * while it is above `limit`, up to six.
 */
function measure(text: string, limit: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 2 || (best >= limit && i < 6); i++) {
    const start = performance.now();
    readText(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

describe('the time for a text', () => {
  it.each(Object.entries(TEXTS))('grows with its length: %s', (_, make) => {
    const half = measure(make(UNIT / 2), Number.POSITIVE_INFINITY);
    // Eight times the text: a quadratic reader takes 64 times as long. Short times are noise.
    const limit = Math.max(half, 25) * 28;
    const four = measure(make(4 * UNIT), limit);
    expect(four, `${Math.round(half)}, ${Math.round(four)}`).toBeLessThan(limit);
  });
});

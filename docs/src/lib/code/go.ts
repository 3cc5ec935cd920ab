/** Writes a call as a Go program that uses net/http. */
import type { Call } from './call.ts';
import { printJson, quoteDouble } from './literal.ts';
import { listHeaders, type Piece, splitVariables, toWire } from './wire.ts';

const CHECK = ['\tif err != nil {', '\t\tlog.Fatal(err)', '\t}'];

export function writeGo(call: Call): string | undefined {
  const wire = toWire(call);
  // A form takes a writer of parts with headers of their own: too long for a sample.
  if (!wire || call.files.length > 0) return undefined;
  const { method, base, path, body } = wire;
  const hasBody = body !== undefined;
  const url = join(splitVariables(base, path));
  const reader = hasBody ? 'strings.NewReader(body)' : 'nil';
  const headers = listHeaders(wire);
  if (hasBody) headers.push(['content-type', [{ text: 'application/json' }]]);
  const lines = [
    ...(hasBody ? [`\tbody := ${writeBody(body)}`] : []),
    `\turl := ${url}`,
    `\trequest, err := http.NewRequest("${method}", url, ${reader})`,
    ...CHECK,
    ...headers.map(([name, value]) => `\trequest.Header.Set("${name}", ${join(value)})`),
    '\tresponse, err := http.DefaultClient.Do(request)',
    ...CHECK,
    '\tdefer response.Body.Close()',
    '\tanswer, err := io.ReadAll(response.Body)',
    ...CHECK,
    '\tfmt.Println(response.Status, string(answer))',
  ];
  const packages = ['fmt', 'io', 'log', 'net/http', 'os', ...(hasBody ? ['strings'] : [])];
  return [
    'package main',
    '',
    'import (',
    ...packages.map((name) => `\t"${name}"`),
    ')',
    '',
    'func main() {',
    ...lines,
    '}',
  ].join('\n');
}

/** Writes the JSON as a raw string, in which a backtick has to be an escape of JSON. */
const writeBody = (body: Parameters<typeof printJson>[0]): string =>
  `\`${printJson(
    body,
    (text) => text.replaceAll('`', '\\u0060'),
    (name) => `\` + os.Getenv("${name}") + \``,
  )}\``;

const join = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => ('text' in piece ? quoteDouble(piece.text) : `os.Getenv("${piece.variable}")`))
    .join(' + ');

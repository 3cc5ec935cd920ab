/** Writes a call as a Java program that uses java.net.http. */
import type { Call } from './call.ts';
import { printJson, quoteDouble, type Value } from './literal.ts';
import { listHeaders, type Piece, splitVariables, toWire } from './wire.ts';

export function writeJava(call: Call): string | undefined {
  const wire = toWire(call);
  // The client of Java has no publisher of forms.
  if (!wire || call.files.length > 0) return undefined;
  const { method, base, path, body } = wire;
  const headers = listHeaders(wire);
  if (body !== undefined) headers.push(['content-type', [{ text: 'application/json' }]]);
  return [
    'import java.net.URI;',
    'import java.net.http.HttpClient;',
    'import java.net.http.HttpRequest;',
    'import java.net.http.HttpResponse;',
    '',
    'public class Main {',
    '  public static void main(String[] arguments) throws Exception {',
    ...(body === undefined ? [] : writeBody(body)),
    '    HttpRequest request = HttpRequest',
    `        .newBuilder(URI.create(${join(splitVariables(base, path))}))`,
    ...headers.map(([name, value]) => `        .header("${name}", ${join(value)})`),
    `        ${writeMethod(method, body !== undefined)}`,
    '        .build();',
    '    HttpResponse<String> response = HttpClient.newHttpClient()',
    '        .send(request, HttpResponse.BodyHandlers.ofString());',
    '    System.out.println(response.statusCode() + " " + response.body());',
    '  }',
    '}',
  ].join('\n');
}

function writeMethod(method: string, hasBody: boolean): string {
  if (!hasBody && method === 'GET') return '.GET()';
  const publisher = hasBody ? 'ofString(body)' : 'noBody()';
  return method === 'POST'
    ? `.POST(HttpRequest.BodyPublishers.${publisher})`
    : `.method("${method}", HttpRequest.BodyPublishers.${publisher})`;
}

/**
 * Writes the JSON as a text block of ASCII, because compilers before Java 18 do not expect UTF-8.
 * If the program reads variables, the block is a format.
 */
function writeBody(body: Value): string[] {
  const variables: string[] = [];
  const print = (isFormat: boolean): string =>
    printJson(
      body,
      (text) => {
        const escaped = toAscii(text).replaceAll('\\', '\\\\');
        return isFormat ? escaped.replaceAll('%', '%%') : escaped;
      },
      (name) => {
        variables.push(`System.getenv("${name}")`);
        return '%s';
      },
    );
  const first = print(false);
  const reads = variables.join(', ');
  const text = reads === '' ? first : print(true);
  return [
    '    String body = """',
    ...text.split('\n').map((line) => `        ${line}`),
    `        """${reads === '' ? '' : `.formatted(${reads})`};`,
  ];
}

/** Escapes as JSON and Java do. */
const toAscii = (text: string): string =>
  text.replaceAll(/[^\n -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

const join = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) =>
      'text' in piece ? toAscii(quoteDouble(piece.text)) : `System.getenv("${piece.variable}")`,
    )
    .join(' + ');

/** Writes a call as a curl command. */
import type { Call } from './call.ts';
import { printJson } from './literal.ts';
import { toWire } from './wire.ts';

const escapeText = (text: string): string => text.replaceAll("'", "'\\''");
const quote = (text: string): string => `'${escapeText(text)}'`;
/** Quotes a text only if the shell would change it. */
const quoteIfNeeded = (text: string): string => (/^[\w:/.,%-]+$/.test(text) ? text : quote(text));

export function writeCurl(call: Call): string | undefined {
  const wire = toWire(call);
  if (!wire) return undefined;
  const { method, base, path, auth, signed, headers, body } = wire;
  const hasBody = body !== undefined || call.files.length > 0;
  const verb = method === (hasBody ? 'POST' : 'GET') ? '' : `-X ${method} `;
  // The shell expands variables in the base address, but not in the path.
  const url = base.includes('$') ? `"${base}"${quoteIfNeeded(path)}` : quoteIfNeeded(base + path);
  return [
    `curl ${verb}${url}`,
    ...auth.map((line) => `-H "${line}"`),
    ...(signed === undefined ? [] : makeSignature(signed)),
    ...headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(call.files.length > 0
      ? writeForm(call)
      : body === undefined
        ? []
        : [
            "-H 'content-type: application/json'",
            `-d '${printJson(body, escapeText, (name) => `'"$${name}"'`)}'`,
          ]),
  ].join(' \\\n  ');
}

const makeSignature = (service: string): string[] => [
  `--aws-sigv4 "aws:amz:$AWS_REGION:${service}"`,
  '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
  '-H "x-amz-security-token: $AWS_SESSION_TOKEN"',
];

function writeForm({ body, files }: Call): string[] {
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return [
    ...fields.map(([name, value]) => `--form-string ${quote(`${name}=${String(value)}`)}`),
    ...files.map(({ field, name }) => `-F ${quote(`${field}=@${name}`)}`),
  ];
}

/** Writes a call as a TypeScript program for Node or Deno that uses the official client. */
import type { Call } from './call.ts';
import {
  DENO,
  type Dialect,
  type Fields,
  isFields,
  printValue,
  TYPESCRIPT,
  type Value,
} from './literal.ts';
import { planSdkCall, type SdkCall } from './sdk-call.ts';
import { isAdmin } from './wire.ts';

interface Runtime {
  readonly dialect: Dialect;
  /** Before the name of a package. */
  readonly prefix: string;
}
const NODE: Runtime = { dialect: TYPESCRIPT, prefix: '' };
const DENO_RUNTIME: Runtime = { dialect: DENO, prefix: 'npm:' };

export const writeTypeScript = (call: Call): string | undefined => write(call, NODE);
export const writeDeno = (call: Call): string | undefined => write(call, DENO_RUNTIME);

function write(call: Call, runtime: Runtime): string | undefined {
  if (call.kind === 'converse') return writeConverse(call, runtime);
  const sdk = planSdkCall(call);
  if (!sdk || !call.client) return undefined;
  const { name, package: source } = call.client;
  const main = source === '@anthropic-ai/sdk' ? name : `{ ${name} }`;
  const key = isAdmin(call)
    ? `{ apiKey: ${runtime.dialect.variable('ANTHROPIC_ADMIN_KEY').replace(" ?? ''", '')} }`
    : '';
  return [
    ...(call.files.length > 0 && runtime === NODE
      ? ["import { readFile } from 'node:fs/promises';"]
      : []),
    `import ${main} from '${runtime.prefix}${source}';`,
    '',
    `const client = new ${name}(${key});`,
    '',
    ...writeCall(call, sdk, runtime),
  ].join('\n');
}

function writeCall(call: Call, sdk: SdkCall, runtime: Runtime): string[] {
  const { dialect } = runtime;
  const result = call.kind === 'message' ? (call.stream ? 'stream' : 'message') : 'answer';
  const lines = [
    ...writeEntries(sdk.named, dialect),
    ...call.files.map(({ field, name }) => `${field}: ${readFile(name, runtime)},`),
    ...(Object.keys(sdk.unknown).length > 0
      ? [
          '// Fields that the types of the SDK do not have.',
          `...(${printValue(sdk.unknown, dialect, 1)} as object),`,
        ]
      : []),
  ];
  const positional = sdk.positional.map((value) => dialect.quote(value));
  const open = `const ${result} = await client.${sdk.name}(`;
  return [
    ...(lines.length > 0
      ? [`${open}${[...positional, '{'].join(', ')}`, ...lines.map((line) => `  ${line}`), '});']
      : [`${open}${positional.join(', ')});`]),
    printResult(call, result),
  ];
}

function printResult({ kind, stream }: Call, result: string): string {
  if (stream) return `for await (const event of ${result}) console.log(event);`;
  if (kind === 'count') return `console.log(${result}.input_tokens);`;
  return `console.log(${result}${kind === 'message' ? '.content' : ''});`;
}

function readFile(name: string, { prefix }: Runtime): string {
  const read = prefix === '' ? 'readFile' : 'Deno.readFile';
  return `new File([await ${read}('${name}')], '${name}'${writeType(name)})`;
}

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
};
function writeType(name: string): string {
  const type = TYPES[name.split('.').at(-1) ?? ''];
  return type === undefined ? '' : `, { type: '${type}' }`;
}

const writeEntries = (fields: Fields, dialect: Dialect): string[] =>
  Object.entries(fields).map(
    ([key, value]) => `${dialect.key(key)}: ${printValue(value, dialect, 1)},`,
  );

/** The Anthropic SDK has no client for Converse; that of AWS has. */
function writeConverse({ model, stream, body }: Call, { dialect, prefix }: Runtime): string {
  const command = stream ? 'ConverseStreamCommand' : 'ConverseCommand';
  const input: Record<string, Value> = { modelId: model, ...(isFields(body) ? body : {}) };
  return [
    `import { BedrockRuntimeClient, ${command} } from '${prefix}@aws-sdk/client-bedrock-runtime';`,
    '',
    'const client = new BedrockRuntimeClient();',
    '',
    'const response = await client.send(',
    `  new ${command}({`,
    ...Object.entries(input).map(
      ([key, value]) => `    ${dialect.key(key)}: ${printValue(value, dialect, 2)},`,
    ),
    '  }),',
    ');',
    stream
      ? 'for await (const event of response.stream ?? []) console.log(event);'
      : 'console.log(response.output?.message?.content);',
  ].join('\n');
}

/** Writes a call as a Python program that uses the official client. */
import type { Call } from './call.ts';
import { type Fields, PYTHON, printValue } from './literal.ts';
import { planSdkCall, type SdkCall } from './sdk-call.ts';
import { isAdmin } from './wire.ts';

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except ' +
    'finally for from global if import in is lambda nonlocal not or pass raise return try while ' +
    'with yield'
  ).split(' '),
);
const isName = (text: string): boolean => /^[A-Za-z_]\w*$/.test(text) && !KEYWORDS.has(text);

export function writePython(call: Call): string | undefined {
  const sdk = call.kind === 'converse' ? undefined : planSdkCall(call, true);
  if (!sdk || !call.client) return undefined;
  const { python } = call.client;
  const key = isAdmin(call) ? 'api_key=os.environ["ANTHROPIC_ADMIN_KEY"]' : '';
  const lines = [`client = anthropic.${python}(${key})`, '', ...writeCall(call, sdk)];
  const modules = [
    ...(lines.some((line) => line.includes('os.environ[')) ? ['import os'] : []),
    ...(call.files.length > 0 ? ['from pathlib import Path'] : []),
  ];
  return [...modules, ...(modules.length > 0 ? [''] : []), 'import anthropic', '', ...lines].join(
    '\n',
  );
}

function writeCall(call: Call, sdk: SdkCall): string[] {
  const result = call.kind === 'message' ? (call.stream ? 'stream' : 'message') : 'answer';
  const values = [
    ...sdk.positional.map((value) => PYTHON.quote(value)),
    ...(sdk.isRaw ? writeRawArguments(sdk.named) : writeArguments(call, sdk)),
  ];
  const open = `${result} = client.${toSnakeCase(sdk.name)}(`;
  return [
    ...(values.length > 0 && (values.length > 1 || (values[0] as string).includes('='))
      ? [open, ...values.map((value) => `    ${value},`), ')']
      : [`${open}${values.join('')})`]),
    ...printResult(call, result),
  ];
}

function printResult({ kind, stream }: Call, result: string): string[] {
  if (stream) return [`for event in ${result}:`, '    print(event)'];
  if (kind === 'count') return [`print(${result}.input_tokens)`];
  return [`print(${result}${kind === 'message' ? '.content' : ''})`];
}

/** Writes arguments by name. What is no name, or no parameter of the method, has another way. */
function writeArguments({ files }: Call, { named, unknown }: SdkCall): string[] {
  const entries = Object.entries(named);
  const rest = { ...Object.fromEntries(entries.filter(([key]) => !isName(key))), ...unknown };
  return [
    ...entries.filter(([key]) => isName(key)).map(([key, value]) => `${key}=${print(value)}`),
    ...files.map(({ field, name }) => `${field}=Path("${name}")`),
    ...(Object.keys(rest).length > 0 ? [`extra_body=${print(rest)}`] : []),
  ];
}

const writeRawArguments = ({ body, headers }: Fields): string[] => [
  'cast_to=object',
  ...(body === undefined ? [] : [`body=${print(body)}`]),
  ...(headers === undefined ? [] : [`options=${print({ headers })}`]),
];

const print = (value: Fields[string]): string => printValue(value, PYTHON, 1);

/** `beta.userProfiles.actionURLs` → `beta.user_profiles.action_urls` */
const toSnakeCase = (name: string): string =>
  name
    .replaceAll('URL', 'Url')
    .replaceAll('OAuth', 'Oauth')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase();

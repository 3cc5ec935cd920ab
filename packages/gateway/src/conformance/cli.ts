#!/usr/bin/env node
/** The program `beta-headers-conformance`. */
import { parseArgs } from 'node:util';
import { printChecks, printResult, printSummary } from './print.ts';
import { runConformance, selectChecks } from './run.ts';
import {
  type ConformanceOptions,
  type ConformancePlatform,
  FORMS,
  type Form,
  PLATFORMS,
} from './types.ts';

const USAGE = `Usage: beta-headers-conformance --gateway URL --form FORM --platform PLATFORM \\
         --upstream-port PORT [options]

Checks a gateway to Claude against the public contract of clients and published probes.
Start the gateway so that it forwards to http://127.0.0.1:PORT, where this program listens.

  --gateway URL         the base URL, as the client's variable has it (for Vertex with /v1)
  --form FORM           ${FORMS.join(' | ')}
  --platform PLATFORM   ${PLATFORMS.join(' | ')}
  --upstream-port PORT  the port of the recording upstream
  --upstream-host HOST  the address of the recording upstream (127.0.0.1)
  --header 'N: V'       a header of every request; can be repeated
  --model MODEL         the model of the requests
  --only ID,…           runs these checks only; "betas.*" selects by the beginning
  --slow                includes the checks that wait for many seconds
  --timeout SECONDS     the longest wait for an answer (10)
  --json                writes the report as JSON
  --list                lists the checks

Exit codes: 0 every check of level must passes · 1 one failed · 2 wrong usage or no connection`;

const OPTIONS = {
  gateway: { type: 'string' },
  form: { type: 'string' },
  platform: { type: 'string' },
  'upstream-port': { type: 'string' },
  'upstream-host': { type: 'string' },
  header: { type: 'string', multiple: true },
  model: { type: 'string' },
  only: { type: 'string', multiple: true },
  slow: { type: 'boolean' },
  timeout: { type: 'string' },
  json: { type: 'boolean' },
  list: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const only = (values.only ?? []).flatMap((list) => list.split(','));
  if (values.help === true) return write(USAGE, 0);
  if (values.list === true) {
    const checks = selectChecks(only);
    return write(values.json === true ? JSON.stringify(checks, null, 2) : printChecks(checks), 0);
  }
  const isJson = values.json === true;
  const report = await runConformance({
    ...readOptions(values),
    only,
    onResult: (result) => {
      if (!isJson) write(printResult(result), 0);
    },
  });
  write(isJson ? JSON.stringify(report, null, 2) : printSummary(report), 0);
  return report.failedMust > 0 ? 1 : 0;
}

function readOptions(values: Values): ConformanceOptions {
  const seconds = values.timeout === undefined ? undefined : readNumber('timeout', values.timeout);
  return {
    gateway: requireValue('gateway', values.gateway),
    form: readChoice<Form>('form', values.form, FORMS),
    platform: readChoice<ConformancePlatform>('platform', values.platform, PLATFORMS),
    upstreamPort: readPort(requireValue('upstream-port', values['upstream-port'])),
    headers: values.header ?? [],
    slow: values.slow === true,
    ...(values['upstream-host'] === undefined ? {} : { upstreamHost: values['upstream-host'] }),
    ...(values.model === undefined ? {} : { model: values.model }),
    ...(seconds === undefined ? {} : { timeoutMs: seconds * 1000 }),
  };
}

function requireValue(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new TypeError(`--${name} is missing`);
  return value;
}

function readChoice<Choice extends string>(
  name: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice {
  const given = requireValue(name, value);
  const found = choices.find((choice) => choice === given);
  if (found !== undefined) return found;
  throw new TypeError(`--${name} has to be one of ${choices.join(', ')}, not ${given}`);
}

function readNumber(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new TypeError(`--${name} has to be a number above 0, not ${JSON.stringify(text)}`);
}

function readPort(text: string): number {
  const port = readNumber('upstream-port', text);
  if (Number.isInteger(port) && port <= 65_535) return port;
  throw new TypeError(`--upstream-port has to be a port, not ${text}`);
}

function write(text: string, code: number): number {
  process.stdout.write(`${text}\n`);
  return code;
}

function describeFailure(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'The port of the recording upstream is in use. Choose another.';
  if (code === 'ECONNREFUSED') return 'The gateway refuses the connection. Start it first.';
  if (code === undefined || code.startsWith('ERR_PARSE_ARGS') || error instanceof TypeError) {
    return `${message}. Try --help.`;
  }
  return message;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`beta-headers-conformance: ${describeFailure(error)}\n`);
  process.exitCode = 2;
}

/** Writes configuration files for tests. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  ConfigError,
  type Environment,
  type GatewayConfig,
  readGatewayConfig,
} from '../../../src/node/config/index.ts';

/** Makes a folder that is removed after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Files beside the configuration, by name. */
export type Files = Readonly<Record<string, string>>;

/** Writes `gateway.yaml` and other files into a new folder, and returns its path. */
export function writeConfig(yaml: string, files: Files = {}): string {
  const folder = makeFolder();
  for (const [name, text] of Object.entries({ ...files, 'gateway.yaml': yaml })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return join(folder, 'gateway.yaml');
}

/** Reads a text as a configuration file. */
export async function readConfig(
  yaml: string,
  env: Environment = {},
  files?: Files,
): Promise<GatewayConfig> {
  return readGatewayConfig(writeConfig(yaml, files), { env });
}

/** Reads a text with problems, and returns them as lines without the name of the folder. */
export async function readProblems(
  yaml: string,
  env: Environment = {},
  files?: Files,
): Promise<string[]> {
  const file = writeConfig(yaml, files);
  const error = await readGatewayConfig(file, { env }).catch((thrown: unknown) => thrown);
  if (!(error instanceof ConfigError)) throw new Error(`no problem was found: ${String(error)}`);
  return error.message.replaceAll(`${dirname(file)}/`, '').split('\n');
}

/** A file with one upstream that has more keys. */
export const withUpstream = (keys: string, rest = ''): string =>
  `upstreams:\n  - name: main\n    ${keys.replaceAll('\n', '\n    ')}\n${rest}`;

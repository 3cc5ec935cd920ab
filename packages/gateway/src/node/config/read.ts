/** Reads the configuration file of a gateway. */
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buildConfig } from './build.ts';
import { ConfigError, type ConfigProblem } from './config-error.ts';
import { expandValues, toKey } from './expand.ts';
import { readOverlay } from './overlay.ts';
import { parseValues } from './parse-values.ts';
import { readTextFile } from './text-file.ts';
import type { Environment, GatewayConfig } from './types.ts';
import { parseYaml } from './yaml-document.ts';

/** Options of {@link readGatewayConfig}. */
export interface ReadOptions {
  /** The variables for `${VAR}`, such as `process.env`. */
  readonly env: Environment;
}

/**
 * Reads and checks a configuration file.
 * @throws {ConfigError} that lists all problems of the file, with their places
 */
export async function readGatewayConfig(
  file: string,
  { env }: ReadOptions,
): Promise<GatewayConfig> {
  const read = await readTextFile(file, (path) => readFile(path));
  if ('problem' in read) throw new ConfigError([{ file, message: `the file ${read.problem}` }]);
  const parsed = parseYaml(file, read.text);
  const { yaml } = parsed;
  if (!yaml) throw new ConfigError(parsed.problems);
  if (yaml.value === null || yaml.value === undefined)
    throw new ConfigError([{ file, message: 'the file is empty; write the settings' }]);

  const folder = dirname(file);
  const { value, expansions, failed, problems: missing } = await expandValues(yaml, env);
  const checked = parseValues({ yaml, value, expansions, failed });
  const problems: ConfigProblem[] = [...missing, ...checked.problems];
  const { data } = checked;
  const overlay = await readOverlay(yaml, folder, data.overlay);
  const { catalog } = overlay;
  const ownPort = data.listen.port;
  const built = buildConfig(data, { folder, env, expansions, catalog, ownPort });
  problems.push(...overlay.problems);
  for (const { path, message } of built.problems)
    if (!failed.has(toKey(path))) problems.push(yaml.problemAt(path, message));
  if (problems.length > 0 || !built.config) throw new ConfigError(problems);
  return built.config;
}

/** Writes the variables of a client as lines of a shell, with what each costs. */
import { getSource, type Variable, type VariableSet } from '../clients/index.ts';
import type { EnvOutput } from '../schema/env.ts';
import { formatSet, formatUnset, type Shell } from './shells.ts';

/** Writes the lines. They can be evaluated: what the user has to decide is a comment. */
export function formatVariables(variables: VariableSet, shell: Shell): string {
  const { client, platform, url, set, own, optional, unset } = variables;
  const describe = (variable: Variable): string[] => [
    `# ${variable.purpose}`,
    ...(variable.cost === undefined ? [] : [`# Cost: ${variable.cost}`]),
    `# ${getSource(client, variable).url}`,
  ];
  const assign = (variable: Variable): string => formatSet(shell, variable.name, variable.value);
  const place = url === undefined ? 'without a gateway' : `behind the gateway at ${url}`;
  const sections = [
    [`# ${client.title} on ${platform}, ${place}`],
    ...set.map((variable) => [...describe(variable), assign(variable)]),
    ...(unset.length === 0
      ? []
      : [
          [
            '# Each of these would choose another platform.',
            ...unset.map((name) => formatUnset(shell, name)),
          ],
        ]),
    ...(own.length === 0 ? [] : [['# Set these to your own values:']]),
    ...own.map((variable) => [...describe(variable), `# ${assign(variable)}`]),
    ...(optional.length === 0 ? [] : [[introduceOptional(url)]]),
    ...optional.map((variable) => [...describe(variable), `# ${assign(variable)}`]),
  ];
  return sections.map((lines) => lines.join('\n')).join('\n\n');
}

/** Describes the variables as JSON. */
export function describeVariables({
  client,
  platform,
  url,
  set,
  unset,
  own,
  optional,
}: VariableSet): EnvOutput {
  const describe = (variable: Variable): EnvOutput['set'][number] => ({
    name: variable.name,
    value: variable.value,
    purpose: variable.purpose,
    ...(variable.cost !== undefined && { cost: variable.cost }),
    source: getSource(client, variable),
  });
  return {
    client: client.id,
    platform,
    ...(url !== undefined && { url }),
    set: set.map(describe),
    unset: [...unset],
    own: own.map(describe),
    optional: optional.map(describe),
  };
}

const introduceOptional = (url: string | undefined): string =>
  url === undefined
    ? '# Optional, if the platform refuses requests. What each costs:'
    : '# Not needed behind a gateway that plans requests. What each costs:';

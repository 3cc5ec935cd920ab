/** The methods of the official clients, by endpoint. */
import { readRoute } from '@beta-headers/grammar';
import { methods as withBetas } from '@beta-headers/manifest/sdk.json';

/** A method and the values of its path parameters. */
export interface SdkMethod {
  /** The name in the TypeScript SDK, after `client.`. */
  readonly name: string;
  /** The betas that the SDK sends itself. */
  readonly sends: readonly string[];
  /** The parameters of the path, in their order. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/** The methods that send no beta of their own: those that the manifest need not list. */
const OTHERS: readonly (readonly [name: string, endpoint: string])[] = [
  ['messages.create', 'POST /v1/messages'],
  ['messages.countTokens', 'POST /v1/messages/count_tokens'],
  ['messages.batches.create', 'POST /v1/messages/batches'],
  ['messages.batches.list', 'GET /v1/messages/batches'],
  ['messages.batches.retrieve', 'GET /v1/messages/batches/{message_batch_id}'],
  ['messages.batches.delete', 'DELETE /v1/messages/batches/{message_batch_id}'],
  ['messages.batches.cancel', 'POST /v1/messages/batches/{message_batch_id}/cancel'],
  ['models.list', 'GET /v1/models'],
  ['models.retrieve', 'GET /v1/models/{model_id}'],
  ['files.upload', 'POST /v1/files'],
  ['files.list', 'GET /v1/files'],
  ['files.retrieveMetadata', 'GET /v1/files/{file_id}'],
  ['files.download', 'GET /v1/files/{file_id}/content'],
  ['files.delete', 'DELETE /v1/files/{file_id}'],
  ['skills.list', 'GET /v1/skills'],
  ['skills.retrieve', 'GET /v1/skills/{skill_id}'],
  ['skills.delete', 'DELETE /v1/skills/{skill_id}'],
];
/** The methods that take no betas. */
const WITHOUT_BETAS: readonly (readonly [name: string, endpoint: string])[] = [
  ['beta.organization.rbacGroups.list', 'GET /v1/organizations/rbac_groups'],
  ['userProfiles.create', 'POST /v1/user_profiles'],
  ['userProfiles.list', 'GET /v1/user_profiles'],
  ['userProfiles.retrieve', 'GET /v1/user_profiles/{user_profile_id}'],
  ['userProfiles.update', 'POST /v1/user_profiles/{user_profile_id}'],
  ['userProfiles.delete', 'DELETE /v1/user_profiles/{user_profile_id}'],
];
/** Methods that only the TypeScript SDK has. */
const ONLY_TYPESCRIPT = /^userProfiles\./;
/** Resources with methods outside of `client.beta` that all releases of the clients have. */
const GENERAL = /^(?:messages|models)\./;

interface Entry extends Omit<SdkMethod, 'parameters'> {
  readonly takesBetas: boolean;
  readonly verb: string;
  readonly template: readonly string[];
}
const makeEntry = (
  name: string,
  endpoint: string,
  sends: readonly string[] = [],
  takesBetas = true,
): Entry => {
  const [verb = '', path = ''] = endpoint.split(' ');
  return { name, sends, verb, template: path.split('/'), takesBetas };
};
const ENTRIES: readonly Entry[] = [
  ...OTHERS.map(([name, endpoint]) => makeEntry(name, endpoint)),
  // Methods of message endpoints are called with the betas that the body needs, and not with all.
  ...withBetas
    .filter(({ endpoint }) => !endpoint.startsWith('POST /v1/messages'))
    .map(({ name, endpoint, defaults }) => makeEntry(name, endpoint, defaults)),
  ...WITHOUT_BETAS.map(([name, endpoint]) => makeEntry(name, endpoint, [], false)),
];

/** Texts that every client writes into a path unchanged. */
const PLAIN = /^(?!\.{1,2}$)[\w.~-]+$/;

/**
 * Finds the method that sends a request with these betas: one of `client.beta` if there are any.
 * Finds none if each would send other betas as well.
 */
export function findSdkMethod(
  method: string,
  path: string,
  betas: readonly string[],
  isPython = false,
): SdkMethod | undefined {
  const segments = readRoute(method, path).path.split('/');
  for (const { name, sends, verb, template, takesBetas } of ENTRIES) {
    if (verb !== method || template.length !== segments.length) continue;
    if (!sends.every((beta) => betas.includes(beta)) || (!takesBetas && betas.length > 0)) continue;
    if (isPython && ONLY_TYPESCRIPT.test(name)) continue;
    const parameters = template.flatMap((part, i): (readonly [string, string])[] =>
      part.startsWith('{') ? [[part.slice(1, -1), segments[i] as string]] : [],
    );
    const fits = template.every((part, i) => part.startsWith('{') || part === segments[i]);
    if (!fits || !parameters.every(([, value]) => PLAIN.test(value))) continue;
    const isGeneral = !takesBetas || (GENERAL.test(name) && betas.length === 0);
    const full = isGeneral || name.startsWith('beta.') ? name : `beta.${name}`;
    return { name: full, sends, parameters };
  }
  return undefined;
}

const split = (names: string): string[] => names.split(' ');
const COMMON = split(
  'messages model cache_control output_config system thinking tool_choice tools ' +
    'user_profile_id workspace_id',
);
/** The parameters of message methods: of all, of `client.beta`, and those of TypeScript alone. */
const PARAMS = {
  create: {
    all: [
      ...COMMON,
      ...split('max_tokens container diagnostics inference_geo metadata service_tier'),
      ...split('stop_sequences stream'),
    ],
    beta: split('compaction context_management fallback_credit_token fallbacks mcp_servers speed'),
    typescript: split('billing_policy output_format thread'),
  },
  countTokens: {
    all: COMMON,
    beta: split('compaction context_management mcp_servers speed'),
    typescript: split('billing_policy output_format'),
  },
};

/** Lists the names that an SDK has for the body of a message; undefined for other methods. */
export function listMessageParams(
  method: string,
  isPython: boolean,
): ReadonlySet<string> | undefined {
  const [, beta, call] = /^(beta\.)?messages\.(create|countTokens)$/.exec(method) ?? [];
  if (call === undefined) return undefined;
  const params = PARAMS[call as keyof typeof PARAMS];
  const more = beta ? params.beta : isPython ? [] : ['speed'];
  return new Set([...params.all, ...more, ...(beta && !isPython ? params.typescript : [])]);
}

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
/** Resources whose methods outside of `client.beta` all official clients have had from the start. */
const GENERAL = /^(?:messages|models)\./;

interface Entry extends Omit<SdkMethod, 'parameters'> {
  readonly verb: string;
  readonly template: readonly string[];
}
const makeEntry = (name: string, endpoint: string, sends: readonly string[] = []): Entry => {
  const [verb = '', path = ''] = endpoint.split(' ');
  return { name, sends, verb, template: path.split('/') };
};
const ENTRIES: readonly Entry[] = [
  ...OTHERS.map(([name, endpoint]) => makeEntry(name, endpoint)),
  // Methods of message endpoints are called with the betas that the body needs, and not with all.
  ...withBetas
    .filter(({ endpoint }) => !endpoint.startsWith('POST /v1/messages'))
    .map(({ name, endpoint, defaults }) => makeEntry(name, endpoint, defaults)),
];

/** Texts that every client writes into a path unchanged. */
const PLAIN = /^(?!\.{1,2}$)[\w.~-]+$/;

/**
 * Finds the method that sends a request with these betas: one of `client.beta` if there are any.
 * Finds none if the method would send other betas as well.
 */
export function findSdkMethod(
  method: string,
  path: string,
  betas: readonly string[],
): SdkMethod | undefined {
  const segments = readRoute(method, path).path.split('/');
  for (const { name, sends, verb, template } of ENTRIES) {
    if (verb !== method || template.length !== segments.length) continue;
    const parameters = template.flatMap((part, i): (readonly [string, string])[] =>
      part.startsWith('{') ? [[part.slice(1, -1), segments[i] as string]] : [],
    );
    const fits = template.every((part, i) => part.startsWith('{') || part === segments[i]);
    if (!fits || !parameters.every(([, value]) => PLAIN.test(value))) continue;
    if (!sends.every((beta) => betas.includes(beta))) return undefined;
    const isWhole = name.startsWith('beta.') || (GENERAL.test(name) && betas.length === 0);
    return { name: isWhole ? name : `beta.${name}`, sends, parameters };
  }
  return undefined;
}

/** The parameters of `messages.create` and `messages.countTokens` in the SDKs. */
const PARAMS = {
  create: {
    all: 'max_tokens messages model cache_control container diagnostics inference_geo metadata output_config service_tier stop_sequences stream system thinking tool_choice tools user_profile_id workspace_id',
    beta: 'compaction context_management fallback_credit_token fallbacks mcp_servers speed',
  },
  countTokens: {
    all: 'messages model cache_control output_config system thinking tool_choice tools user_profile_id workspace_id',
    beta: 'compaction context_management mcp_servers speed',
  },
};

/** Lists the names that the SDKs have for the body of a message; undefined for other methods. */
export function listMessageParams({ name }: SdkMethod): ReadonlySet<string> | undefined {
  const [, beta, call] = /^(beta\.)?messages\.(create|countTokens)$/.exec(name) ?? [];
  if (call === undefined) return undefined;
  const params = PARAMS[call as keyof typeof PARAMS];
  return new Set(`${params.all} ${beta ? params.beta : ''}`.trim().split(' '));
}

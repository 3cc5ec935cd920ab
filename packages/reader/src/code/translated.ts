/** Reads calls of LiteLLM, which makes the request of a platform from messages of OpenAI. */
import type { Body, Unknown } from '../json/body.ts';
import { isObject } from '../text.ts';

/** The fields that LiteLLM takes for itself, of the call and of the account on a platform. */
const OWN_FIELD =
  /^(?:api_(?:key|base|version|type)|base_url|custom_llm_provider|num_retries|max_retries|drop_params|additional_drop_params|allowed_openai_params|fallbacks|context_window_fallback_dict|mock_response|caching|cache|no-log|request_timeout|force_timeout|logger_fn|verbose|client|organization|deployment_id|model_list|(?:vertex|aws|azure|litellm)_\w+)$/;

/**
 * Leaves out the parts that LiteLLM rewrites: they do not reach the platform in this form. They are
 * reported, because their translation may use a feature.
 */
export function translateBody(body: Body): Body {
  if (!isObject(body.value)) return body;
  const value: Record<string, unknown> = { ...body.value };
  const unknown: Unknown[] = [...body.unknown];
  for (const name of Object.keys(value)) if (OWN_FIELD.test(name)) delete value[name];
  for (const name of ['messages', 'tools']) {
    const list = value[name];
    if (!Array.isArray(list) || list.every((item) => isKept(item))) continue;
    unknown.push({ part: `/${name}`, why: 'variable', range: body.find(`/${name}`, true) });
    delete value[name];
  }
  return { ...body, value, unknown };
}

/** Tests if a message or a tool has the same form at OpenAI and at Anthropic. */
function isKept(item: unknown): boolean {
  if (!isObject(item)) return false;
  const { role, content, type } = item;
  return role === undefined
    ? type !== 'function'
    : ['user', 'assistant'].includes(String(role)) && typeof content === 'string';
}

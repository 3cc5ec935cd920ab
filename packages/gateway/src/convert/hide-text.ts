/** Hides what an error of a cloud may name: accounts, roles, projects, resources. */
import { classifyBetaError } from '@beta-headers/core/errors';
import { type ApiError, addPromptToken } from './upstream-errors.ts';

/** The text of the errors whose own text is hidden. */
const TEXTS: Readonly<Record<string, string>> = {
  authentication_error: "The upstream rejected the gateway's credential.",
  billing_error: 'The upstream reported a problem with billing.',
  not_found_error: 'The upstream does not have the requested model or resource.',
  overloaded_error: 'The upstream is overloaded.',
  permission_error: 'The upstream denied access.',
  rate_limit_error: 'The rate limit of the upstream is exceeded.',
  timeout_error: 'The upstream timed out.',
};
const OTHER_TEXT = 'The upstream reported an error.';
/** The statuses whose text is about the request itself, which a client needs and may match. */
const KEPT = new Set([400, 413, 422]);
const HIDDEN = '[hidden]';

/** A name after one of these words is that of a resource if it is quoted, or has a digit. */
const NAMED =
  /\b(?:projects?|accounts?|organi[sz]ations?|folders?|subscriptions?|resource ?groups?|tenants?|workspaces?)(?:[ _-](?:id|name|number))?([ :=/]{1,3}["'`]?)([\w.@:+-]{1,100})/gi;
const FORMS: readonly RegExp[] = [
  /\barn:[\w-]{1,20}:[^\s"'`,;)]{1,500}/gi,
  // URLs and the full names of Google's resources.
  /(?:\bhttps?:)?\/\/[^\s"'`,;)]{1,500}/gi,
  /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}/g,
  /\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,20}\b/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  // The account of AWS, and the number of a project of Google.
  /(?<![\w.-])\d{10,13}(?![\w-])/g,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/g,
];

/**
 * Returns the text of an error without the names of the operator's resources. The text of a
 * rejected request is kept, and only such names are hidden; of every other error the class is left.
 * Adds the tokens of `capability_rejected:` that clients read.
 * @param url - the base URL of the upstream, whose project or resource is hidden too
 */
export function hideNames({ status, type, message }: ApiError, url: string): string {
  if (!KEPT.has(status)) return TEXTS[type] ?? OTHER_TEXT;
  let text = message;
  for (const name of listUrlNames(url)) text = text.replaceAll(name, HIDDEN);
  for (const form of FORMS) text = text.replace(form, HIDDEN);
  text = text.replace(NAMED, (all, gap: string, name: string) =>
    isResource(gap, name) ? all.slice(0, all.length - name.length) + HIDDEN : all,
  );
  return addBetaTokens(addPromptToken(text), message);
}

const isResource = (gap: string, name: string): boolean =>
  /["'`/=:]/.test(gap) || /[\d@]/.test(name);

/** Lists the segments of the upstream's URL that name a project, a workspace or a resource. */
function listUrlNames(url: string): string[] {
  const { pathname, hostname } = new URL(url);
  const named = [...pathname.matchAll(/\/(?:projects|workspaces)\/([^/]+)/g)].map(
    ([, name = '']) => name,
  );
  const [resource = ''] = hostname.endsWith('.services.ai.azure.com') ? hostname.split('.', 1) : [];
  return [...named, resource].filter((name) => name.length > 3);
}

/** Appends the token of each beta that the text names as rejected. */
function addBetaTokens(text: string, message: string): string {
  const info = classifyBetaError({ status: 400, body: message });
  const isRejection = info?.kind === 'unsupported' || info?.kind === 'not-enrolled';
  const named = isRejection ? info.betas.filter((id) => message.includes(id)) : [];
  if (named.length === 0 || message.includes('capability_rejected:')) return text;
  return `${text} capability_rejected: ${named.map((id) => `beta_header:${id}`).join(', ')}`;
}

/** Reads the endpoint of a resource method, HTTP verb and path, from its call of the client. */
import { type Parsed, readName, ts } from './syntax.ts';

const VERBS: Readonly<Record<string, string>> = {
  get: 'GET',
  getAPIList: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
};

/** The methods of a class, by name. */
type Bodies = ReadonlyMap<string, ts.MethodDeclaration>;

/** Finds the last `this._client.post(…)` of a method; earlier calls only prepare. */
export function findClientCall(method: ts.MethodDeclaration): ts.CallExpression | undefined {
  let found: ts.CallExpression | undefined;
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text in VERBS &&
      isClient(node.expression.expression)
    )
      found = node;
    node.forEachChild(visit);
  };
  method.body?.forEachChild(visit);
  return found;
}

function isClient(node: ts.Expression): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === '_client' &&
    node.expression.kind === ts.SyntaxKind.ThisKeyword
  );
}

/** Reads the verb and the path of a call of the client; `undefined` for a path of another form. */
export function readEndpoint(
  call: ts.CallExpression,
  method: ts.MethodDeclaration,
  bodies: Bodies,
  parsed: Parsed,
): string | undefined {
  const [path] = call.arguments;
  if (!path) return undefined;
  const verb = VERBS[(call.expression as ts.PropertyAccessExpression).name.text] as string;
  const template = readPathTemplate(path) ?? readPathFromResponse(path, method, bodies, parsed);
  return template === undefined ? undefined : `${verb} ${template}`;
}

/** Reads `/v1/files/{file_id}` from a literal or a template, without its query. */
function readPathTemplate(node: ts.Expression): string | undefined {
  const template = ts.isTaggedTemplateExpression(node) ? node.template : node;
  if (ts.isStringLiteralLike(template)) return template.text.split('?')[0];
  if (!ts.isTemplateExpression(template)) return undefined;
  const spans = template.templateSpans.map(
    (span) => `{${readParameterName(span.expression)}}${span.literal.text}`,
  );
  return `${template.head.text}${spans.join('')}`.split('?')[0];
}

/** Normalizes `messageBatchID` to `message_batch_id`: the spelling differs between releases. */
function readParameterName(node: ts.Expression): string {
  const name = ts.isIdentifier(node)
    ? node.text
    : ts.isPropertyAccessExpression(node)
      ? node.name.text
      : 'value';
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/**
 * Reads `batch.results_url`, with `batch` from `this.retrieve(…)`: the path of retrieve, and
 * `/results`.
 */
function readPathFromResponse(
  node: ts.Expression,
  method: ts.MethodDeclaration,
  bodies: Bodies,
  parsed: Parsed,
): string | undefined {
  const field = ts.isPropertyAccessExpression(node)
    ? /^(\w+)_url$/.exec(node.name.text)?.[1]
    : undefined;
  const source =
    field === undefined
      ? undefined
      : findCalledMethod(method, bodies, new Set([readName(method.name) as string]));
  const base = source && readEndpointThrough(source, bodies, parsed);
  return base === undefined ? undefined : `${base.slice(base.indexOf(' ') + 1)}/${field}`;
}

/** Reads the endpoint of another method of the class. */
export function readEndpointThrough(
  name: string,
  bodies: Bodies,
  parsed: Parsed,
): string | undefined {
  const method = bodies.get(name);
  const call = method && findClientCall(method);
  return call && readEndpoint(call, method, bodies, parsed);
}

/** Finds the first method of the same class that this one calls. */
export function findCalledMethod(
  method: ts.MethodDeclaration,
  bodies: Bodies,
  skip: ReadonlySet<string>,
): string | undefined {
  let found: string | undefined;
  const visit = (node: ts.Node): void => {
    if (found !== undefined) return;
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.expression.kind === ts.SyntaxKind.ThisKeyword
    ) {
      const { text } = node.expression.name;
      if (bodies.has(text) && !skip.has(text)) found = text;
    }
    node.forEachChild(visit);
  };
  method.body?.forEachChild(visit);
  return found;
}

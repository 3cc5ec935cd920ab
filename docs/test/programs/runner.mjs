/**
 * Runs programs one after the other, on Node or Deno: `runner.mjs <programs as JSON>`. All requests
 * go to the stand-ins in ORIGINS (`{"amazonaws.com": "http://127.0.0.1:…", "": "…"}`), of which the
 * longest matching end of the host name counts. The last line of stdout is
 * `RESULTS [{ program, error?, requests: [{ method, path, betas, status }] }]`.
 */
const [programs, origins] = [
  globalThis.Deno?.args[0] ?? process.argv[2],
  globalThis.Deno?.env.get('ORIGINS') ?? process.env.ORIGINS,
].map((text) => JSON.parse(text));
const send = globalThis.fetch;
let requests = [];

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const url = new URL(request.url);
  const end = Object.keys(origins)
    .filter((name) => url.hostname.endsWith(name))
    .sort((a, b) => b.length - a.length)[0];
  const body = ['GET', 'HEAD'].includes(request.method) ? undefined : await request.arrayBuffer();
  const headers = new Headers(request.headers);
  const betas = headers.get('anthropic-beta') ?? bodyBetas(body);
  const response = await send(origins[end] + url.pathname + url.search, {
    method: request.method,
    headers,
    body,
  });
  requests.push({ method: request.method, path: url.pathname, betas, status: response.status });
  return response;
};

/** Reads betas from the body, where Bedrock has them. */
function bodyBetas(body) {
  try {
    return JSON.parse(new TextDecoder().decode(body)).anthropic_beta?.join(',');
  } catch {
    return undefined;
  }
}

const results = [];
for (const program of programs) {
  requests = [];
  let error;
  try {
    await import(program);
  } catch (thrown) {
    error = String(thrown?.stack ?? thrown);
  }
  results.push({ program, ...(error && { error }), requests });
}
console.log(`\nRESULTS ${JSON.stringify(results)}`);

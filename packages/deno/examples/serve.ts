/**
 * A server on this machine that passes requests on to the Claude API, with the betas that they need
 * and with the key that they lack.
 *
 * ```sh
 * deno run --allow-net=127.0.0.1:8787,api.anthropic.com --allow-env=ANTHROPIC_API_KEY \
 *   examples/serve.ts
 * ```
 *
 * Takes another address than the API's as its first argument, another port as its second.
 * @module
 */
import { betaFetch } from '@beta-headers/deno';

const [upstream = 'https://api.anthropic.com', port = '8787'] = Deno.args;
const key = Deno.env.get('ANTHROPIC_API_KEY');
if (!key) {
  console.error('ANTHROPIC_API_KEY is not set');
  Deno.exit(1);
}

// A request that cannot work there is answered with a 400 that says why.
const send = betaFetch({ hosts: [new URL(upstream).host] });

Deno.serve(
  {
    hostname: '127.0.0.1',
    port: Number(port),
    onListen: ({ port }) => console.log(`http://127.0.0.1:${port}`),
  },
  async (request) => {
    const { pathname, search } = new URL(request.url);
    // Set part by part: a path that begins with two slashes must not choose the host that gets the
    // key.
    const target = new URL(upstream);
    target.pathname = pathname;
    target.search = search;
    const headers = new Headers(request.headers);
    headers.delete('host');
    headers.set('x-api-key', key);
    return send(new Request(target, { method: request.method, headers, body: request.body }));
  },
);

/** Compares one request of a client with and without the gateway. */
import type { Change, GatewayEvent } from '@beta-headers/gateway';
import type { Call, GatewayClient } from './client.ts';
import { CLIENT_KEY, OPERATOR_KEY, PLATFORMS } from './platforms.ts';
import type { Stack } from './stack.ts';
import { ANSWER, type Arrived } from './upstream.ts';

/**
 * The effect of the gateway on a request.
 *
 * - `fixed`: the platform refuses it without the gateway, and answers it with the gateway.
 * - `unchanged`: the platform answers it, and receives the same bytes through the gateway.
 */
export type Effect = 'fixed' | 'unchanged';

/** The outcome of one request. */
export type CellOutcome =
  | { readonly ok: true; readonly effect: Effect; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly reason: string };

interface Attempt {
  readonly text?: string;
  readonly error?: Error;
  readonly arrived: readonly Arrived[];
}

/** Sends a request to the platform and through the gateway, and compares them. */
export async function runCell(
  client: GatewayClient,
  stack: Stack,
  name: string,
  stream: boolean,
): Promise<CellOutcome> {
  const { platform } = stack;
  const path = PLATFORMS[platform].base;
  const isConverted =
    client.form === 'messages' && (platform === 'bedrock' || platform === 'vertex');
  const call = { platform, name, stream };
  const { url } = stack.upstream;
  const directBase = isConverted ? url : url + path;
  const base = client.form === 'own' ? stack.gatewayUrl + path : stack.gatewayUrl;
  stack.takeEvents();
  const direct = await send(client, stack, { ...call, base: directBase, skipAuth: false });
  const through = await send(client, stack, { ...call, base, skipAuth: true });
  const [event] = stack.takeEvents();
  try {
    return { ok: true, ...judge(direct, through, event, isPassthrough(stack)) };
  } catch (error) {
    return { ok: false, reason: (error as Error).message };
  }
}

const isPassthrough = ({ platform }: Stack): boolean =>
  PLATFORMS[platform].auth.mode === 'passthrough';

async function send(client: GatewayClient, { upstream }: Stack, call: Call): Promise<Attempt> {
  upstream.take();
  try {
    const text = await client.send(call);
    return { text, arrived: upstream.take() };
  } catch (error) {
    return { error: error as Error, arrived: upstream.take() };
  }
}

/** @throws {Error} that says what is wrong */
function judge(
  direct: Attempt,
  through: Attempt,
  event: GatewayEvent | undefined,
  keepsKey: boolean,
): { readonly effect: Effect; readonly changes: readonly Change[] } {
  const sent = requireOne('without the gateway', direct);
  if (through.error && through.arrived.length === 0)
    throw new Error(`the gateway refused it: ${through.error.message.slice(0, 500)}`);
  const received = requireOne('through the gateway', through);
  if (through.text !== ANSWER)
    throw new Error(
      `the answer through the gateway is ${received.status} ` +
        `${through.error?.message.slice(0, 500) ?? through.text}`,
    );
  if (!event) throw new Error('the gateway reported no event');
  checkCredential(received, keepsKey);
  const { changes } = event;
  if (sent.status >= 400) {
    if (!direct.error) throw new Error('the client did not report the error of the platform');
    return { effect: 'fixed', changes };
  }
  if (direct.text !== ANSWER) throw new Error(`the answer of the platform is ${direct.text}`);
  const difference = findDifference(sent, received);
  if (difference !== undefined)
    throw new Error(`the platform answers it without the gateway, and ${difference}`);
  return { effect: 'unchanged', changes };
}

function requireOne(where: string, { arrived, error }: Attempt): Arrived {
  const [one] = arrived;
  if (one && arrived.length === 1) return one;
  throw new Error(`${where}, ${arrived.length} requests arrived; ${error?.message ?? 'no error'}`);
}

/** @throws {Error} if the credential at the platform is not the right one */
function checkCredential({ headers, target }: Arrived, keepsKey: boolean): void {
  const shown = JSON.stringify([target, headers]);
  if (keepsKey !== shown.includes(CLIENT_KEY))
    throw new Error(`the key of the client ${keepsKey ? 'is lost' : 'reached the platform'}`);
  if (keepsKey === shown.includes(OPERATOR_KEY))
    throw new Error(`the key of the operator ${keepsKey ? 'was added' : 'is missing'}`);
}

/** Headers of one connection, and those that authenticate. */
const NOT_COMPARED =
  /^(?:accept-encoding|api-key|authorization|connection|content-length|host|transfer-encoding|x-api-key|x-amz-.*)$/;

/** Finds the first difference of two requests; the body is compared byte for byte. */
function findDifference(sent: Arrived, received: Arrived): string | undefined {
  if (sent.method !== received.method) return `the method is ${received.method}`;
  if (sent.target !== received.target)
    return `the target is ${received.target} instead of ${sent.target}`;
  const names = new Set([...Object.keys(sent.headers), ...Object.keys(received.headers)]);
  for (const name of names) {
    const [before, after] = [sent.headers[name], received.headers[name]];
    if (!NOT_COMPARED.test(name) && before !== after)
      return `the header ${name} is "${after}" instead of "${before}"`;
  }
  if (sent.body.equals(received.body)) return undefined;
  return `the body has ${received.body.length} bytes instead of ${sent.body.length}, or others`;
}

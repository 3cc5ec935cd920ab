/** Starts the gateways of the soak in a process of their own. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Measurement, ProcessCommand, ProcessMessage, ProcessSettings } from './protocol.ts';

/** The gateways' process. */
export interface GatewayProcess {
  /** The base URL of the gateway that forwards in the same form. */
  readonly same: string;
  /** The base URL of the gateway that converts messages for Bedrock. */
  readonly converted: string;
  /** The events of the recovery, in order. */
  readonly events: readonly string[];
  /** Errors that nothing caught, and an early end of the process. */
  readonly problems: readonly string[];
  measure(): Promise<Measurement>;
  /** Closes the gateways. Resolves to the number of cut connections, and the exit code. */
  close(): Promise<{ readonly cut: number; readonly exitCode: number | null }>;
}

const PROGRAM = fileURLToPath(new URL('gateway-process.ts', import.meta.url));

/** Starts the process, and waits until it listens. */
export async function startGateway(settings: ProcessSettings): Promise<GatewayProcess> {
  const child = fork(PROGRAM, [JSON.stringify(settings)], {
    execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
  });
  const events: string[] = [];
  const problems: string[] = [];
  const waiting = new Map<string, (message: ProcessMessage) => void>();
  let isClosing = false;
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code, signal) => {
      if (!isClosing) problems.push(`the process ended with ${code ?? signal}`);
      resolve(code);
    });
  });
  child.on('message', (message: ProcessMessage) => {
    if (message.type === 'recovery') events.push(message.event);
    else if (message.type === 'problem') problems.push(message.text);
    else waiting.get(message.type)?.(message);
  });
  const receive = <T extends ProcessMessage['type']>(type: T) =>
    new Promise<Extract<ProcessMessage, { type: T }>>((resolve, reject) => {
      waiting.set(type, (message) => resolve(message as Extract<ProcessMessage, { type: T }>));
      void exited.then(() => reject(new Error(`The gateway's process ended: ${problems}`)));
    });
  const send = (command: ProcessCommand): void => void child.send(command);
  const { same, converted } = await receive('ready');
  return {
    same,
    converted,
    events,
    problems,
    async measure() {
      const answer = receive('measured');
      send('measure');
      return (await answer).measurement;
    },
    async close() {
      isClosing = true;
      const answer = receive('closed');
      send('close');
      return { cut: (await answer).cut, exitCode: await exited };
    },
  };
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readGatewayConfig } from '@beta-headers/gateway/node';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { callMain } from './support/call-main.ts';
import { writeTemporary } from './support/temporary.ts';

const folder = fileURLToPath(new URL('../../gateway/deploy/', import.meta.url));
const read = (name: string): string => readFileSync(`${folder}${name}`, 'utf8');
const ENV = { AWS_REGION: 'us-east-1', VALKEY_URL: 'redis://valkey:6379' };
/** The path of the configuration in the container. */
const CONFIG = '/etc/beta-headers/gateway.yaml';

interface Compose {
  readonly services: Readonly<
    Record<
      string,
      {
        readonly command?: string[];
        readonly deploy?: { readonly replicas: number };
        readonly environment?: Record<string, string>;
        readonly ports?: string[];
        readonly stop_grace_period?: string;
        readonly volumes?: string[];
      }
    >
  >;
}

interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Record<string, string>;
}

const dockerfile = read('Dockerfile');
const compose = parse(read('compose.yaml')) as Compose;
const kubernetes = parseAllDocuments(read('kubernetes.yaml'), { strict: true }).map((document) => {
  expect(document.errors).toEqual([]);
  return document.toJS() as KubernetesObject;
});
/** Returns the value at a path such as `spec.replicas`. */
const pick = (value: unknown, path: string): unknown =>
  path.split('.').reduce((inner, key) => Object(inner)[key] as unknown, value);

const find = (kind: string): KubernetesObject => {
  const found = kubernetes.find((object) => object.kind === kind);
  if (!found) throw new Error(`kubernetes.yaml has no ${kind}`);
  return found;
};

/** Reads an instruction of the Dockerfile whose arguments are JSON. */
const readInstruction = (name: string): string[] =>
  JSON.parse(new RegExp(`^${name} (\\[.*\\])$`, 'm').exec(dockerfile)?.[1] ?? '') as string[];

/** Runs a command of a container with `--check`, and the configuration that is mounted there. */
async function check(command: readonly string[], config: string, env: Record<string, string>) {
  expect(command).toContain(CONFIG);
  const file = writeTemporary('gateway.yaml', config);
  const args = command.map((argument) => (argument === CONFIG ? file : argument));
  return callMain([...args, '--check', '--json'], { env });
}

describe('the container file', () => {
  it('starts the program of the package with a command that the program takes', async () => {
    const bin = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      publishConfig: { bin: Record<string, string> };
    };
    const path = bin.publishConfig.bin['beta-headers']?.replace('./', '');
    expect(readInstruction('ENTRYPOINT')).toEqual([
      'node',
      `/app/node_modules/@beta-headers/cli/${path}`,
    ]);
    const { code, stderr } = await check(readInstruction('CMD'), read('gateway.yaml'), ENV);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('exposes and probes the port of the example configuration', async () => {
    const { listen } = await readGatewayConfig(`${folder}gateway.yaml`, { env: ENV });
    expect(dockerfile).toContain(`\nEXPOSE ${listen.port}\n`);
    expect(dockerfile).toContain(`fetch('http://127.0.0.1:${listen.port}/healthz')`);
    expect(listen.host).toBe('0.0.0.0');
    expect(dockerfile).toContain('\nUSER node\n');
  });

  it('installs the optional libraries in versions that the gateway takes', () => {
    const { peerDependencies } = JSON.parse(
      readFileSync(new URL('../../gateway/package.json', import.meta.url), 'utf8'),
    ) as { peerDependencies: Record<string, string> };
    for (const [name, range] of Object.entries(peerDependencies)) {
      const major = Number(new RegExp(` ${name}@(\\d+)`).exec(dockerfile)?.[1]);
      const least = Number(/\d+/.exec(range)?.[0]);
      expect(major, name).toBeGreaterThanOrEqual(least);
      if (range.startsWith('^')) expect(major, name).toBe(least);
    }
  });
});

describe('the compose file', () => {
  it('runs two replicas with Valkey, on this machine only', async () => {
    const { gateway, valkey } = compose.services;
    expect(gateway?.deploy?.replicas).toBe(2);
    expect(valkey).toBeDefined();
    expect(gateway?.ports).toEqual(['127.0.0.1:8787-8788:8787']);
    expect(gateway?.volumes).toEqual([`./gateway.yaml:${CONFIG}:ro`]);
    const env = { ...ENV, VALKEY_URL: gateway?.environment?.['VALKEY_URL'] ?? '' };
    const { code, stdout } = await check(gateway?.command ?? [], read('gateway.yaml'), env);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      listen: { port: 8787 },
      recovery: { memory: { redis: expect.anything() } },
    });
  });

  it('gives the gateway more time to stop than it takes', async () => {
    const { limits } = await readGatewayConfig(`${folder}gateway.yaml`, { env: ENV });
    const grace = Number.parseInt(compose.services['gateway']?.stop_grace_period ?? '', 10);
    expect(grace * 1000).toBeGreaterThan(limits.timeouts.shutdownMs);
  });
});

describe('the Kubernetes objects', () => {
  const spec = pick(find('Deployment'), 'spec');
  const pod = pick(spec, 'template.spec');
  const container = pick(pod, 'containers.0');

  it('have a deployment whose command and configuration the program takes', async () => {
    const variables = pick(container, 'env') as { name: string; value: string }[];
    const env = Object.fromEntries(variables.map(({ name, value }) => [name, value]));
    const config = find('ConfigMap').data?.['gateway.yaml'] ?? '';
    const args = pick(container, 'args') as string[];
    const { code, stdout, stderr } = await check(args, config, env);
    expect([code, stderr]).toEqual([0, '']);
    const { listen, limits } = JSON.parse(stdout);
    expect(pick(container, 'ports')).toEqual([{ name: 'http', containerPort: listen.port }]);
    expect(listen.host).toBe('0.0.0.0');
    expect(pick(spec, 'replicas')).toBe(2);
    const wait = Number(pick(container, 'lifecycle.preStop.sleep.seconds')) * 1000;
    const grace = Number(pick(pod, 'terminationGracePeriodSeconds')) * 1000;
    expect(grace).toBeGreaterThan(wait + limits.timeouts.shutdownMs);
    expect(pick(spec, 'template.metadata.annotations')).toMatchObject({
      'prometheus.io/port': String(listen.port),
      'prometheus.io/path': '/metrics',
    });
  });

  it('mount the configuration where the command reads it', () => {
    expect(`${pick(container, 'volumeMounts.0.mountPath')}/gateway.yaml`).toBe(CONFIG);
    expect(pick(pod, 'volumes')).toEqual([
      {
        name: pick(container, 'volumeMounts.0.name'),
        configMap: { name: find('ConfigMap').metadata.name },
      },
    ]);
  });

  it('probe the paths of the server, and have a service and a policy for its pods', () => {
    const probe = (name: string): unknown => pick(container, `${name}.httpGet`);
    expect(probe('readinessProbe')).toEqual({ path: '/readyz', port: 'http' });
    expect(probe('livenessProbe')).toEqual({ path: '/healthz', port: 'http' });
    const labels = pick(spec, 'template.metadata.labels');
    expect(labels).toBeTypeOf('object');
    expect(pick(spec, 'selector.matchLabels')).toEqual(labels);
    expect(pick(find('Service'), 'spec.selector')).toEqual(labels);
    expect(pick(find('Service'), 'spec.ports.0.targetPort')).toBe('http');
    expect(pick(find('NetworkPolicy'), 'spec.podSelector.matchLabels')).toEqual(labels);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Bench } from './metric.ts';
import { root } from './root.ts';
import { timeProcesses } from './time-processes.ts';

const RUNS = 25;

const SDK = `
import Anthropic from '@anthropic-ai/sdk';
export const params: Anthropic.Beta.MessageCreateParamsNonStreaming = {
  model: 'claude-opus-5-5',
  max_tokens: 1,
  messages: [],
  betas: ['compact-2026-09-04'],
};
`;
const ALONE = `${SDK}
export const client = new Anthropic();
export const message = client.beta.messages.create(params);
`;
const WITH_OURS = `${SDK}
import { betaMiddleware, MCP_CLIENT_2025_11_20 } from '@beta-headers/node';
import type { BetasOn, RequiredBetas } from '@beta-headers/node';
import { mcpServer } from '@beta-headers/node/mcp-client';
export const client = new Anthropic({
  middleware: [betaMiddleware({ platform: 'foundry', always: ['mcp-client'] })],
});
export const message = client.beta.messages.create({
  ...params,
  betas: [MCP_CLIENT_2025_11_20],
  mcp_servers: [mcpServer({ name: 'docs', url: 'https://mcp.test' })],
});
export const onFoundry: BetasOn<'foundry'> = 'mcp-client-2025-11-20';
export type Needed = RequiredBetas<{ mcp_servers: [{ type: 'url' }] }>;
`;

/** The packages whose declarations the project imports. */
const PACKAGES = ['constants', 'grammar', 'core', 'node'] as const;

/** Compares type-checking a project with our packages and with the SDK alone. */
export const measureTypecheck: Bench = (report) => {
  report('type-checking a project, with and without our packages');
  const tsc = join(
    dirname(createRequire(`${root}/package.json`).resolve('typescript/package.json')),
    'bin',
    'tsc',
  );
  // The folder is inside this package, so that the compiler finds the SDK.
  const cache = join(root, 'tools', 'bench', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'typecheck-'));
  try {
    for (const name of PACKAGES) {
      const options = ['--emitDeclarationOnly', '--declaration', '--outDir', join(folder, name)];
      execFileSync(
        process.execPath,
        [tsc, '-p', join(root, 'packages', name, 'tsconfig.build.json'), ...options],
        { stdio: ['ignore', 'inherit', 'inherit'] },
      );
    }
    const paths = {
      ...Object.fromEntries(
        PACKAGES.map((name) => [`@beta-headers/${name}`, [`./${name}/index.d.ts`]]),
      ),
      '@beta-headers/core/*': ['./core/*/index.d.ts'],
      '@beta-headers/node/*': ['./node/features/*.d.ts'],
    };
    const writeProject = (name: string, code: string): string[] => {
      writeFileSync(join(folder, `${name}.ts`), code);
      const file = join(folder, `tsconfig.${name}.json`);
      const compilerOptions = { isolatedDeclarations: false, types: ['node'], paths };
      writeFileSync(
        file,
        JSON.stringify({
          extends: join(root, 'tsconfig.base.json'),
          compilerOptions,
          files: [`${name}.ts`],
        }),
      );
      return [tsc, '-p', file];
    };
    const seconds = timeProcesses(
      { alone: writeProject('alone', ALONE), ours: writeProject('ours', WITH_OURS) },
      RUNS,
    );
    return [
      {
        name: 'type-checking a project',
        value: `${seconds.ours.toFixed(2)} s`,
        number: seconds.ours / seconds.alone,
        bound: 1.05,
        against: `with the SDK alone, ${seconds.alone.toFixed(2)} s`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

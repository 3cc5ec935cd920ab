/** The list of commands. */
import type { CommandEntry } from './command.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'explain',
    summary: 'explain if a request works on its platform, and what makes it work',
    load: () => import('./explain.ts'),
  },
  {
    name: 'error',
    summary: 'explain an error about betas, and how to fix it',
    load: () => import('./error.ts'),
  },
  {
    name: 'header',
    summary: 'check the values of an anthropic-beta header',
    load: () => import('./header.ts'),
  },
  {
    name: 'scan',
    summary: 'find and fix old, misspelt and invented betas in code',
    load: () => import('./scan.ts'),
  },
  {
    name: 'show',
    summary: 'show a beta or a feature: if you need it, and where it works',
    load: () => import('./show.ts'),
  },
  {
    name: 'list',
    summary: 'list betas, features, platforms or models',
    load: () => import('./list.ts'),
  },
  {
    name: 'probe',
    summary: 'find out with your own key what a platform accepts',
    load: () => import('./probe.ts'),
  },
  {
    name: 'gateway',
    summary: 'serve a gateway that makes requests work on their platform',
    load: () => import('./gateway.ts'),
  },
  {
    name: 'run',
    summary: 'run a client behind a gateway of its own',
    load: () => import('./run.ts'),
  },
  {
    name: 'env',
    summary: "print a client's variables for a platform, and what each costs",
    load: () => import('./env.ts'),
  },
  {
    name: 'export',
    summary: 'print the table of betas for LiteLLM, Envoy and others',
    load: () => import('./export.ts'),
  },
  {
    name: 'mcp',
    summary: 'serve read-only tools for agents over stdio (MCP)',
    load: () => import('./mcp.ts'),
  },
];

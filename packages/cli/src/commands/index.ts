/** The list of commands. */
import type { CommandEntry } from './command.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'scan',
    summary: 'find and fix old, misspelt and invented betas in code',
    load: () => import('./scan.ts'),
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
];

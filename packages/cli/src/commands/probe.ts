import type { Command } from 'commander';
import type { Context } from './command.ts';
export function defineCommand(_command: Command, _context: Context): void {}

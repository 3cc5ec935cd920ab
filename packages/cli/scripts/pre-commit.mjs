#!/usr/bin/env node
/** The entry of the hooks in `.pre-commit-hooks.yaml`: `pre-commit.mjs scan [options] files…`. */
import process from 'node:process';
import { runReleasedCli } from './released-cli.mjs';

process.exitCode = runReleasedCli(process.argv.slice(2)).code;

/** The step of `action.yml` that scans. The inputs are environment variables. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { runReleasedCli } from './released-cli.mjs';

const FORMATS = ['github', 'sarif', 'json', 'text'];
const FAIL_ON = ['findings', 'never'];

/** Thrown for a wrong input. */
class InputError extends Error {}

/** Reads an input; white space around it has no meaning. */
const readInput = (name) => (process.env[`INPUT_${name}`] ?? '').trim();

function choose(name, choices, byDefault) {
  const value = readInput(name) || byDefault;
  if (choices.includes(value)) return value;
  const input = name.toLowerCase().replaceAll('_', '-');
  throw new InputError(`${input} is ${JSON.stringify(value)}. Write one of ${choices.join(', ')}.`);
}

const readLines = (name) =>
  readInput(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Returns the arguments of `scan`. Paths come after `--`, so that none is read as an option. */
function createArguments(format) {
  const platforms = readInput('PLATFORMS')
    .split(/[\s,]+/)
    .filter((name) => name !== '');
  const days = readInput('FAIL_WITHIN');
  return [
    'scan',
    ...['--format', format],
    ...platforms.flatMap((name) => ['--platform', name]),
    ...(days === '' ? [] : ['--fail-within', days]),
    '--',
    ...readLines('PATHS'),
  ];
}

function setOutput(name, value) {
  const file = process.env['GITHUB_OUTPUT'];
  if (file) appendFileSync(file, `${name}=${value}\n`);
}

function writeReport(file, text) {
  try {
    writeFileSync(resolve(file), text);
  } catch (error) {
    throw new InputError(`sarif-file: ${file} cannot be written: ${error.message}`);
  }
}

/** Scans. Returns the exit code of the step. */
function run() {
  const format = choose('FORMAT', FORMATS, 'github');
  // Code scanning has a check of its own, which compares with the base branch.
  const failOn = choose('FAIL_ON', FAIL_ON, format === 'sarif' ? 'never' : 'findings');
  const sarifFile = readInput('SARIF_FILE') || 'beta-headers.sarif';
  if (/[\r\n]/.test(sarifFile)) throw new InputError('sarif-file has more than one line.');
  const { code, stdout } = runReleasedCli(createArguments(format), {
    stdout: format === 'sarif' ? 'pipe' : 'inherit',
  });
  if (code !== 0 && code !== 1) return code;
  if (format === 'sarif') {
    writeReport(sarifFile, stdout);
    setOutput('sarif-file', sarifFile);
  }
  setOutput('found', code === 1);
  return failOn === 'findings' ? code : 0;
}

try {
  process.exitCode = run();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.log(`::error title=beta-headers::${error.message}`);
  process.exitCode = 2;
}

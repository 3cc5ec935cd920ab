/** `node tools/toolchain/chromium.ts`: prints where a Chromium is, after installing Debian's where there is none. */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { command } from './lib/command.ts';
import { note } from './lib/note.ts';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium: CHROME_PATH, one that is installed, or Debian's, installed now. */
export async function ensureChromium(): Promise<string> {
  const told = process.env['CHROME_PATH'];
  if (told) {
    if (existsSync(told)) return told;
    throw new Error(`CHROME_PATH names ${told}, and nothing is there. Correct it or unset it.`);
  }
  const found = PLACES.find((path) => existsSync(path));
  if (found) return found;
  note('installing Chromium with apt-get …');
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const [file = 'apt-get', ...rest] = [...sudo, 'apt-get', ...args];
    const ended = await command(file, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (!ended.ok) {
      throw new Error(
        `The browser tests need a Chromium, and \`${[file, ...rest].join(' ')}\` failed. Install Chromium or Chrome, ` +
          `and set CHROME_PATH to its program if it is not in a usual place.\n${ended.output}`,
      );
    }
  }
  return ensureChromium();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(await ensureChromium());

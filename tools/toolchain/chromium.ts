/** `node tools/toolchain/chromium.ts`: prints where a Chromium is, after installing Debian's where there is none. */
import { pathToFileURL } from 'node:url';
import { ensureProgram } from './debian.ts';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium: CHROME_PATH, one that is installed, or Debian's, installed now. */
export function ensureChromium(): Promise<string> {
  return ensureProgram({
    title: 'Chromium',
    package: 'chromium',
    variable: 'CHROME_PATH',
    places: PLACES,
    install: 'Chromium or Chrome',
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(await ensureChromium());

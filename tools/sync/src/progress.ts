/** Progress, on stderr, dimmed on a terminal that wants colour. */
export function reportProgress(text: string): void {
  const colour = process.stderr.isTTY && !process.env['NO_COLOR'];
  process.stderr.write(colour ? `\u001b[2m${text}\u001b[0m\n` : `${text}\n`);
}

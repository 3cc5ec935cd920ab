/** Reports progress on stderr, dimmed on a terminal with colours. */
export function reportProgress(text: string): void {
  const colour = process.stderr.isTTY && !process.env['NO_COLOR'];
  process.stderr.write(colour ? `\u001b[2m${text}\u001b[0m\n` : `${text}\n`);
}

/** The few expressions that the workflows use: outputs of steps, contexts, and `failure()`. */

/** Tests if a step is left out of a run in which nothing has failed. */
export function isSkipped(
  condition: string | undefined,
  outputs: Readonly<Record<string, string>>,
): boolean {
  if (condition === undefined) return false;
  if (condition.includes('failure()')) return true;
  const compared = /^(steps\.[\w-]+\.outputs\.[\w-]+) (==|!=) '([^']*)'$/.exec(condition.trim());
  if (!compared) return false;
  const [, name = '', operator, value] = compared;
  return (outputs[name] === value) !== (operator === '==');
}

/** Replaces expressions in a value: outputs of steps, a made-up token, and nothing for the rest. */
export function resolveText(text: string, outputs: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*([^}]+?)\s*\}\}/g, (_match, name: string) =>
    name === 'github.token' ? 'made-up-token' : (outputs[name] ?? ''),
  );
}

/** Reads `name=value` lines that a step wrote to `$GITHUB_OUTPUT`. */
export function readOutputs(text: string): [string, string][] {
  return text.split('\n').flatMap((line): [string, string][] => {
    const at = line.indexOf('=');
    return at > 0 ? [[line.slice(0, at), line.slice(at + 1)]] : [];
  });
}

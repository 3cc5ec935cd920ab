/** Writes assignments of variables for a shell. */

/** The shells that are supported. */
export const SHELLS = ['sh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

/** Writes the line that sets a variable and exports it to programs. */
export function formatSet(shell: Shell, name: string, value: string): string {
  switch (shell) {
    case 'sh':
      return `export ${name}=${quotePosix(value)}`;
    case 'fish':
      return `set -gx ${name} ${quoteFish(value)}`;
    case 'powershell':
      return `$env:${name} = '${value.replaceAll("'", "''")}'`;
  }
}

/** Writes the line that removes a variable, and does nothing if it is not set. */
export function formatUnset(shell: Shell, name: string): string {
  switch (shell) {
    case 'sh':
      return `unset ${name}`;
    case 'fish':
      return `set -e ${name}`;
    case 'powershell':
      return `Remove-Item Env:${name} -ErrorAction SilentlyContinue`;
  }
}

const PLAIN = /^[\w@%+=:,./-]+$/;

const quotePosix = (value: string): string =>
  PLAIN.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;

const quoteFish = (value: string): string =>
  PLAIN.test(value) ? value : `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

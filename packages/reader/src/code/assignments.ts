/** Finds the variables that code assigns once. */
import type { Dialect } from './dialect.ts';

const ASSIGNED =
  /(?:^|[\n;])[ \t>]{0,40}(?:(?:export |const |let |var ){1,2})?(\$?[A-Za-z_$][\w$]{0,60})(?:[ \t]?:[ \t]?[\w.<>[\], |'"]{1,80})?[ \t]{0,8}=(?![=>])/g;
/** With types and modifiers before or after the name, and with `:=`. */
const ASSIGNED_TYPED =
  /(?:^|[\n;{(])[ \t>]{0,40}(?:[\w.<>[\]?,&'"]{1,60}[ \t]{1,4}){0,6}?([$@]{0,2}[A-Za-z_]\w{0,60})(?:,[ \t]?\w{1,20})?(?:[ \t]?:[ \t]?[\w.<>[\],|'":&? ]{1,80}?)?[ \t]{0,8}:?=(?![=>~])/g;
const CHANGED =
  /(?<![\w$.])(\$?[A-Za-z_$][\w$]{0,60})(?:\[[^\]\n]{1,80}\](?:[ \t]?[+]?=(?!=))|(?:\.|->)(?:push|append|extend|update|insert|add|set|pop|Add|unshift|remove|put|putAll|addAll|merge!|concat|setdefault|store)\(|[ \t]?\+=|\[\][ \t]?=|[ \t]<<[ \t]|(?:\.|->)[\w$]{1,60}[ \t]?=(?!=))/g;
/** `Object.assign(headers, …)` changes its first argument. */
const ASSIGNED_INTO = /\bObject\.assign\(\s{0,40}([A-Za-z_$][\w$]{0,60})\s{0,40},/g;

/**
 * Finds the offset of the value of each variable. A name that is assigned or changed twice has no
 * value.
 */
export function findAssignments(text: string, dialect: Dialect): Map<string, number | undefined> {
  const found = new Map<string, number | undefined>();
  const isTyped = dialect !== 'code' && dialect !== 'powershell';
  for (const match of text.matchAll(isTyped ? ASSIGNED_TYPED : ASSIGNED)) {
    const name = match[1] as string;
    found.set(name, found.has(name) ? undefined : match.index + match[0].length);
  }
  for (const changed of [CHANGED, ASSIGNED_INTO])
    for (const [, name = ''] of text.matchAll(changed))
      if (found.has(name)) found.set(name, undefined);
  return found;
}

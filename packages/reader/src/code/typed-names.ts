/** Turns names of classes, fields and constants of typed SDKs into the values that they send. */
import { readBetaConstant } from '../betas/beta-constants.ts';

/** Turns `MCPServers`, `maxTokens` and `FileID` into the name of a field. */
export const toFieldName = (name: string): string =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();

/** Turns `BetaCodeExecutionTool20250825` into the type of its objects; `undefined` for others. */
export function toTypeName(className: string): string | undefined {
  const name = (className.split('.').at(-1) ?? '')
    .replace(/^(?:Of)?(?:Beta)?/, '')
    .replace(/Param$/, '');
  if (/^M[cC][pP]Toolset$/.test(name)) return 'mcp_toolset';
  if (/M[cC][pP]ServerU(?:RL|rl)Definition$/.test(name)) return 'url';
  const thinking = /^(?:ThinkingConfig)?(Enabled|Disabled|Adaptive)$/.exec(name)?.[1];
  if (thinking !== undefined) return thinking.toLowerCase();
  const [, words, date] = /^([A-Za-z]{2,60}?)_?(20\d{6})$/.exec(name) ?? [];
  if (words === undefined) return undefined;
  const field = toFieldName(words);
  if (field.startsWith('tool_search')) return `${field}_${date}`;
  const short = field.replace(/^tool_|_tool$/g, '').replace(/^computer_use$/, 'computer');
  return `${short}_${date}`;
}

/** Turns a constant of an SDK into its value: a beta, a model or a role. */
export function readTypedConstant(name: string): string | undefined {
  const beta = readBetaConstant(name);
  if (beta !== undefined) return beta;
  const role = /Role(?:\.|_)?(User|Assistant|System)$/i.exec(name)?.[1];
  if (role !== undefined) return role.toLowerCase();
  const model = /(?:^|\.)Model(?:\.|(?=Claude))((?:Claude|CLAUDE)\w{0,80})$/.exec(name)?.[1];
  if (model === undefined) return undefined;
  return model
    .replaceAll(/([a-z])(?=[A-Z\d])|(\d)(?=[A-Z][a-z])/g, '$&-')
    .replaceAll('_', '-')
    .toLowerCase();
}

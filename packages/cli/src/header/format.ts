/** Formats the check of a header as text. */
import { type Colors, escapeControls } from '../output.ts';
import type { HeaderOutput, HeaderValue } from '../schema/header.ts';

/** Formats a check: each value with its advice, then each platform's header, for a terminal. */
export function formatHeader({ values, merged, platforms }: HeaderOutput, colors: Colors): string {
  const sent = [
    '',
    `merged: ${merged || '(none)'}`,
    ...platforms.flatMap(({ platform, header, changes }) => [
      `${platform}: ${header ?? '(none)'}`,
      ...changes.map(({ text }) => `    ${text}`),
    ]),
  ];
  return [
    ...values.flatMap((value) => formatValue(value, colors)),
    ...sent.map(escapeControls),
  ].join('\n');
}

function formatValue(value: HeaderValue, colors: Colors): string[] {
  const { status, isFinding, advice, docs, at, acceptance = {} } = value;
  const color = isFinding ? colors.red : status === 'unknown' ? colors.yellow : colors.green;
  const name = status === 'malformed' ? JSON.stringify(value.value) : value.value;
  const place = at ? ` (${at.line}:${at.column})` : '';
  const rejecting = Object.keys(acceptance).filter((id) => acceptance[id] === 'rejected');
  const lines = [
    `    ${advice}`,
    ...(rejecting.length > 0 ? [`    Rejected by ${rejecting.join(', ')}.`] : []),
    ...(docs === undefined ? [] : [`    ${docs}`]),
  ];
  return [`${escapeControls(name)}${place}: ${color(status)}`, ...lines.map(escapeControls)];
}

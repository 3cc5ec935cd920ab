/** Formats the check of a header as text. */
import type { Colors } from '../output.ts';
import type { HeaderOutput, HeaderValue } from '../schema/header.ts';

/** Formats a check: each value with its advice, then each platform's header. */
export function formatHeader({ values, merged, platforms }: HeaderOutput, colors: Colors): string {
  return [
    ...values.flatMap((value) => formatValue(value, colors)),
    '',
    `merged: ${merged || '(none)'}`,
    ...platforms.flatMap(({ platform, header, changes }) => [
      `${platform}: ${header ?? '(none)'}`,
      ...changes.map(({ text }) => `    ${text}`),
    ]),
  ].join('\n');
}

function formatValue(value: HeaderValue, colors: Colors): string[] {
  const { status, isFinding, advice, docs, at, acceptance = {} } = value;
  const color = isFinding ? colors.red : status === 'unknown' ? colors.yellow : colors.green;
  const name = status === 'malformed' ? JSON.stringify(value.value) : value.value;
  const place = at ? ` (${at.line}:${at.column})` : '';
  const rejecting = Object.keys(acceptance).filter((id) => acceptance[id] === 'rejected');
  return [
    `${name}${place}: ${color(status)}`,
    `    ${advice}`,
    ...(rejecting.length > 0 ? [`    Rejected by ${rejecting.join(', ')}.`] : []),
    ...(docs === undefined ? [] : [`    ${docs}`]),
  ];
}

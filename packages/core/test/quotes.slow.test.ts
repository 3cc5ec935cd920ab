/** Quotation marks in an error text take linear time, whether or not they are closed. */
import { expect, it } from 'vitest';
import { leaveOutQuotes } from '../src/errors/quotes.ts';

it.each(['“', '「', '‘', '“ ”a', "'x y z' ", '`a ', '"', '“x y z” '])('%s', (part) => {
  const text = part.repeat(Math.ceil(50_000 / part.length));
  const started = performance.now();
  leaveOutQuotes(text);
  // Far more than it takes. A search of the whole text for each mark took ten seconds.
  expect(performance.now() - started).toBeLessThan(2000);
});

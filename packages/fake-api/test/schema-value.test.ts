import { expect, it } from 'vitest';
import { makeValue } from '../src/answers/schema-value.ts';

const list = {
  type: 'object',
  properties: { next: { anyOf: [{ $ref: '#' }, { type: 'null' }] } },
  required: ['next'],
};

it.each<[object | boolean, unknown]>([
  [{ type: 'string' }, 'text'],
  [{ type: 'string', minLength: 6 }, 'textxx'],
  [{ type: 'string', maxLength: 2 }, 'te'],
  [{ type: 'string', format: 'date' }, '2026-01-01'],
  [{ type: 'integer', minimum: 3 }, 3],
  [{ type: 'integer', exclusiveMinimum: 3 }, 4],
  [{ type: 'integer', maximum: -2 }, -2],
  [{ type: 'number', minimum: 1, multipleOf: 0.5 }, 1],
  [{ type: 'boolean' }, true],
  [{ type: 'null' }, null],
  [{ type: ['null', 'string'] }, 'text'],
  [{ enum: ['b', 'a'] }, 'b'],
  [{ const: 7 }, 7],
  [{ type: 'string', default: 'x' }, 'x'],
  [{ type: 'array', items: { type: 'integer' } }, []],
  [{ type: 'array', items: { type: 'integer' }, minItems: 2 }, [0, 0]],
  [{ type: 'array', prefixItems: [{ const: 1 }, { const: 2 }] }, [1, 2]],
  [{ type: 'object', properties: { a: { const: 1 }, b: { const: 2 } }, required: ['b'] }, { b: 2 }],
  [{ oneOf: [{ const: 1 }, { const: 2 }] }, 1],
  [{ allOf: [{ required: ['a'] }, { properties: { a: { const: 1 } } }] }, { a: 1 }],
  [{ $defs: { d: { type: 'integer' } }, $ref: '#/$defs/d' }, 0],
  [{ $ref: 'https://example.com/schema' }, null],
  [{}, 'text'],
  [true, null],
])('%j gets %j', (schema, value) => {
  expect(makeValue(schema)).toEqual(value);
});

it('ends a recursion', () => {
  const text = JSON.stringify(makeValue(list));
  expect(text).toMatch(/^\{"next":.*null\}+$/);
  expect(text.length).toBeLessThan(500);
  expect(() => makeValue({ $ref: '#' })).not.toThrow();
});

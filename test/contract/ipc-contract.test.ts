// The contract between window and main process holds by itself: strict objects, a cap on every text and list, nothing beside what is named.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pushes, type RequestChannel, requests } from '../../shared/ipc/contract';

type JsonSchema = { readonly [key: string]: unknown };

const channels = Object.keys(requests) as RequestChannel[];

/** The schema as JSON Schema, in which every bound can be read without knowing how zod keeps it. */
function toJson(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as JsonSchema;
}

/** Every place in a schema with its path, however deep. */
function placesOf(schema: JsonSchema, path = ''): { readonly path: string; readonly place: JsonSchema }[] {
  const children: [string, unknown][] = [
    ...Object.entries((schema.properties ?? {}) as JsonSchema),
    ...['anyOf', 'oneOf', 'allOf', 'prefixItems'].flatMap((name) =>
      ((schema[name] ?? []) as unknown[]).map((child): [string, unknown] => ['', child]),
    ),
    ...['items', 'additionalProperties'].map((name): [string, unknown] => [`[${name}]`, schema[name]]),
  ];
  return [
    { path, place: schema },
    ...children
      .filter((child): child is [string, JsonSchema] => typeof child[1] === 'object' && child[1] !== null)
      .flatMap(([name, child]) => placesOf(child, `${path}.${name}`)),
  ];
}

function isBounded({ type, maxLength, maxItems, minimum, maximum, pattern, ...rest }: JsonSchema): boolean {
  if ('enum' in rest || 'const' in rest) return true;
  // A pattern bounds a text where it stands from beginning to end and repeats nothing without an end.
  if (type === 'string')
    return maxLength !== undefined || /^\^(?!.*[*+]|.*,\}).*\$$/.test(String(pattern ?? ''));
  if (type === 'array') return maxItems !== undefined || 'prefixItems' in rest;
  if (type === 'number' || type === 'integer') return minimum !== undefined && maximum !== undefined;
  return type !== undefined || 'anyOf' in rest || 'oneOf' in rest || 'allOf' in rest;
}

const someLink = 'https://cv.example.com/';

/** A value that the schema takes, as small as it may be; `extend` goes over every object of it. */
function makeValid(schema: JsonSchema, extend: (value: object) => object = (value) => value): unknown {
  if ('const' in schema) return schema.const;
  if ('enum' in schema) return (schema.enum as unknown[])[0];
  const choice = ((schema.anyOf ?? schema.oneOf ?? schema.allOf) as JsonSchema[] | undefined)?.[0];
  if (choice !== undefined) return makeValid(choice, extend);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object': {
      const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
      return extend(Object.fromEntries(properties.map(([name, child]) => [name, makeValid(child, extend)])));
    }
    case 'array':
      return Array.from({ length: Math.max(1, Number(schema.minItems ?? 0)) }, () =>
        makeValid(schema.items as JsonSchema, extend),
      );
    case 'string':
      if (schema.format === 'binary') return new Uint8Array(1);
      if (schema.pattern !== undefined && new RegExp(String(schema.pattern)).test(someLink)) return someLink;
      return (schema.pattern === undefined ? 'a' : '0').repeat(
        Number(/\{(\d+)\}/.exec(String(schema.pattern ?? ''))?.[1] ?? schema.minLength ?? 1),
      );
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return Math.max(1, Number(schema.minimum ?? 1));
  }
}

describe.each(channels)('check 12: %s', (channel) => {
  const input = toJson(requests[channel].input, 'input');
  const accepts = (value: unknown): boolean => requests[channel].input.safeParse(value).success;

  it('takes a strict object, with a bound on everything in it', () => {
    expect(input.type).toBe('object');
    for (const { path, place } of placesOf(input)) {
      if (place.type === 'object') expect(place.additionalProperties, `${path} is strict`).toBe(false);
      expect(isBounded(place), `${path} is bounded: ${JSON.stringify(place)}`).toBe(true);
    }
  });

  it('takes what it names, and nothing beside it, at any depth', () => {
    expect(requests[channel].input.safeParse(makeValid(input)).error?.issues).toBeUndefined();
    const objects = placesOf(input).filter(({ place }) => place.type === 'object').length;
    for (let chosen = 0; chosen < objects; chosen += 1) {
      let seen = -1;
      const extended = makeValid(input, (value) => {
        seen += 1;
        return seen === chosen ? { ...value, extra: 1 } : value;
      });
      if (JSON.stringify(extended).includes('"extra"')) expect(accepts(extended)).toBe(false);
    }
    expect(accepts({ ...(makeValid(input) as object), extra: 1 })).toBe(false);
  });

  it('refuses junk in every field', () => {
    for (const junk of [undefined, null, 0, 'x', [], [{}], true, () => 1]) expect(accepts(junk)).toBe(false);
    const valid = makeValid(input) as Record<string, unknown>;
    for (const name of Object.keys(valid)) {
      for (const junk of [Symbol('x'), Number.NaN, { a: { b: 1 } }, [[]], -1.5, 'x'.repeat(40_000)])
        expect(accepts({ ...valid, [name]: junk }), `${name}: ${String(junk).slice(0, 20)}`).toBe(false);
    }
  });

  it('answers with a strict object of its own', () => {
    const output = toJson(requests[channel].output, 'output');
    for (const { path, place } of placesOf(output)) {
      if (place.type === 'object') expect(place.additionalProperties, `${path} is strict`).toBe(false);
      expect(place.type ?? place.anyOf ?? place.oneOf ?? place.enum ?? place.const, path).toBeDefined();
    }
    expect(requests[channel].output.safeParse(undefined).success).toBe(false);
  });
});

describe('the names', () => {
  it('say area and verb for requests, area and what happened for pushes', () => {
    for (const channel of channels) expect(channel).toMatch(/^[a-z]+:[a-z]+(-[a-z]+)*$/);
    for (const channel of Object.keys(pushes)) expect(channel).toMatch(/^[a-z]+:[a-z-]+ed$/);
  });

  it('carry no key outwards, and a key inwards on one channel alone', () => {
    const fieldsOf = (schema: z.ZodType, io: 'input' | 'output') =>
      placesOf(toJson(schema, io)).map(({ path }) => path.split('.').at(-1) ?? '');
    const inwards = channels.filter((channel) => fieldsOf(requests[channel].input, 'input').includes('key'));
    expect(inwards).toEqual(['workspaces:check-key']);
    const outwards = [
      ...channels.map((channel) => requests[channel].output as z.ZodType),
      ...Object.values(pushes),
    ].flatMap((schema) => fieldsOf(schema, 'output'));
    expect(outwards.filter((name) => /^(key|secret|token|apiKey)$/i.test(name))).toEqual([]);
  });
});

import { bodyEnums, bodyTypes } from './body-types.ts';
import { GraphFault } from './errors.ts';

export type Fields = Readonly<Record<string, unknown>>;

/**
 * The body as fields in Graph's own spelling, or Graph's refusal of a property or value that the type does not have.
 * Enum values come back in the spelling that Graph writes; the first letter of action parameters may be a capital.
 */
export function checkedBody(type: string, body: unknown): Fields {
  if (body === undefined) throw new GraphFault(400, 'BadRequest', 'Empty Payload. JSON content expected.');
  return checkedObject(type, body);
}

function checkedObject(type: string, value: unknown): Fields {
  const properties = bodyTypes[type];
  if (!isObject(value) || properties === undefined)
    throw unreadable(`an object of type 'microsoft.graph.${type}'`, value);
  const result: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    if (name.includes('@')) continue;
    const known = isAction(type) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
    const partType = Object.hasOwn(properties, known) ? properties[known] : undefined;
    if (partType === undefined) throw unknownProperty(type, name);
    result[known] = checkedValue(partType, part);
  }
  return result;
}

const isAction = (type: string): boolean => ['sendMail', 'getSchedule', 'cancel'].includes(type);

function checkedValue(type: string, value: unknown): unknown {
  if (value === null || type === 'any') return value;
  if (type.startsWith('[')) {
    if (!Array.isArray(value)) throw unreadable('a collection', value);
    return value.map((part) => checkedValue(type.slice(1, -1), part));
  }
  if (Object.hasOwn(bodyEnums, type)) return checkedEnum(type, value);
  if (Object.hasOwn(bodyTypes, type)) return checkedObject(type, value);
  const primitive = type === 'boolean' ? 'boolean' : type === 'int' ? 'number' : 'string';
  if (typeof value !== primitive) throw unreadable(`Edm.${type}`, value);
  if (type === 'instant' && typeof value === 'string' && Number.isNaN(Date.parse(value)))
    throw unreadable('Edm.DateTimeOffset', value);
  return value;
}

function checkedEnum(type: string, value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const found = bodyEnums[type]?.find((known) => known.toLowerCase() === text.toLowerCase());
  if (found === undefined) throw new GraphFault(400, 'RequestBodyRead', `Requested value '${text}' was not found.`);
  return found;
}

function unknownProperty(type: string, name: string): GraphFault {
  return new GraphFault(
    400,
    'RequestBodyRead',
    `The property '${name}' does not exist on type 'microsoft.graph.${type}'. Make sure to only use property names that are defined by the type or mark the type as open type.`,
  );
}

function unreadable(expected: string, value: unknown): GraphFault {
  return new GraphFault(
    400,
    'RequestBodyRead',
    `Cannot convert the value '${JSON.stringify(value)}' to the expected type ${expected}.`,
  );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
export const flagOf = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
export const countOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
export const listOf = (value: unknown): unknown[] | undefined => (Array.isArray(value) ? value : undefined);
/** A complex value that was already checked, as fields. */
export const partOf = (value: unknown): Fields | undefined => (isObject(value) ? value : undefined);

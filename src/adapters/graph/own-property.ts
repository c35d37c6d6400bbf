/** Our own property set: made once for this product, so that nobody else's properties are read as ours. */
const propertySet = '{6f1d3a52-8c04-4b7e-9a35-c2e07d41b8f6}';

/** The named extended property that carries our key on events and mails. Not echoed by Graph; it is searched for. */
export const keyProperty = `String ${propertySet} Name LarprojektKey`;

export function ownKey(value: string): { singleValueExtendedProperties: readonly { id: string; value: string }[] } {
  return { singleValueExtendedProperties: [{ id: keyProperty, value }] };
}

export function hasOwnKey(value: string): string {
  return `singleValueExtendedProperties/Any(ep: ep/id eq '${keyProperty}' and ep/value eq '${quoted(value)}')`;
}

/** A text inside an OData filter: an apostrophe is doubled. */
export function quoted(text: string): string {
  return text.replaceAll("'", "''");
}

/** A domain that never exists (RFC 2606): whatever is sent there by mistake reaches nobody. */
const nowhere = '@gallrad.invalid';

/** stands where an address stood, unlike every other, since the database wants one for each person. */
export function disposedAddress(id: string): string {
  return `gallrad-${id.toLowerCase()}${nowhere}`;
}

/** The address has been disposed of, so nothing can be sent there. */
export function isDisposedAddress(address: string): boolean {
  return address.endsWith(nowhere);
}

/** Stands after the number of whoever has no name any more. */
export const disposedName = '(gallrad)';

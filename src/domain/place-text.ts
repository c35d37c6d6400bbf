/** "Sal Siljan, Ludvika"; the venue alone when its town is not known. */
export function placeText({ name, city }: { readonly name: string; readonly city: string }): string {
  return city === '' ? name : `${name}, ${city}`;
}

/** A place in a file and what stands there. */
export interface Place {
  readonly path: string;
  readonly value: unknown;
}

/**
 * Every value that a pattern such as `sessions[].agenda[].speakerIds[]` reaches, in the file's order.
 * What is not there is left out; null is a value.
 */
export function everyValue(file: unknown, pattern: string): readonly Place[] {
  const steps = pattern.replaceAll('[]', '.[]').split('.');
  return steps.reduce<readonly Place[]>(
    (places, step) => places.flatMap((place) => next(place, step)),
    [{ path: '', value: file }],
  );
}

function next({ path, value }: Place, step: string): readonly Place[] {
  if (step === '[]') {
    return Array.isArray(value)
      ? value.map((entry: unknown, index) => ({ path: `${path}[${index}]`, value: entry }))
      : [];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, step)) return [];
  const found: unknown = Reflect.get(value, step);
  return found === undefined ? [] : [{ path: path === '' ? step : `${path}.${step}`, value: found }];
}

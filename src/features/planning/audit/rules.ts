/**
 * How many values somebody has typed or chosen in what they saved: empty ones do not count, a list counts its entries.
 * One data transfer each in the count of human steps.
 */
export function valuesIn(saved: unknown): number {
  if (saved === null || saved === undefined || saved === '') return 0;
  if (Array.isArray(saved)) return saved.reduce((sum: number, one: unknown) => sum + valuesIn(one), 0);
  if (typeof saved === 'object') return valuesIn(Object.values(saved));
  return 1;
}

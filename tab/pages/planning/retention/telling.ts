import { useSay } from '../../../language.tsx';
import { retention as words } from '../../../wording/retention.ts';

/** "1 post", "24 poster". */
export function useItems(): (count: number) => string {
  const say = useSay();
  return (count) => say(count === 1 ? words.itemsOne : words.items, { n: count });
}

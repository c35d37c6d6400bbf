import type { Act, Life } from './life.ts';

export function edgeActs(_life: Pick<Life, 'script'>): Act[] {
  return [];
}

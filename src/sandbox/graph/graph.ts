import type { FarSide } from '../far-side.ts';
import type { Faults } from '../faults.ts';

export interface Graph {
  answer(request: Request): Promise<Response>;
}

export function openGraph(_far: FarSide, _faults: Faults): Graph {
  return { answer: () => Promise.resolve(new Response(null, { status: 404 })) };
}

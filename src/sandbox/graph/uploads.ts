import type { FarSide } from '../far-side.ts';

export const uploadHost = 'upload.sandbox.example';

export function answerUpload(_far: FarSide, _request: Request): Response {
  return new Response(null, { status: 404 });
}

/** Encrypts what must be unreadable at rest, with authenticated encryption (AES-256-GCM). */
export interface Seal {
  close(text: string): Uint8Array;
  open(sealed: Uint8Array): string;
}

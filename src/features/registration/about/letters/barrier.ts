import { letter, paragraph } from '../../../notices/letters/letter.ts';
import type { Letter } from '../../../notices/types.ts';

/** To those who lead: what somebody could not use, in their own words. */
export function barrierLetter({ text, email }: { readonly text: string; readonly email: string }): Letter {
  const from = email.trim() === '' ? 'Avsändaren vill inte ha svar.' : `Svara till ${email.trim().slice(0, 254)}.`;
  return letter('Något på webbplatsen fungerar inte', [paragraph(text.slice(0, 4000)), paragraph(from)]);
}

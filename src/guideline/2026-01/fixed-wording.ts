/** REG-04: the box in the registration form, word for word. Whoever changes it no longer follows the guideline. */
export const commitmentText =
  'Jag är medveten om att anmälan gäller för hela lärprojektet och avser att, så långt det är möjligt, delta vid samtliga träffar';

/** OPN-02: the four attitudes of the guideline's text box, word for word. */
export const groundRules: readonly string[] = [
  'Vi tar tillsammans ansvar för lärprocessen.',
  'Värdesätt olikhet och andras perspektiv.',
  'Var generös!',
  'Ha respekt för varandra och det du får höra i gruppen.',
];

/** REG-03: exactly these six. "Namn" is asked for as given name and family name. */
export const registrationFields = ['name', 'title', 'organisation', 'email', 'phone', 'dietary'] as const;

/** Line breaks, quotation marks and a final full stop are the form's business; the words are not. */
export function isVerbatim(text: string, original: string): boolean {
  const bare = (value: string): string =>
    value.normalize('NFC').replace(/[”"“]/g, '').replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return bare(text) === bare(original);
}

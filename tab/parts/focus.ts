/** Time for what follows from an act to be drawn, in milliseconds. */
const REDRAWN_MS = 1500;

/** When what had the focus has gone with the act, the page takes it, so that a keyboard does not begin from the top. */
export function keepFocus(): void {
  setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById('main')?.focus();
  }, REDRAWN_MS);
}

import { Temporal } from 'temporal-polyfill';
import { previewAndConfirm, unlessConfirmed, type Act, type Life } from './life.ts';

const DAYS_BEFORE = 15;

/** The letter before each session, a day before the guideline's last day. */
export function informActs({ script }: Pick<Life, 'script'>): Act[] {
  return script.sessions.map(({ id, start, number }) => ({
    at: Temporal.Instant.from(start ?? '').subtract({ hours: 24 * DAYS_BEFORE }),
    title: `Information inför träff ${number ?? ''}`,
    run: async (life) => {
      const paths = { preview: `/mailings/info:${id}/preview`, confirm: `/mailings/info:${id}/send` };
      await unlessConfirmed(life, `sessionInfo:${id}`, () => previewAndConfirm(life, paths));
    },
  }));
}

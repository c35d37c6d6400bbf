import { counted } from '../requests.ts';
import { openStage } from '../stage.ts';
import type { Figure } from '../types.ts';

const addresses = 20;
const days = 182;
/** What Graph takes in one call: 20 addresses, and less than 62 days. */
const least = Math.ceil(addresses / 20) * Math.ceil(days / 61);

/** How often Outlook is asked for the calendars of 15 rooms and 5 people over half a year. */
export async function scheduleFigure(): Promise<Figure> {
  const stage = await openStage(20);
  try {
    const { rooms, settings, clock } = stage.running.product.tools;
    stage.exchanges();
    await rooms.busy({
      organiserMailbox: settings.organiserMailbox,
      mailboxes: Array.from({ length: addresses }, (_mailbox, index) => `kalender-${index}@dalalab.example`),
      from: clock.now().toString(),
      to: clock
        .now()
        .add({ hours: 24 * days })
        .toString(),
    });
    const { looks } = counted(stage.exchanges());
    return {
      what: `kalendrar för ${addresses} adresser i ${days} dagar`,
      figure: `${looks} anrop av ${least}`,
      ratio: looks / least,
      goal: 1,
    };
  } finally {
    await stage.leave();
  }
}

import { Temporal } from 'temporal-polyfill';
import { previewAndConfirm, unlessConfirmed, type Act, type Life } from './life.ts';

const DAYS_BEFORE = 9;
/** The final number has been given by then. */
const LOOKS_DAYS_BEFORE = 1;

interface Kitchen {
  readonly sheet: { readonly state: string };
  readonly orderTo: string | null;
  readonly url: string | null;
}

interface Topics {
  readonly waiting: readonly {
    readonly text: string;
    readonly tags: readonly string[];
    readonly severe: boolean;
    readonly wording: string | null;
  }[];
}

/** CAT-01: what people eat is gone through, the food is ordered, and the kitchen looks at its page the day before. */
export function foodActs({ script }: Pick<Life, 'script'>): Act[] {
  return script.sessions.flatMap(({ id, start, number }) => {
    const startsAt = Temporal.Instant.from(start ?? '');
    return [
      {
        at: startsAt.subtract({ hours: 24 * DAYS_BEFORE }),
        title: `Maten till träff ${number ?? ''} beställs`,
        run: (life: Life) => order(life, id),
      },
      {
        at: startsAt.subtract({ hours: 24 * LOOKS_DAYS_BEFORE }),
        title: `Köket läser köksbladet till träff ${number ?? ''}`,
        run: (life: Life) => look(life, id),
      },
    ];
  });
}

async function order(life: Life, sessionId: string): Promise<void> {
  const base = `/sessions/${sessionId}/kitchen`;
  const { waiting } = await life.lead.post<Topics>(`${life.api}/kitchen`);
  for (const { text, tags, severe, wording } of waiting)
    await life.lead.put(`${life.api}/kitchen`, { text, tags, severe, wording });
  const kitchen = await life.lead.get<Kitchen>(life.api + base);
  if (kitchen.sheet.state === 'none') return;
  if (kitchen.orderTo === null)
    await life.lead.put(life.api + base, { ...nothingAgreed, orderAddress: life.script.leadMail });
  const paths = { preview: `${base}/order/preview`, confirm: `${base}/order` };
  await unlessConfirmed(life, `foodOrder:${sessionId}`, () => previewAndConfirm(life, paths));
}

const nothingAgreed = { reference: null, contactName: null, contactPhone: null, extraHeads: 0, finalOn: null };

async function look(life: Life, sessionId: string): Promise<void> {
  const { url } = await life.lead.get<Kitchen>(`${life.api}/sessions/${sessionId}/kitchen`);
  if (url === null) return;
  const { status } = await life.web.page(new URL(url).pathname);
  if (status !== 200) throw new Error(`the kitchen's page answers ${status}`);
}

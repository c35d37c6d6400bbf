import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { playgroundIds } from '../../src/commands/playground/teams.ts';
import { oidOf } from '../../src/commands/sandbox-world.ts';
import { sampleProject } from '../../src/features/planning/sample/rules.ts';
import type { HumanSteps } from '../../src/features/planning/steps/types.ts';
import type { PlanAnswer } from '../../src/features/planning/reading/types.ts';
import { browserMissing, screenshot } from '../browser.ts';
import { openStage, people, projectId, settled, type OpenTab, type TabStage } from '../tab/stage.ts';
import { openPlayground, textIn, type PlaygroundClient, type Shown } from './playground-client.ts';

const lead = oidOf(people.lead);
const steering = oidOf('lena.grahnsjo@region-dalarna.example');
const { group } = playgroundIds;
const LONG = 240_000;

/** A year that has not begun: the people, venues and municipalities, and nothing proposed, dated, booked or sent. */
function aNewYear(): unknown {
  const { organisations, staff, venues, project, governance = {}, speakers = [] } = sampleProject();
  const { themeProposals: _p, consultations: _c, decision: _d, planningGroup, ...roles } = governance;
  const { keyDates: _k, ...kept } = project;
  return {
    schemaVersion: 1,
    language: 'sv-SE',
    timeZone: 'Europe/Stockholm',
    project: { ...kept, title: 'Lärprojekt 2026', phase: 'planning', keyDates: { dalating: '2027-03-16' } },
    governance: { ...roles, planningGroup: (planningGroup as string[]).filter((id) => id.startsWith('st-')) },
    organisations,
    staff,
    venues,
    speakers: speakers.map(({ participantId: _participant, ...speaker }) => ({ ...speaker, status: 'idea' })),
    participants: [],
    sessions: [1, 2, 3, 4].map((number) => ({
      id: `s-${number}`,
      number,
      title: `Träff ${number}`,
      fullDay: true,
      format: 'onsite',
    })),
  };
}

describe.skipIf(browserMissing)('from theme proposals in January to a sent invitation in June', () => {
  let stage: TabStage;
  let playground: PlaygroundClient;
  beforeAll(async () => {
    stage = await openStage('2026-01-19T08:00:00Z');
    await stage.asLead('POST', '/import', aNewYear());
    await stage.wake();
    playground = await openPlayground(stage.running, [lead, steering]);
    await playground.ask(`/_debug/conversation/${encodeURIComponent(group)}/installation`, {});
    await playground.next(group, 0);
  }, LONG);
  afterAll(async () => {
    await playground.close();
    await stage.closePages();
    await stage.close();
  });

  const goTo = async (iso: string) => {
    const { clock } = stage.running.sandbox;
    await clock.advanceTo(Temporal.Instant.from(iso));
    await clock.settle();
  };
  const plan = () => stage.asLead<PlanAnswer>('GET', `/${projectId}/`);
  /** Presses, and answers the card as it then stands. */
  const press = async (oid: string, face: Shown, title: string, inputs = {}): Promise<Shown> => {
    const before = playground.shown.length;
    await playground.press(oid, face, title, inputs);
    return await playground.next(group, before, 'updateMessage');
  };

  /** As above, for what only the one who presses is answered. */
  const asked = async (oid: string, face: Shown, title: string): Promise<Shown> => {
    const answer = await playground.press(oid, face, title);
    const content = (answer as { value: Record<string, unknown> }).value; // a card, as the protocol has it
    return { ...face, message: { ...face.message, attachments: [{ content }] } };
  };

  test(
    'THM-01 THM-03 THM-04 PLN-01 VEN-02 INV-01 INV-11 through tab and chat, in fewer human steps than on paper',
    async () => {
      // January to March: proposals and a consultation, in the tab.
      const themes = await stage.open('tema');
      await settled(themes.tab);
      await paste(themes, [
        '1. Kompetens i hela Dalarna; 11 kommuner; arbetsgruppen',
        '2. Klimat och beredskap; 8; arbetsgruppen',
        '3. Trygg hela livet; 6',
      ]);
      await themes.page.close();
      await goTo('2026-03-09T08:00:00Z');
      const { tab } = await stage.open('tema');
      await settled(tab);
      await tab.getByRole('button', { name: 'Anteckna samråd' }).click();
      const talk = tab.getByRole('dialog', { name: 'Nytt samråd' });
      await talk.getByLabel('Forum').fill('LGRS');
      await talk.getByLabel('Dag').fill('2026-03-06');
      await talk.getByLabel('Vad som sades').fill('Kommunerna vill börja med kompetensen.');
      await talk.getByRole('button', { name: 'Alla kommuner' }).click();
      await talk.getByRole('button', { name: 'Anteckna samråd' }).click();
      await talk.waitFor({ state: 'detached' });

      // April: the steering group decides on a card, and nobody else can.
      await goTo('2026-04-10T08:00:00Z');
      expect(textIn(await playground.say(group, 'vi ska besluta om temat nu', lead))).toContain(
        'Det beslutar styrgruppen.',
      );
      const list = await playground.say(group, 'visa teman vi har');
      const question = await asked(steering, list, 'Besluta tema');
      expect(textIn(question)).toContain('Vilket tema väljer styrgruppen?');
      const chosen = choiceIn(question, 'Kompetens');
      const decided = await press(steering, question, 'Besluta tema', { proposal: chosen });
      expect(textIn(decided)).toContain('Kompetens i hela Dalarna');
      const opening = await stage.open('tema');
      await opening.tab.getByRole('button', { name: 'Öppna lärprojektet med temat' }).click();
      await opening.tab.locator('.project-name', { hasText: 'Kompetens i hela Dalarna' }).waitFor();

      // May: three proposals of dates with their venues in the chat, and the bookings after them.
      await goTo('2026-05-04T07:00:00Z');
      const found = await playground.say(group, 'kan vi hitta datum för alla träffar nu');
      expect(textIn(found)).toMatch(/Förslag 1[^]*Träff 4[^]*Förslag 3/);
      const preview = await press(lead, found, 'Visa förslag 1');
      await press(lead, preview, 'Sätt');
      const dates = (await plan()).sessions.map(({ date }) => date ?? '');
      expect(dates.every((date) => date >= '2026-08-15' && date < '2027-03-16')).toBe(true);
      const rooms = await playground.say(group, 'boka lokaler');
      const booking = await press(lead, rooms, 'Se bokning');
      await press(lead, booking, 'Boka');
      await goTo('2026-05-06T07:00:00Z');
      for (const { id, venueId } of (await plan()).sessions) expect([id, venueId]).not.toEqual([id, null]);

      // June: what the invitation lacks is filled in, and it goes to three groups.
      await goTo('2026-06-05T07:00:00Z');
      const first = Temporal.PlainDate.from(dates.toSorted()[0] ?? '');
      await fillIn(await stage.open('planering/projektet'), first.subtract({ days: 25 }));
      const letter = await stage.open('utskick/invitation');
      await settled(letter.tab);
      await letter.tab.getByRole('button', { name: /^Skicka till \d+/ }).click();
      const send = letter.tab.getByRole('dialog');
      await screenshot(letter.page, 'spring-invitation');
      await send.getByRole('button', { name: /^Skicka/ }).click();
      await letter.tab.locator('.banner-leaving').waitFor();
      await goTo('2026-06-05T07:10:00Z');
      const { sandbox } = stage.running;
      const directors = sandbox
        .mailbox('kommundirektorer@natverk.example')
        .filter(({ subject }) => subject.startsWith('Till kommundirektörerna'));
      expect(directors).toHaveLength(1);
      const municipalities = (await plan()).organisations.filter(({ type }) => type === 'municipality');
      for (const { functionMailbox, name } of municipalities)
        expect([name, sandbox.mailbox(functionMailbox ?? '').length]).toEqual([name, 1]);

      const steps = await stage.asLead<HumanSteps>('GET', `/${projectId}/steps`);
      const taken = (id: string): number => steps.duties.find((duty) => duty.id === id)?.steps ?? 0;
      const [theme, dating] = [taken('theme'), taken('datesAndRooms')];
      const inviting = taken('invitation') + taken('recipients');
      console.log(`human steps: theme ${theme} (≤ 10), dates and rooms ${dating} (≤ 12), invitation ${inviting} (≤ 6)`);
      expect([theme, dating, inviting].every((count) => count > 0)).toBe(true);
      expect(theme).toBeLessThanOrEqual(10);
      expect(dating).toBeLessThanOrEqual(12);
      expect(inviting).toBeLessThanOrEqual(6);
    },
    LONG,
  );
});

async function paste({ tab, page }: OpenTab, lines: readonly string[]): Promise<void> {
  await tab.getByRole('button', { name: 'Klistra in flera' }).click();
  const dialog = tab.getByRole('dialog', { name: 'Klistra in temaförslag' });
  await dialog.getByLabel('Förslagen').fill(lines.join('\n'));
  await screenshot(page, 'spring-paste');
  await dialog.getByRole('button', { name: 'Lägg till förslagen' }).click();
  await tab.getByRole('article', { name: 'Trygg hela livet' }).waitFor();
}

/** The value of a card's choice, by the beginning of its words. */
function choiceIn({ message }: Shown, title: string): string {
  const text = JSON.stringify(message.attachments?.[0]?.content ?? {});
  const found = new RegExp(`"title":"${title}[^"]*","value":"([^"]+)"|"value":"([^"]+)","title":"${title}`).exec(text);
  const value = found?.[1] ?? found?.[2];
  if (value === undefined) throw new Error(`no choice ${title} in ${text}`);
  return value;
}

/** The addresses of two groups, and when the registration opens and closes: all that the invitation lacks. */
async function fillIn({ tab }: OpenTab, closes: Temporal.PlainDate): Promise<void> {
  await settled(tab);
  await tab.getByRole('button', { name: 'Ändra: Inbjudan' }).click();
  const invitation = tab.getByRole('dialog');
  await invitation.getByLabel('Kommundirektörsgruppens adress').fill('kommundirektorer@natverk.example');
  await invitation.getByLabel('Målgruppens adress').fill('hr@natverk.example');
  await invitation.getByRole('button', { name: 'Spara inbjudan' }).click();
  await invitation.waitFor({ state: 'detached' });
  await tab.getByRole('button', { name: 'Ändra: Anmälan' }).click();
  const registration = tab.getByRole('dialog');
  await registration.getByLabel('Anmälan öppnar').fill('2026-06-05');
  await registration.getByLabel('Anmälan stänger').fill(closes.toString());
  await registration.getByRole('button', { name: /^Spara/ }).click();
  await registration.waitFor({ state: 'detached' });
}

import type { ProjectKey } from '../../../domain/ids.ts';
import type { Words } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { handList } from '../../notices/by-hand/queries.ts';
import { noticeLog } from '../../notices/queries.ts';
import { previewOf } from '../../notices/rules.ts';
import { projectOf } from '../../planning/queries.ts';
import { countTakenBack } from '../by-hand/actions.ts';
import { inviteKind } from '../by-hand/types.ts';
import type { Delivery, DeliveryView } from './types.ts';

/** Who sends, and what would follow if it were the other. Null when there is no such project. */
export async function deliveryOf(tools: Tools, key: ProjectKey): Promise<DeliveryView | null> {
  const project = await projectOf(tools, key);
  if (project === null) return null;
  const to: Delivery = project.delivery === 'manual' ? 'graph' : 'manual';
  const { lines, recipients } = to === 'graph' ? await whenToolSends(tools, key) : await whenPersonSends(tools, key);
  const texts = [to, ...lines.map(({ sv }) => sv)];
  return { delivery: project.delivery, change: { to, lines, ...previewOf({ texts, recipients }) } };
}

interface Consequences {
  readonly lines: readonly Words[];
  readonly recipients: readonly string[];
}

async function whenToolSends(tools: Tools, key: ProjectKey): Promise<Consequences> {
  const { waiting } = await handList(tools, key);
  const letters = waiting.filter(({ kind }) => kind !== inviteKind);
  const recipients = letters.flatMap(({ ids }) => ids);
  const files = waiting.length - letters.length;
  const back = await countTakenBack(tools, key);
  return {
    recipients,
    lines: [
      {
        sv: 'Verktyget mejlar och bokar själv från Dalalabs brevlåda. Inget mer behöver skickas för hand.',
        en: 'The tool mails and books by itself from Dalalab’s mailbox. Nothing more has to be sent by hand.',
      },
      ...(recipients.length === 0
        ? []
        : [
            {
              sv: `${recipients.length} mejl som ingen har bockat av går ut efter en kort stund, då de kan stoppas. Bocka först av dem som redan är skickade.`,
              en: `${recipients.length} mails that nobody has ticked go out after a short while, in which they can be stopped. Tick first those that have been sent.`,
            },
          ]),
      ...(files === 0
        ? []
        : [
            {
              sv: `${files} kalenderfiler som ingen har skickat behövs inte längre. Outlook kallar i stället.`,
              en: `${files} calendar files that nobody has sent are no longer needed. Outlook invites instead.`,
            },
          ]),
      ...(back === 0
        ? []
        : [
            {
              sv: `${back} kalenderfiler som har skickats tas tillbaka med ett mejl var, och Outlooks kallelse kommer samtidigt. Ingen får dubbelt.`,
              en: `${back} calendar files that were sent are taken back with a mail each, and Outlook’s invitation comes at the same time. Nobody has two.`,
            },
          ]),
    ],
  };
}

async function whenPersonSends(tools: Tools, key: ProjectKey): Promise<Consequences> {
  const { notices } = await noticeLog(tools, key, 'sv');
  const waiting = notices.filter(({ state, channel }) => state === 'waiting' && channel === 'mail');
  return {
    recipients: waiting.map(({ id }) => id),
    lines: [
      {
        sv: 'Verktyget skickar inga mejl och rör ingen kalender. Allt som ska ut läggs färdigt under ”Att skicka själv”, med text, mottagare och kalenderfil.',
        en: 'The tool sends no mail and touches no calendar. Everything is made ready under “To send yourself”, with text, recipients and calendar file.',
      },
      {
        sv: 'Bokningar som Outlook redan har skickat ligger kvar hos deltagarna. Ändras träffen får du en fil som ändrar samma bokning.',
        en: 'Bookings that Outlook has sent stay with the participants. If a session changes you get a file that changes the same booking.',
      },
      ...(waiting.length === 0
        ? []
        : [
            {
              sv: `${waiting.length} mejl som väntar på att gå ut hamnar hos dig i stället.`,
              en: `${waiting.length} mails that wait to go out come to you instead.`,
            },
          ]),
    ],
  };
}

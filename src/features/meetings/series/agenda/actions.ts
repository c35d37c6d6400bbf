import { AskedToWait, FarSideFault } from '../../../../ports/far-side.ts';
import { localDate, startInstant } from '../../../../domain/local-date.ts';
import type { ProjectKey } from '../../../../domain/ids.ts';
import { languageOf } from '../../../../domain/words.ts';
import type { Tools } from '../../../../tools.ts';
import { queuePost } from '../../../notices/actions.ts';
import type { ProjectHead } from '../../../planning/types.ts';
import { leadOf } from '../../../rooms/booking/queries.ts';
import { agendaLetter } from '../letters/agenda.ts';
import { tellGone } from '../news/actions.ts';
import { markAgenda, seriesOf } from '../store.ts';
import type { Series } from '../types.ts';
import { agendaOf } from './queries.ts';
import type { AgendaCard } from './types.ts';

/**
 * Posts the agenda of a day's meeting in the planning chat, once; by mail to the content lead where there is no chat. Not of
 * a day that somebody has called off in Outlook.
 */
export async function postAgenda(
  tools: Tools,
  order: { readonly project: ProjectHead; readonly series: Series; readonly day: string; readonly card: AgendaCard },
): Promise<void> {
  const { project, series, day, card } = order;
  const { tenantId, projectId } = project;
  const key = { tenantId, projectId };
  const stands = project.delivery === 'manual' ? 'stands' : await lookedUp(tools, project, series, day);
  if (stands === 'gone') return await tellGone(tools, key, series);
  await tools.tx(async (work) => {
    if (!(await markAgenda(work, key, day)) || stands === 'calledOff') return;
    const now = await seriesOf(work, key);
    const agenda = now === null ? null : await agendaOf({ ...tools, db: work.db }, project, now);
    if (agenda === null) return;
    const language = languageOf(project.language);
    const lead = await leadOf(work, project);
    const toLead = { to: { address: lead.email, name: lead.name }, letter: agendaLetter(agenda, language) };
    await queuePost(work, tools, {
      ...key,
      kind: 'planningMeeting.agenda',
      version: `${series.generation} ${day}`,
      place: 'planningChat',
      post: card(agenda, language),
      grace: 'none',
      confirmationId: null,
      ...(lead.email === '' ? {} : { orMail: toLead }),
    });
  });
}

/** An agenda too many does less harm than none: when Outlook cannot be asked, the meeting stands. */
async function lookedUp(
  tools: Tools,
  { timeZone }: ProjectKey & Pick<ProjectHead, 'timeZone'>,
  { event }: Series,
  day: string,
): Promise<'stands' | 'calledOff' | 'gone'> {
  if (event === null || event.eventId === null) return 'stands';
  const date = localDate(day);
  const window = {
    from: startInstant(date, '00:00', timeZone).toString(),
    to: startInstant(date.add({ days: 1 }), '00:00', timeZone).toString(),
  };
  try {
    const found = await tools.meetings.occurrences({ mailbox: event.mailbox, seriesId: event.eventId, ...window });
    if (found === null) return 'gone';
    return found.length === 0 ? 'calledOff' : 'stands';
  } catch (cause) {
    if (cause instanceof AskedToWait || cause instanceof FarSideFault) return 'stands';
    throw cause;
  }
}

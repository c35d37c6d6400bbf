import type { ProjectKey } from '../../../domain/ids.ts';
import { localDateOf, localTimeOf } from '../../../domain/local-date.ts';
import { inBoth } from '../../../domain/swedish-text.ts';
import { languageOf, type Words } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { peopleOf, projectOf, rolesOf, sessionsOf, venuesOf } from '../../planning/queries.ts';
import { invitedRoles } from '../../planning/rules.ts';
import type { Project, Venue } from '../../planning/types.ts';
import { leadOf } from '../../rooms/booking/queries.ts';
import { seriesHtml, seriesSubject, whenText, type SeriesBody } from './letters/words.ts';
import { attendeesOf, firstDay, leftOut, recurrenceOf, daysOf, seriesDays } from './rules.ts';
import { seriesOf } from './store.ts';
import type { SeriesOrder, SeriesPlace, SeriesView, WantedSeries } from './types.ts';

type Reader = Pick<Tools, 'db'>;

/** What somebody sees of the planning group's own meetings. */
export async function seriesView(tools: Pick<Tools, 'db' | 'clock'>, key: ProjectKey): Promise<SeriesView | null> {
  const project = await projectOf(tools, key);
  if (project === null) return null;
  const [series, sessions, venues] = await Promise.all([
    seriesOf(tools, key),
    sessionsOf(tools, key),
    venuesOf(tools, key),
  ]);
  const today = localDateOf(tools.clock.now(), project.timeZone).toString();
  const now = `${today}T${localTimeOf(tools.clock.now(), project.timeZone)}`;
  const rooms = venues.map(({ id, name, roomMailbox }) => ({ venueId: id, name, hasMailbox: roomMailbox !== null }));
  if (series === null || series.endedAt !== null) return { today, series: null, rooms };
  const { wish, setBy, event, problem, held } = series;
  return {
    today,
    rooms,
    series: {
      wish,
      when: inBoth((language) => whenText(wish, language)),
      place: placeWords(wish.place, venues),
      setBy,
      joinUrl: event?.joinUrl ?? null,
      days: seriesDays(wish, sessions).filter(({ date }) => `${date}T${wish.endTime}` > now),
      room: event?.room ?? null,
      problem,
      isWaiting: problem === null && (event?.eventId ?? null) === null && held.length === 0,
    },
  };
}

export function placeWords(place: SeriesPlace, venues: readonly Venue[]): Words {
  if (place.kind === 'teams') return { sv: 'Teams', en: 'Teams' };
  const name = place.kind === 'other' ? place.text : (venues.find(({ id }) => id === place.venueId)?.name ?? '–');
  return { sv: name, en: name };
}

export interface SeriesFacts {
  readonly project: Project;
  readonly wanted: WantedSeries;
  readonly people: readonly { readonly address: string; readonly name: string }[];
  readonly body: SeriesBody;
  readonly venue: Venue | null;
}

/** What Outlook is to hold of a series that somebody wants, read now. */
export async function seriesFacts(
  tools: Reader & Pick<Tools, 'settings'>,
  key: ProjectKey,
  order: SeriesOrder,
): Promise<SeriesFacts | null> {
  const project = await projectOf(tools, key);
  if (project === null) return null;
  const [people, roles, venues, lead] = await Promise.all([
    peopleOf(tools, key),
    rolesOf(tools, key),
    venuesOf(tools, key),
    leadOf(tools, key),
  ]);
  const language = languageOf(project.language);
  const holders = new Set(roles.filter(({ role }) => invitedRoles.includes(role)).map(({ personId }) => personId));
  const group = people
    .filter(({ id }) => holders.has(id))
    .map(({ email, displayName }) => ({ address: email, name: displayName }));
  const { place } = order;
  const venue = place.kind === 'room' ? (venues.find(({ id }) => id === place.venueId) ?? null) : null;
  const mailbox = project.organiserMailbox ?? tools.settings.organiserMailbox;
  const room = venue?.roomMailbox == null ? null : { address: venue.roomMailbox, name: venue.name };
  const body: SeriesBody = {
    projectTitle: project.title,
    lead: lead.name,
    postsAgenda: order.agenda !== 'none',
    url: `${tools.settings.publicUrl}/tab/planering/uppgifter?projekt=${encodeURIComponent(key.projectId)}`,
  };
  const first = firstDay(order).toString();
  const recurrence = recurrenceOf(order);
  return {
    project,
    people: group,
    body,
    venue,
    wanted: {
      mailbox,
      timeZone: project.timeZone,
      subject: seriesSubject(project.title, language),
      html: seriesHtml(body, language),
      start: `${first}T${order.startTime}:00`,
      end: `${first}T${order.endTime}:00`,
      recurrence,
      place: {
        displayName: placeWords(place, venues)[language],
        ...(room === null ? {} : { mailbox: room.address }),
      },
      isOnline: place.kind === 'teams',
      attendees: attendeesOf(group, { organiser: mailbox, room }),
      leftOut: daysOf(recurrence)
        .filter((day) => leftOut(day) !== null)
        .map(String),
    },
  };
}

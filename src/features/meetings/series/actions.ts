import { localDateOf } from '../../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import { capitalised, inBoth } from '../../../domain/swedish-text.ts';
import { languageOf, type Words } from '../../../domain/words.ts';
import type { Tools, Work } from '../../../tools.ts';
import { recordConfirmation } from '../../notices/actions.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import { previewOf, samePreview } from '../../notices/rules.ts';
import type { Preview } from '../../notices/types.ts';
import { projectOf, sessionsOf, venuesOf } from '../../planning/queries.ts';
import { seriesEnded, seriesParts, spanText, whenText } from './letters/words.ts';
import { placeWords, seriesFacts, type SeriesFacts } from './queries.ts';
import { faultIn, fromNowOn, seriesDays } from './rules.ts';
import { changeSeries, saveOrder, seriesOf } from './store.ts';
import type { Series, SeriesOrder, SeriesPreview, SeriesRefusal } from './types.ts';

type Needs = Pick<Tools, 'db' | 'clock' | 'settings'>;

interface Planned {
  readonly preview: SeriesPreview;
  readonly facts: SeriesFacts;
  readonly series: Series | null;
  /** The order with its first day worked out. */
  readonly order: SeriesOrder;
}

/** Which days the planning group would meet, who would be told and with which words. Changes nothing. */
export async function previewSeries(
  tools: Needs,
  actor: Actor,
  order: SeriesOrder,
): Promise<Outcome<SeriesPreview, SeriesRefusal>> {
  const planned = await plan(tools, actor, order);
  return planned.ok ? done(planned.value.preview) : planned;
}

async function plan(tools: Needs, actor: Actor, wish: SeriesOrder): Promise<Outcome<Planned, SeriesRefusal>> {
  const project = await projectOf(tools, actor);
  if (project === null) return refused('noProject');
  if (project.state !== 'active') return refused('dormant');
  const now = tools.clock.now();
  const order = fromNowOn(wish, now, project.timeZone);
  const fault = faultIn(order, localDateOf(now, project.timeZone));
  if (fault !== undefined) return fault;
  const facts = await seriesFacts(tools, actor, order);
  if (facts === null) return refused('noProject');
  if (order.place.kind === 'room' && facts.venue === null) return refused('noVenue');
  if (facts.people.length === 0) return refused('nobody');
  const series = await seriesOf(tools, actor);
  const act = series === null || series.endedAt !== null || series.problem === 'gone' ? 'start' : 'change';
  return done({ facts, series, order, preview: await previewIn(tools, { facts, order, act }) });
}

async function previewIn(
  tools: Needs,
  {
    facts,
    order,
    act,
  }: { readonly facts: SeriesFacts; readonly order: SeriesOrder; readonly act: SeriesPreview['act'] },
): Promise<SeriesPreview> {
  const { project, wanted, people, body, venue } = facts;
  const language = languageOf(project.language);
  const [sessions, venues] = await Promise.all([sessionsOf(tools, project), venuesOf(tools, project)]);
  const today = localDateOf(tools.clock.now(), project.timeZone).toString();
  const days = seriesDays(order, sessions).filter(({ date }) => date >= today);
  const when = inBoth((one) => `${whenText(order, one)}, ${spanText(order, one)}`);
  const place = placeWords(order.place, venues);
  const isEnd = act === 'end';
  const text = isEnd
    ? seriesEnded(language)
    : [`${capitalised(when[language])}. ${place[language]}.`, ...seriesParts(body, language)].join('\n\n');
  const remarks: Words[] = isEnd
    ? []
    : [
        ...(venue !== null && venue.roomMailbox === null
          ? [
              {
                sv: `${venue.name} har ingen egen kalender. Boka den själv.`,
                en: `${venue.name} has no calendar of its own. Book it yourself.`,
              },
            ]
          : []),
      ];
  return {
    ...previewOf({
      texts: [act, wanted.subject, text, ...days.map(({ date, leftOut }) => `${date} ${leftOut === null}`)],
      recipients: people.map(({ address }) => address),
    }),
    act,
    names: people.map(({ name }) => name),
    when,
    place,
    days,
    remarks,
    subject: wanted.subject,
    text,
  };
}

/** Books what was seen: one series in Outlook, or a change of the one that stands. */
export async function setSeries(
  tools: Tools,
  actor: Actor,
  { confirm, ...wish }: SeriesOrder & { readonly confirm: Preview },
): Promise<Outcome<SeriesPreview, SeriesRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<SeriesPreview, SeriesRefusal>> => {
    const planned = await plan({ ...tools, db: work.db }, actor, wish);
    if (!planned.ok) return planned;
    const { preview, order } = planned.value;
    if (!samePreview(preview, confirm)) return refused('previewChanged');
    const at = new Date(tools.clock.now().epochMilliseconds);
    await saveOrder(work, actor, { wish: order, by: actor.name, at, startsAnew: preview.act === 'start' });
    await noted(work, tools, actor, preview);
    return done(preview);
  });
}

/** What calling the series off would do. Changes nothing. */
export async function previewEnd(tools: Needs, actor: Actor): Promise<Outcome<SeriesPreview, SeriesRefusal>> {
  const series = await seriesOf(tools, actor);
  if (series === null || series.endedAt !== null) return refused('noSeries');
  const facts = await seriesFacts(tools, actor, series.wish);
  if (facts === null) return refused('noProject');
  return done(await previewIn(tools, { facts, order: series.wish, act: 'end' }));
}

export async function endSeries(
  tools: Tools,
  actor: Actor,
  confirm: Preview,
): Promise<Outcome<SeriesPreview, SeriesRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<SeriesPreview, SeriesRefusal>> => {
    const planned = await previewEnd({ ...tools, db: work.db }, actor);
    if (!planned.ok) return planned;
    if (!samePreview(planned.value, confirm)) return refused('previewChanged');
    await changeSeries(work, actor, { endedAt: new Date(tools.clock.now().epochMilliseconds) });
    await noted(work, tools, actor, planned.value);
    return planned;
  });
}

async function noted(work: Work, tools: Tools, actor: Actor, preview: SeriesPreview): Promise<void> {
  const { tenantId, projectId } = actor;
  const by = { personId: actor.personId, name: actor.name };
  const act = `planningMeetings.${preview.act}`;
  await recordConfirmation(work, tools, { tenantId, projectId, act, preview, by });
  await recordAct(work, tools, actor, { by, act, details: { recipients: preview.recipientCount } });
  await work.enqueue('meetings.reconcile', { tenantId, projectId });
}

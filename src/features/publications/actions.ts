import { localDateOf } from '../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import type { Tools } from '../../tools.ts';
import { auditedBy, writeAudit } from '../planning/audit/actions.ts';
import { noteMilestone } from '../planning/guidance/actions.ts';
import { projectOf } from '../planning/queries.ts';
import { publicationsOf } from './queries.ts';
import { checkedTick } from './rules.ts';
import { putPublication } from './store.ts';
import type { Channel, Publication, PublicationRefusal, Published, Tick } from './types.ts';

/** What stood before, so that it can be put back. */
interface Before {
  readonly published: Published | null;
}

/** COM-01…COM-04: says on which day something was published and where, or takes that back. */
export async function tickPublication(
  tools: Tools,
  actor: Actor,
  channel: Channel,
  tick: Tick | null,
): Promise<Outcome<Before, PublicationRefusal>> {
  const before = await publicationIn(tools, actor, channel);
  const project = await projectOf(tools, actor);
  if (before === undefined || project === null) return refused('noProject');
  const today = localDateOf(tools.clock.now(), project.timeZone);
  const checked = tick === null ? done(null) : checkedTick(channel, tick, today);
  if (!checked.ok) return checked;
  const published = checked.value;
  await tools.tx(async (work) => {
    await noteMilestone(work, tools, actor, { name: channel, on: published?.on ?? null, timeZone: project.timeZone });
    await putPublication(work, actor, channel, { url: published?.url ?? null });
  });
  return done({ published: before.published });
}

/** Keeps a text of one's own, or with an empty one goes back to the project's. Answers the text that stood before. */
export async function writePublication(
  tools: Tools,
  actor: Actor,
  channel: Channel,
  text: string,
): Promise<Outcome<{ readonly text: string }, PublicationRefusal>> {
  const before = await publicationIn(tools, actor, channel);
  if (before === undefined) return refused('noProject');
  const own = text.trim() === '' || text.trim() === before.standard.trim() ? null : text.trim();
  await tools.tx(async (work) => {
    await putPublication(work, actor, channel, { own_text: own });
    await writeAudit(work, tools, { ...auditedBy(actor), act: 'publication.text', subject: channel });
  });
  return done({ text: before.isOwn ? before.text : '' });
}

async function publicationIn(tools: Tools, actor: Actor, channel: Channel): Promise<Publication | undefined> {
  const view = await publicationsOf(tools, actor);
  return view?.publications.find((one) => one.channel === channel);
}

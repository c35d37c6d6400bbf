import { localDate } from '../../src/domain/local-date.ts';
import { dayMonth, listText } from '../../src/domain/swedish-text.ts';
import { leadAskedLetter } from '../../src/features/conversations/letters/lead-asked.ts';
import { queuePost } from '../../src/features/notices/actions.ts';
import { peopleOf, personOf, rolesOf, sessionsOf } from '../../src/features/planning/queries.ts';
import { resultCard } from '../cards/confirm.ts';
import { leadAskedCard } from '../cards/lead.ts';
import { commandTitles, type CommandId } from '../command-ids.ts';
import { say, showAll, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';

/**
 * Asks the content lead, in their own chat with the bot, for somebody who may not. Only what the bot
 * itself can put in words is passed on, so that the button cannot carry a message of anybody's making. The lead's card
 * has a button that shows what it would mean; nothing is done by asking. A lead without the bot gets a mail.
 */
export async function askLead(turn: Turn, command: CommandId): Promise<Reply> {
  const { tools, actor, project, language } = turn;
  const words = wording[language];
  const holder = (await rolesOf(tools, project)).find(({ role }) => role === 'contentLead');
  const lead = holder === undefined ? null : await personOf(tools, project, holder.personId);
  if (lead === null) return say(words.askedNobody);
  const title = commandTitles[command][language];
  const about = await aboutText(turn);
  const url = turn.tabUrl(command === 'participant.remove' ? 'participants' : 'planning');
  const { card, summary } = leadAskedCard(
    {
      projectId: project.projectId,
      command,
      text: turn.text,
      line: words.askFor(actor.name, about === '' ? title : `${title} (${about})`, project.title),
      url,
    },
    language,
  );
  const queued = await tools.tx((work) =>
    queuePost(work, tools, {
      tenantId: project.tenantId,
      projectId: project.projectId,
      kind: 'bot.leadAsked',
      personId: lead.id,
      // The same wish from the same person is passed on once a minute at most.
      version: `${actor.personId ?? ''}:${command}:${about}:${tools.clock.now().toString({ smallestUnit: 'minute' })}`,
      place: 'personalChat',
      post: { card, summary },
      orMail: {
        to: { address: lead.email, name: lead.displayName },
        letter: leadAskedLetter(
          { givenName: lead.givenName, by: actor.name, what: title, projectTitle: project.title, url },
          language,
        ),
      },
      grace: 'none',
      confirmationId: null,
    }),
  );
  if (queued === 'dormant') return say(words.askedNobody);
  return showAll(resultCard({ title: words.asked(lead.givenName), lines: [title] }, language));
}

/** The session, day or person that it is about. The lead's own chat is private, so a name may stand there. */
async function aboutText({ tools, project, entities, language }: Turn): Promise<string> {
  const [sessions, people] = await Promise.all([sessionsOf(tools, project), peopleOf(tools, project)]);
  const named = sessions.filter(({ id }) => entities.sessionIds.includes(id));
  const days = entities.dates.flatMap((one) =>
    one.kind === 'day' ? [dayMonth(localDate(one.date.toString()), language)] : [],
  );
  return [
    ...named.map(({ number }) => wording[language].sessionName(number).toLowerCase()),
    ...days.slice(0, 1),
    listText(
      people.filter(({ id }) => entities.personIds.includes(id)).map(({ displayName }) => displayName),
      language,
    ),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

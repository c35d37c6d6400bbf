import { localDate } from '../../src/domain/local-date.ts';
import { may } from '../../src/domain/policy.ts';
import { dayMonth } from '../../src/domain/swedish-text.ts';
import { say as sayIn } from '../../src/domain/words.ts';
import { tickPublication } from '../../src/features/publications/actions.ts';
import { publicationsOf } from '../../src/features/publications/queries.ts';
import { publicationRefusals, type Channel, type Publication } from '../../src/features/publications/types.ts';
import { mayNotCard } from '../cards/plain.ts';
import { publicationCard, publicationsCard } from '../cards/publications.ts';
import { say, show, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { mediumWords, publicationTalk } from '../wording/publications.ts';

type Medium = keyof typeof mediumWords;

/** What each medium carries, in order of time. */
const mediums: Readonly<Record<Medium, { readonly said: RegExp; readonly channels: readonly Channel[] }>> = {
  web: { said: /webb|\bweb\b|website|hemsida/i, channels: ['publishedWeb', 'summaryWeb'] },
  newsletter: { said: /nyhetsbrev|newsletter/i, channels: ['publishedNewsletter', 'summaryNewsletter'] },
  linkedIn: { said: /linked ?in/i, channels: ['publishedLinkedIn'] },
};

const isNot = /\b(?:inte|not|ej)\b/i;
const isDone = /\b(?:publicera[dt]|publicerade|utlagd|upplagd|ligger ute|published)\b/i;
const address = /https?:\/\/[^\s<>"]+/i;

/**
 * "Texter": what is to be published. "Text till nyhetsbrevet": the words. "Publicerat på webben https://…" ticks it off, and
 * "inte publicerat på webben" takes that back.
 */
export const publicationCommand: Command = {
  id: 'publication.show',
  act: 'plan.view',
  where: 'planning',
  utterances: { sv: ['text till nyhetsbrevet'], en: ['text for the newsletter'] },
  ways: [
    '=texter|=texterna|webbtext|pressmeddelande|=texts',
    '=text|=texten + nyhetsbrev|=webben|webbsida|linkedin|newsletter|=web|website',
    'publicerat|publicerad|publicerade|=publicera|=publish|published|ligger_ute + nyhetsbrev|=webben|webbsida|hemsida|linkedin|newsletter|=web|website|texter|texterna',
    '^^linkedin|^^nyhetsbrev|^^newsletter',
  ],
  async run(turn) {
    const { tools, project, language } = turn;
    const view = await publicationsOf(tools, project);
    if (view === null) return say(wording[language].stale);
    const url = turn.tabUrl('notices', { below: 'texter' });
    // The name of the medium is looked for beside the address, which may well hold it.
    const words = turn.text.replace(address, ' ');
    const medium = (Object.keys(mediums) as Medium[]).find((one) => mediums[one].said.test(words));
    if (medium === undefined) return show(publicationsCard(view.publications, url, language));
    const carried = view.publications.filter(({ channel }) => mediums[medium].channels.includes(channel));
    if (!isDone.test(words)) return show(publicationCard(nextOf(carried), url, language));
    if (!may(turn.actor.roles, 'plan.edit'))
      return show(mayNotCard({ projectId: project.projectId, command: 'publication.show', text: turn.text }, language));
    return isNot.test(words) ? await untick(turn, carried) : await tick(turn, carried, medium);
  },
};

/** The first that waits and is of use now; else the last. */
function nextOf(carried: readonly Publication[]): Publication {
  const found = carried.find(({ state }) => state === 'now' || state === 'late') ?? carried.at(-1);
  if (found === undefined) throw new Error('a medium without anything to publish');
  return found;
}

async function tick(turn: Turn, carried: readonly Publication[], medium: Medium): Promise<Reply> {
  const { tools, actor, language } = turn;
  const words = publicationTalk[language];
  // What is said again is about the latest that is published, never about what has not come yet.
  const one =
    carried.find(({ state }) => state === 'now' || state === 'late') ??
    carried.findLast(({ published }) => published !== null);
  if (one === undefined) return say(words.tooEarly(nextOf(carried).name[language]));
  const url = address.exec(turn.text)?.[0].replace(/[.,;)]+$/, '') ?? null;
  const ticked = await tickPublication(tools, actor, one.channel, { url });
  if (!ticked.ok) return say(sayIn(publicationRefusals[ticked.reason], language, ticked.details));
  const after = await publicationsOf(tools, actor);
  const on = after?.publications.find(({ channel }) => channel === one.channel)?.published?.on;
  const day = on === undefined ? '' : dayMonth(localDate(on), language);
  return say(`${words.ticked(one.name[language], day)} ${words.wrong(mediumWords[medium][language])}`);
}

async function untick(turn: Turn, carried: readonly Publication[]): Promise<Reply> {
  const { tools, actor, language } = turn;
  const words = publicationTalk[language];
  const one = carried.findLast(({ published }) => published !== null);
  if (one === undefined) return say(words.notTicked(nextOf(carried).name[language]));
  const unticked = await tickPublication(tools, actor, one.channel, null);
  if (!unticked.ok) return say(sayIn(publicationRefusals[unticked.reason], language, unticked.details));
  return say(words.unticked(one.name[language]));
}

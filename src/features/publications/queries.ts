import { localDate, readLocalDate } from '../../domain/local-date.ts';
import type { ProjectKey } from '../../domain/ids.ts';
import { textDate } from '../../domain/swedish-text.ts';
import { languageOf, type Language } from '../../domain/words.ts';
import { evaluate, type Evaluation } from '../../guideline/evaluate.ts';
import type { Publication as PublishedFact, Publications } from '../../guideline/facts.ts';
import { firstSessionDate, lastSessionDate } from '../../guideline/session-dates.ts';
import type { Tools } from '../../tools.ts';
import { invitationFacts } from '../mailings/invitation/queries.ts';
import { sourcesOf } from '../mailings/sources/queries.ts';
import type { Sources } from '../mailings/sources/types.ts';
import { publicationText, type PublicationFacts } from './letters/texts.ts';
import { channelPlans, participatingLine, stateOf } from './rules.ts';
import { publicationRows, type StoredPublication } from './store.ts';
import { channels, type Channel, type Publication, type PublicationsView, type Published } from './types.ts';

type Needs = Pick<Tools, 'db' | 'clock' | 'settings'>;

const factNames: Readonly<Record<Channel, keyof Publications>> = {
  publishedWeb: 'web',
  publishedNewsletter: 'newsletter',
  publishedLinkedIn: 'linkedIn',
  summaryWeb: 'summaryWeb',
  summaryNewsletter: 'summaryNewsletter',
};

/** COM-01…COM-04: everything to publish with its words and its state; null when the tenant has no such project. */
export async function publicationsOf(tools: Needs, key: ProjectKey): Promise<PublicationsView | null> {
  const sources = await sourcesOf(tools, key);
  if (sources === null) return null;
  const stored = await publicationRows(tools, key);
  const language = languageOf(sources.project.language);
  const facts = factsFor(sources, language);
  const rules = evaluate(sources.facts, sources.ruleSet);
  return {
    today: sources.today.toString(),
    language,
    publications: channels.map((channel) => publicationOf(channel, { sources, rules, stored, facts, language })),
  };
}

interface Known {
  readonly sources: Sources;
  readonly rules: readonly Evaluation[];
  readonly stored: readonly StoredPublication[];
  readonly facts: PublicationFacts;
  readonly language: Language;
}

function publicationOf(channel: Channel, { sources, rules, stored, facts, language }: Known): Publication {
  const plan = channelPlans[channel];
  const row = stored.find((one) => one.channel === channel);
  const standard = publicationText(channel, facts, language);
  const published = publishedIn(sources, channel);
  const rule = rules.find(({ ruleId }) => ruleId === plan.ruleId);
  const due = rule?.due === undefined ? undefined : localDate(rule.due.toString());
  return {
    channel,
    name: plan.name,
    how: plan.how,
    text: row?.ownText ?? standard,
    isOwn: row?.ownText != null,
    standard,
    needsUrl: plan.needsUrl,
    published,
    due: due?.toString() ?? null,
    wiseDue: rule?.wiseDue?.toString() ?? null,
    state: stateOf(channel, published, {
      today: sources.today,
      due,
      begins: firstSessionDate(sources.facts),
      ends: lastSessionDate(sources.facts),
    }),
    ruleId: plan.ruleId,
  };
}

function publishedIn({ facts }: Pick<Sources, 'facts'>, channel: Channel): Published | null {
  const fact: PublishedFact | undefined = facts.publications[factNames[channel]];
  return fact === undefined ? null : { on: fact.on.toString(), url: fact.url ?? null };
}

function factsFor(sources: Sources, language: Language): PublicationFacts {
  const invitation = invitationFacts(sources, language);
  const { project, facts, sessions, venues, registrations } = sources;
  const confirmed = registrations.participants.filter(({ state }) => state === 'confirmed');
  const taking = new Set(confirmed.map(({ organisationId }) => organisationId));
  const first = sessions[0];
  const dalating = readLocalDate(facts.dalating?.toString() ?? '');
  return {
    ...invitation,
    title: project.title,
    city: venues.find(({ id }) => id === first?.venueId)?.city || '…',
    sessionCount: new Set(sessions.map(({ number }) => number)).size,
    participants: confirmed.length,
    organisations: taking.size,
    who: participatingLine(
      sources.organisations.filter(({ id }) => taking.has(id)),
      language,
    ),
    dalating: dalating === undefined ? null : textDate(dalating, language),
    summaryUrl: publishedIn(sources, 'summaryWeb')?.url ?? null,
  };
}

import { Button } from '@fluentui/react-components';
import { ArrowDownload20Regular, ClipboardPaste20Regular, Print20Regular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import type { Participant, ParticipantList } from '../../../src/features/registration/types.ts';
import { download, useRead } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { DisposedNote } from '../../parts/disposed-note.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { Figure, Section } from '../../parts/section.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useMay, usePath, useProject } from '../../project.tsx';
import { list as listWords, participants as words } from '../../wording/participants.ts';
import { AnswerCounts } from './answers.tsx';
import { DeclinedSection } from './declined.tsx';
import { ClosingSection } from './closing.tsx';
import { chosenOf, Filters, noFilter, type Filter } from './filters.tsx';
import { ListWindow } from './list-window.tsx';
import { PersonWindow } from './person-window.tsx';
import { QuotasSection } from './quotas.tsx';
import { ReachSection } from './reach.tsx';
import { RequestsSection } from './requests.tsx';
import { Roll } from './roll.tsx';

/** Deltagare: who is coming, from where, what they answered and whether they came. */
export function ParticipantsPage() {
  const path = usePath();
  const query = useRead<ParticipantList>(path('/participants'));
  return <Answered query={query}>{(list) => <Page list={list} />}</Answered>;
}

function Page({ list }: { list: ParticipantList }) {
  const say = useSay();
  const { counts } = list;
  return (
    <div className="stack">
      <DisposedNote of={['contacts', 'participantList', 'attendance']} />
      <dl className="figures figures-large no-print">
        <Figure value={counts.confirmed} of={counts.maxTotal ?? undefined} label={say(words.confirmed)} />
        <Figure value={counts.waitingList} label={say(words.waiting)} />
        <Figure value={counts.lateRequests} label={say(words.late)} />
        <Figure value={counts.silentMunicipalities.length} label={say(words.silent)} />
      </dl>
      <ClosingSection />
      <RequestsSection list={list} />
      <DeclinedSection list={list} />
      {list.participants.length === 0 ? <Nobody list={list} /> : <ListSection list={list} />}
      <QuotasSection list={list} />
      <ReachSection list={list} />
    </div>
  );
}

function Nobody({ list }: { list: ParticipantList }) {
  const texts = {
    dormant: words.emptyDormant,
    notOpen: words.emptyNotOpen,
    undecided: words.emptyUndecided,
    open: words.emptyOpen,
    closed: words.emptyClosed,
  };
  return (
    <Empty title={words.emptyTitle} text={texts[list.phase]}>
      <ReadListButton />
    </Empty>
  );
}

function ListSection({ list }: { list: ParticipantList }) {
  const say = useSay();
  const { plan } = useProject();
  const search = useSearch();
  const [filter, setFilter] = useState<Filter>(() => firstFilter(list, search));
  const [shownPerson, setShownPerson] = useState<string>();
  const people = useMemo(() => chosenOf(list.participants, filter), [list, filter]);
  const person = list.participants.find(({ id }) => id === shownPerson);
  return (
    <Section id="lista" title={say(words.list)} acts={<ListActs />}>
      <p className="print-only">{plan.project.title}</p>
      <AnswerCounts list={list} />
      <Filters list={list} filter={filter} onChange={setFilter} />
      <p className="quiet no-print" role="status">
        {say(words.shown, { n: people.length, total: list.participants.length })}
      </p>
      {people.length === 0 ? (
        <div className="empty-small">
          <p>{say(words.noMatch)}</p>
          <Button onClick={() => setFilter(noFilter)}>{say(words.clear)}</Button>
        </div>
      ) : (
        <Roll
          people={people}
          sessions={list.sessions}
          sessionId={filter.sessionId}
          onOpen={({ id }: Participant) => setShownPerson(id)}
        />
      )}
      {person !== undefined && (
        <PersonWindow
          person={person}
          reach={list.reach[person.accountType]}
          sessions={list.sessions}
          onClose={() => setShownPerson(undefined)}
        />
      )}
    </Section>
  );
}

/** A link to the page can name the session whose answers and presence it is about. */
function firstFilter(list: ParticipantList, search: string): Filter {
  const wanted = new URLSearchParams(search).get('traff');
  return { ...noFilter, sessionId: list.sessions.find(({ id }) => id === wanted)?.id ?? '' };
}

/** A list that was kept in Forms or Excel before the tool. */
function ReadListButton() {
  const say = useSay();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!may('participants.edit')) return null;
  return (
    <>
      <Button icon={<ClipboardPaste20Regular />} onClick={() => setOpen(true)}>
        {say(listWords.open)}
      </Button>
      {isOpen && <ListWindow onClose={() => setOpen(false)} />}
    </>
  );
}

function ListActs() {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const messages = useMessages();
  const [isBusy, setBusy] = useState(false);
  async function fetchFile(kind: 'xlsx' | 'csv') {
    setBusy(true);
    try {
      await download(path(`/participants.${kind}`), `deltagare.${kind}`);
      messages.done(say(words.exported));
    } catch (cause) {
      messages.failed(cause);
    } finally {
      setBusy(false);
    }
  }
  return (
    <span className="actions no-print">
      <ReadListButton />
      {may('participants.export') && (
        <>
          <Button
            icon={<ArrowDownload20Regular />}
            disabled={isBusy}
            aria-label={`${say(words.export)}: ${say(words.excel)}`}
            onClick={() => void fetchFile('xlsx')}
          >
            {say(words.excel)}
          </Button>
          <Button
            icon={<ArrowDownload20Regular />}
            disabled={isBusy}
            aria-label={`${say(words.export)}: ${say(words.csv)}`}
            onClick={() => void fetchFile('csv')}
          >
            {say(words.csv)}
          </Button>
        </>
      )}
      <Button icon={<Print20Regular />} onClick={() => window.print()}>
        {say(words.print)}
      </Button>
    </span>
  );
}

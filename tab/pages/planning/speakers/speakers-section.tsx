import { Button, Link, Select } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type {
  SpeakerState,
  SpeakerStatus,
  SpeakersView,
  SpeakerView,
} from '../../../../src/features/speakers/types.ts';
import { call, useAct, useRead } from '../../../api.ts';
import { dayMonth, listDate, timeRange } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { LookAtLinks } from '../../../parts/link-look.tsx';
import { useMessages } from '../../../parts/messages.tsx';
import { Section } from '../../../parts/section.tsx';
import { Answered } from '../../../parts/states.tsx';
import { Remark, Status, type Tone } from '../../../parts/status.tsx';
import { useDone } from '../../../parts/undo.ts';
import { useMay, usePath } from '../../../project.tsx';
import { project } from '../../../wording/project.ts';
import { shell } from '../../../wording/shell.ts';
import { questionStates, speakerKinds, speakers as words, speakerStates } from '../../../wording/speakers.ts';

// Fetched when they are opened: most who look at the list change nothing.
const AskSpeakerWindow = lazy(async () => ({ default: (await import('./ask-window.tsx')).AskSpeakerWindow }));
const SpeakerWindow = lazy(async () => ({ default: (await import('./speaker-window.tsx')).SpeakerWindow }));

/** ROL-01: who takes part, how far it has come with each, and what to do now. */
export function SpeakersSection() {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const query = useRead<SpeakersView>(path('/speakers'));
  const hasLinks = query.data?.speakers.some(({ links }) => links.length > 0) === true;
  const lookingAt = hasLinks && may('speakers.edit') ? path('/speakers/links') : null;
  const [opened, setOpened] = useState<SpeakerView | 'new'>();
  const [asked, setAsked] = useState<SpeakerView>();
  return (
    <Section
      id="medverkande"
      title={say(words.title)}
      intro={say(words.intro)}
      acts={
        may('speakers.edit') && (
          <Button icon={<Add20Regular />} onClick={() => setOpened('new')}>
            {say(words.add)}
          </Button>
        )
      }
    >
      <Answered query={query}>
        {({ speakers }) =>
          speakers.length === 0 ? (
            <p className="quiet">{say(words.none)}</p>
          ) : (
            <>
              <p>
                {say(words.ready, {
                  yes: speakers.filter(({ status }) => status === 'confirmed').length,
                  all: speakers.length,
                })}
              </p>
              <LookAtLinks
                key={speakers.flatMap(({ links }) => links.map(({ url }) => url)).join(' ')}
                at={lookingAt}
              />
              <ul className="rows">
                {speakers.map((speaker) => (
                  <SpeakerRow
                    key={speaker.id}
                    speaker={speaker}
                    onEdit={() => setOpened(speaker)}
                    onAsk={() => setAsked(speaker)}
                  />
                ))}
              </ul>
            </>
          )
        }
      </Answered>
      <Suspense fallback={null}>
        {opened !== undefined && (
          <SpeakerWindow speaker={opened === 'new' ? undefined : opened} onClose={() => setOpened(undefined)} />
        )}
        {asked !== undefined && <AskSpeakerWindow speaker={asked} onClose={() => setAsked(undefined)} />}
      </Suspense>
    </Section>
  );
}

interface RowProps {
  readonly speaker: SpeakerView;
  readonly onEdit: () => void;
  readonly onAsk: () => void;
}

function SpeakerRow({ speaker, onEdit, onAsk }: RowProps) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const { displayName: name, needs, isLate, letter, whyNoQuestion, status } = speaker;
  const problem = letter === null ? undefined : questionStates[letter];
  return (
    <li className="row speaker-row">
      <div className="row-text">
        <p className="row-title">{name}</p>
        <p className="quiet">{aboutOf(speaker, say)}</p>
        <Talks speaker={speaker} />
        <Links links={speaker.links} />
        <p className="quiet">{historyOf(speaker, language, say)}</p>
        {needs.map((need) => (
          <Remark key={need.sv} tone={isLate ? 'warning' : 'next'}>
            {need[language]}
          </Remark>
        ))}
        {problem !== undefined && <Status tone={letter === 'waiting' ? 'waiting' : 'warning'}>{say(problem)}</Status>}
        {status === 'confirmed' && <Consent consent={speaker.slidesConsent} />}
      </div>
      <div className="speaker-acts">
        {may('speakers.edit') ? (
          <StatusChoice speaker={speaker} />
        ) : (
          <Status tone={tones[status]}>{say(speakerStates[status])}</Status>
        )}
        {may('notices.send') && whyNoQuestion === null && (
          <Button
            appearance={status === 'idea' ? 'primary' : 'secondary'}
            aria-label={say(status === 'idea' ? words.askOf : words.remindOf, { name })}
            onClick={onAsk}
          >
            {say(status === 'idea' ? words.ask : words.remind)}
          </Button>
        )}
        {may('speakers.edit') && (
          <Button aria-label={say(words.editOf, { name })} onClick={onEdit}>
            {say(words.edit)}
          </Button>
        )}
      </div>
    </li>
  );
}

const tones: Readonly<Record<SpeakerStatus, Tone>> = {
  idea: 'later',
  asked: 'waiting',
  tentative: 'waiting',
  confirmed: 'done',
  declined: 'no',
};

function StatusChoice({ speaker }: { speaker: SpeakerView }) {
  const say = useSay();
  const path = usePath()(`/speakers/${encodeURIComponent(speaker.id)}/status`);
  const messages = useMessages();
  const tell = useDone();
  const put = (body: SpeakerState | Pick<SpeakerState, 'status'>) => call<SpeakerState>(path, { method: 'PUT', body });
  const change = useAct((status: SpeakerStatus) => put({ status }));
  const { displayName: name } = speaker;
  const choose = (status: SpeakerStatus) =>
    void change
      .run(status)
      .then(
        (before) => tell(say(words.statusSaved, { name, status: say(speakerStates[status]) }), () => put(before)),
        messages.failed,
      );
  return (
    <Select
      aria-label={say(words.statusOf, { name })}
      value={speaker.status}
      disabled={change.isBusy}
      onChange={(_event, { value }) => isStatus(value) && choose(value)}
    >
      {Object.entries(speakerStates).map(([status, text]) => (
        <option key={status} value={status}>
          {say(text)}
        </option>
      ))}
    </Select>
  );
}

function isStatus(value: string): value is SpeakerStatus {
  return value in speakerStates;
}

type Say = ReturnType<typeof useSay>;

function aboutOf({ title, organisationName, topic, kind, mode, talks, isParticipant }: SpeakerView, say: Say): string {
  const isSaid = talks.some((talk) => talk.title === topic);
  const named = Object.entries(speakerKinds).find(([id]) => id === kind)?.[1];
  return [
    title,
    organisationName,
    isSaid ? null : topic,
    named === undefined ? null : say(named),
    say(project[mode]),
    isParticipant ? say(words.isParticipant) : null,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

function historyOf({ ownerName, askedOn, answeredOn, techTest }: SpeakerView, language: 'sv' | 'en', say: Say): string {
  const day = (text: string) => ({ day: dayMonth(text, language) });
  const parts = [
    ownerName === null ? '' : say(words.ownerIs, { name: ownerName }),
    askedOn === null ? '' : say(words.askedOn, day(askedOn)),
    answeredOn === null ? '' : say(words.answeredOn, day(answeredOn)),
    techTest === null ? '' : say(words.testOn, day(techTest)),
  ];
  const text = parts.filter((part) => part !== '').join(' · ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function Talks({ speaker: { talks } }: { speaker: SpeakerView }) {
  const say = useSay();
  const language = useLanguage();
  if (talks.length === 0) return <p className="quiet">{say(words.noTalk)}</p>;
  return (
    <ul className="plain-list">
      {talks.map(({ sessionId, number, date, start, end, title }) => (
        <li key={`${sessionId} ${start}`}>
          {say(words.session, { number })}
          {date !== null && `, ${listDate(date, language)}`}, {timeRange(start, end, language)}: {title}
        </li>
      ))}
    </ul>
  );
}

/** RG-04: where one can read on. */
function Links({ links }: Pick<SpeakerView, 'links'>) {
  const say = useSay();
  if (links.length === 0) return null;
  return (
    <ul className="plain-list">
      {links.map(({ url, title }) => (
        <li key={url}>
          <Link href={url} target="_blank" rel="noopener" className="break">
            {title ?? url}
            <span className="hidden"> ({say(shell.opensOutside)})</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Consent({ consent }: { consent: boolean | null }) {
  const say = useSay();
  if (consent === null) return null;
  return <Status tone={consent ? 'done' : 'no'}>{say(consent ? project.consentYes : project.consentNo)}</Status>;
}

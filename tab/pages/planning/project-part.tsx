import { useState } from 'react';
import { longMoment, listDate } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { Section } from '../../parts/section.tsx';
import { useSessionName } from '../../parts/session-name.ts';
import { useMay, useProject } from '../../project.tsx';
import { project as words } from '../../wording/project.ts';
import { EditButton, Fact } from './facts.tsx';
import { DietarySection } from './dietary-part.tsx';
import { InvitationWindow } from './invitation-window.tsx';
import { OrganisationsSection } from './organisations.tsx';
import { limits, RegistrationWindow, TextsWindow } from './project-windows.tsx';
import { RolesSection } from './roles.tsx';
import { SpeakersSection } from './speakers/speakers-section.tsx';

export function ProjectPart() {
  return (
    <div className="stack">
      <TextsSection />
      <RegistrationSection />
      <DietarySection />
      <InvitationSection />
      <RolesSection />
      <OrganisationsSection />
      <SpeakersSection />
    </div>
  );
}

function TextsSection() {
  const say = useSay();
  const may = useMay();
  const language = useLanguage();
  const { project } = useProject().plan;
  const dalating = project.keyDates['dalating'];
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      id="texter"
      title={say(words.texts)}
      intro={say(words.textsIntro)}
      acts={may('plan.edit') && <EditButton name={say(words.texts)} onClick={() => setOpen(true)} />}
    >
      <dl className="facts facts-long">
        <Fact label={say(words.title)}>{project.title}</Fact>
        <Fact label={say(words.subtitle)}>{project.subtitle}</Fact>
        <Fact label={say(words.challenge)}>{project.challenge}</Fact>
        <Fact label={say(words.purpose)}>{project.purpose}</Fact>
        <Fact label={say(words.municipalNeed)}>{project.municipalNeed}</Fact>
        <Fact label={say(words.targetGroups)}>{project.targetGroups.join(', ')}</Fact>
        <Fact label={say(words.diaryNumber)}>{project.diaryNumber}</Fact>
        <Fact label={say(words.webPage)}>{project.webPage}</Fact>
        <Fact label={say(words.dalating)}>{dalating === undefined ? null : listDate(dalating, language)}</Fact>
      </dl>
      {isOpen && <TextsWindow onClose={() => setOpen(false)} />}
    </Section>
  );
}

function RegistrationSection() {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const nameOf = useSessionName();
  const { project, registrationPage, ...plan } = useProject().plan;
  const [isOpen, setOpen] = useState(false);
  const colleagues = plan.sessions
    .filter(({ id, cancelled }) => !cancelled && project.guestPolicy.colleagueAllowedSessions.includes(id))
    .map(({ id, number }) => nameOf(id, number));
  return (
    <Section
      id="anmalan"
      title={say(words.registration)}
      acts={may('plan.edit') && <EditButton name={say(words.registration)} onClick={() => setOpen(true)} />}
    >
      <dl className="facts">
        <Fact label={say(words.registrationOpens)}>
          {project.registrationOpens === null ? null : listDate(project.registrationOpens, language)}
        </Fact>
        <Fact label={say(words.registrationCloses)}>
          {project.registrationCloses === null ? null : longMoment(project.registrationCloses, language)}
        </Fact>
        <Fact label={say(words.registrationUrl)}>{registrationPage}</Fact>
        <Fact label={say(words.maxTotal)}>{project.maxTotal ?? say(words.noLimit)}</Fact>
        {limits.map(({ type, label }) => (
          <Fact key={type} label={say(label)}>
            {project.maxPerOrganisation[type] ?? say(words.notInvited)}
          </Fact>
        ))}
        <Fact label={say(words.colleagues)}>
          {colleagues.length === 0 ? say(words.colleaguesNone) : colleagues.join(', ')}
        </Fact>
        <Fact label={say(words.organiserMailbox)}>{project.organiserMailbox}</Fact>
        <Fact label={say(words.sharedCalendarMailbox)}>{project.sharedCalendarMailbox}</Fact>
      </dl>
      {isOpen && <RegistrationWindow onClose={() => setOpen(false)} />}
    </Section>
  );
}

function InvitationSection() {
  const say = useSay();
  const may = useMay();
  const { invitation } = useProject().plan;
  const [isOpen, setOpen] = useState(false);
  const text = (name: string) => invitation[name] || say(words.standardText);
  return (
    <Section
      id="inbjudan"
      title={say(words.invitation)}
      intro={say(words.invitationIntro)}
      acts={may('plan.edit') && <EditButton name={say(words.invitation)} onClick={() => setOpen(true)} />}
    >
      <dl className="facts">
        <Fact label={say(words.municipalDirectorsAddress)}>{invitation['municipalDirectorsAddress']}</Fact>
        <Fact label={say(words.targetGroupAddress)}>{invitation['targetGroupAddress']}</Fact>
        <Fact label={say(words.wholeProjectText)}>{text('wholeProjectText')}</Fact>
        <Fact label={say(words.closingText)}>{text('closingText')}</Fact>
        <Fact label={say(words.aboutText)}>{text('aboutText')}</Fact>
      </dl>
      {isOpen && <InvitationWindow onClose={() => setOpen(false)} />}
    </Section>
  );
}

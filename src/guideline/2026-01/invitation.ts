import { daysBetween, isAfter } from '../../domain/local-date.ts';
import { counted, listText, textDate } from '../../domain/swedish-text.ts';
import type { Words } from '../../domain/words.ts';
import { dueBy, invitationDeadline, invitationDue } from '../due-dates.ts';
import { filled } from '../facts.ts';
import type { ProjectFacts } from '../facts.ts';
import { broken, met, missing, open, tooLate } from '../findings.ts';
import type { Finding, ProjectRule } from '../rule.ts';
import { firstSessionDate } from '../session-dates.ts';
import { invitationPartRules } from './invitation-parts.ts';

const invitation = {
  level: 'must',
  basis: 'guideline',
  owner: 'contentLead',
  scope: 'project',
  due: invitationDue,
} as const;

const deadline: ProjectRule = {
  ...invitation,
  actors: ['contentLead'],
  blocks: ['sendInvitation'],
  id: 'INV-01',
  quote: 'Inbjudan till lärprojektet ska skickas ut i god tid, minst två månader innan planerad start.',
  title: { sv: 'Inbjudan i god tid', en: 'Invitation in good time' },
  explanation: {
    sv: 'Två kalendermånader före första träffen är regelns sista dag. Ligger den i semestern är klok sista dag före midsommar.',
    en: "Two calendar months before the first session is the rule's last day. If it falls in the holidays, the wise last day is before midsummer.",
  },
  action: 'invitation.send',
  check: checkDeadline,
};

function checkDeadline(facts: ProjectFacts): Finding {
  const first = firstSessionDate(facts);
  if (first === undefined)
    return missing(
      {
        sv: 'Sätt datum för första träffen, så räknas sista dagen ut.',
        en: 'Set the date of the first session, and the last day follows.',
      },
      'dates.edit',
    );
  const lastDay = invitationDeadline(first);
  const { sentOn } = facts.invitation;
  const margin = daysBetween(sentOn ?? facts.today, lastDay);
  if (sentOn !== undefined) return margin >= 0 ? met(marginWords(margin)) : tooLate(lateWords(-margin));
  if (margin < 0)
    return broken('red', {
      sv: `Inbjudan skulle ha skickats senast ${textDate(lastDay, 'sv')}. Skicka den nu och ange skälet, eller flytta starten.`,
      en: `The invitation was due by ${textDate(lastDay, 'en')}. Send it now and give the reason, or move the start.`,
    });
  return open({
    sv: `Skicka inbjudan senast ${textDate(lastDay, 'sv')}. Det är ${counted(margin, 'dag', 'dagar')} kvar.`,
    en: `Send the invitation by ${textDate(lastDay, 'en')}. ${counted(margin, 'day', 'days')} left.`,
  });
}

function marginWords(margin: number): Words {
  return {
    sv: `Inbjudan skickades med ${counted(margin, 'dag', 'dagar')}s marginal.`,
    en: `The invitation was sent with a margin of ${counted(margin, 'day', 'days')}.`,
  };
}

function lateWords(late: number): Words {
  return {
    sv: `Inbjudan skickades ${counted(late, 'dag', 'dagar')} för sent.`,
    en: `The invitation was sent ${counted(late, 'day', 'days')} late.`,
  };
}

const recipients: ProjectRule = {
  ...invitation,
  blocks: ['sendInvitation'],
  id: 'INV-11',
  quote: 'Inbjudan skickas till kommundirektörsgruppen, de specifika målgrupperna samt kommunernas allmänna e-post.',
  title: { sv: 'Alla tre mottagargrupper', en: 'All three groups of recipients' },
  explanation: {
    sv: 'Varje kommuns allmänna adress räknas för sig.',
    en: "Every municipality's general address counts by itself.",
  },
  actors: ['contentLead', 'registrar'],
  action: 'recipients.edit',
  check: checkRecipients,
};

function checkRecipients(facts: ProjectFacts): Finding {
  const withoutAddress = facts.organisations.filter(
    (organisation) =>
      organisation.type === 'municipality' && organisation.invited && !hasMunicipalAddress(facts, organisation.id),
  );
  const has = (group: 'municipalDirectors' | 'targetGroup'): boolean =>
    facts.invitation.recipients.some((recipient) => recipient.group === group && filled(recipient.address));
  const names = withoutAddress.map(({ name }) => name);
  const lacks: readonly Words[] = [
    ...(names.length === 0
      ? []
      : [
          {
            sv: `${listText(names, 'sv')} saknar adress. Lägg till kommunens allmänna e-post.`,
            en: `${listText(names, 'en')} has no address. Add the municipality's general e-mail.`,
          },
        ]),
    ...(has('municipalDirectors')
      ? []
      : [
          {
            sv: 'Adress till kommundirektörsgruppen saknas.',
            en: 'The address of the group of municipal directors is missing.',
          },
        ]),
    ...(has('targetGroup')
      ? []
      : [{ sv: 'Adresser till målgrupperna saknas.', en: 'Addresses of the target groups are missing.' }]),
  ];
  if (lacks.length > 0)
    return missing({ sv: lacks.map(({ sv }) => sv).join(' '), en: lacks.map(({ en }) => en).join(' ') });
  const unsent = facts.invitation.recipients.filter((recipient) => recipient.sentOn === undefined).length;
  if (facts.invitation.sentOn === undefined)
    return open({
      sv: `Klart att skicka till ${facts.invitation.recipients.length} adresser.`,
      en: `Ready to send to ${facts.invitation.recipients.length} addresses.`,
    });
  if (unsent > 0)
    return broken('warning', {
      sv: `${counted(unsent, 'adress', 'adresser')} har inte fått inbjudan. Skicka nu.`,
      en: `${counted(unsent, 'address', 'addresses')} still without the invitation. Send it now.`,
    });
  return met({ sv: 'Alla tre grupper har fått inbjudan.', en: 'All three groups have had the invitation.' });
}

function hasMunicipalAddress(facts: ProjectFacts, organisationId: string): boolean {
  return (
    filled(facts.organisations.find(({ id }) => id === organisationId)?.functionMailbox) ||
    facts.invitation.recipients.some(
      (recipient) =>
        recipient.group === 'municipalMailbox' &&
        recipient.organisationId === organisationId &&
        filled(recipient.address),
    )
  );
}

const publishing: ProjectRule = {
  ...invitation,
  id: 'COM-01',
  quote:
    'Information om kommande lärprojekt läggs ut på Dalalab - Region Dalarna samt går ut i nyhetsbrevet för Dalastrategin.',
  actors: ['contentLead'],
  title: { sv: 'Webbsidan och nyhetsbrevet', en: 'The web page and the newsletter' },
  explanation: {
    sv: 'Webbsidan senast samma dag som inbjudan, nyhetsbrevet i nästa nummer.',
    en: 'The web page on the day of the invitation at the latest, the newsletter in its next issue.',
  },
  action: 'publication.tick',
  check: ({ publications }) => {
    const absentSv = [
      ...(publications.web === undefined ? ['på webbsidan'] : []),
      ...(publications.newsletter === undefined ? ['i nyhetsbrevet'] : []),
    ];
    const absentEn = [
      ...(publications.web === undefined ? ['on the web page'] : []),
      ...(publications.newsletter === undefined ? ['in the newsletter'] : []),
    ];
    if (absentSv.length === 0)
      return met({
        sv: 'Publicerat på webbsidan och i nyhetsbrevet.',
        en: 'Published on the web page and in the newsletter.',
      });
    return missing({
      sv: `Publicera ${listText(absentSv, 'sv')} och bocka av med länk.`,
      en: `Publish ${listText(absentEn, 'en')} and tick it off with a link.`,
    });
  },
};

const publishedInTime: ProjectRule = {
  ...invitation,
  id: 'COM-02',
  quote: 'Information om lärprojektet samt inbjudan läggs i god tid ut på Dalalab - Region Dalarna.',
  actors: ['contentLead'],
  title: { sv: 'På webbsidan i god tid', en: 'On the web page in good time' },
  explanation: {
    sv: 'I god tid betyder senast samma dag som inbjudan går ut (vårt mått).',
    en: 'In good time means on the day of the invitation at the latest (our measure).',
  },
  action: 'publication.tick',
  due: (facts) => {
    const { sentOn } = facts.invitation;
    return sentOn === undefined ? invitationDue(facts) : dueBy(sentOn, facts.region);
  },
  check: checkPublishedInTime,
};

function checkPublishedInTime({ publications, invitation: { sentOn } }: ProjectFacts): Finding {
  const published = publications.web?.on;
  if (published === undefined && sentOn === undefined)
    return open({
      sv: 'Lägg ut inbjudan senast samma dag som den skickas.',
      en: 'Publish the invitation on the day it is sent at the latest.',
    });
  if (published === undefined)
    return broken('warning', {
      sv: 'Inbjudan är skickad men finns inte på webbsidan. Lägg ut den nu.',
      en: 'The invitation has been sent but is not on the web page. Publish it now.',
    });
  if (sentOn !== undefined && isAfter(published, sentOn))
    return tooLate({ sv: 'Webbsidan kom efter inbjudan.', en: 'The web page came after the invitation.' });
  return met({ sv: 'Inbjudan finns på webbsidan.', en: 'The invitation is on the web page.' });
}

export const invitationRules: readonly ProjectRule[] = [
  deadline,
  ...invitationPartRules,
  recipients,
  publishing,
  publishedInTime,
];

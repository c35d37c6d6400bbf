import { isAfter, localDateOf } from '../../domain/local-date.ts';
import { listDate, listText, textDate } from '../../domain/swedish-text.ts';
import type { Words } from '../../domain/words.ts';
import { invitationDue, registrationCloseDeadline } from '../due-dates.ts';
import type { ProjectFacts } from '../facts.ts';
import { filled } from '../facts.ts';
import { broken, met, missing } from '../findings.ts';
import type { Finding, ProjectRule } from '../rule.ts';
import { firstSessionDate } from '../session-dates.ts';

/** What the nine parts have in common. */
const part = {
  level: 'must',
  basis: 'guideline',
  owner: 'contentLead',
  actors: ['contentLead', 'planningGroup'],
  action: 'invitation.edit',
  scope: 'project',
  due: invitationDue,
  blocks: ['sendInvitation'],
} as const;

/** A part that is a text of the project's own. */
function ownText(text: string | undefined, present: Words, absent: Words): Finding {
  return filled(text) ? met(present) : missing(absent);
}

const challenge: ProjectRule = {
  ...part,
  id: 'INV-02',
  quote: 'En övergripande beskrivning av den samhällsutmaning som står i fokus för lärprojektet.',
  title: { sv: 'Samhällsutmaningen', en: 'The challenge' },
  explanation: { sv: 'Del 1 av 9 i inbjudan.', en: 'Part 1 of 9 of the invitation.' },
  action: 'project.edit',
  check: (facts) =>
    ownText(
      facts.project.challenge,
      { sv: 'Utmaningen är beskriven.', en: 'The challenge is described.' },
      {
        sv: 'Utmaningen saknas. Beskriv den i några meningar.',
        en: 'The challenge is missing. Describe it in a few sentences.',
      },
    ),
};

const purpose: ProjectRule = {
  ...part,
  id: 'INV-03',
  quote: 'Syfte.',
  title: { sv: 'Syftet', en: 'The purpose' },
  explanation: { sv: 'Del 2 av 9 i inbjudan.', en: 'Part 2 of 9 of the invitation.' },
  action: 'project.edit',
  check: (facts) =>
    ownText(
      facts.project.purpose,
      { sv: 'Syftet är beskrivet.', en: 'The purpose is described.' },
      {
        sv: 'Syftet saknas. Skriv vad deltagarna ska få ut av lärprojektet.',
        en: 'The purpose is missing. Write what participants will gain.',
      },
    ),
};

const targetGroups: ProjectRule = {
  ...part,
  id: 'INV-04',
  quote: 'Målgrupper, samt max antal deltagare per organisation.',
  title: { sv: 'Målgrupper och antal platser', en: 'Target groups and places' },
  explanation: {
    sv: 'Del 3 av 9 i inbjudan. Antalet styr också anmälan: den som är över får stå på väntelista.',
    en: 'Part 3 of 9 of the invitation. The number also governs registration: whoever exceeds it goes on the waiting list.',
  },
  action: 'project.edit',
  check: checkTargetGroups,
};

function checkTargetGroups(facts: ProjectFacts): Finding {
  if (facts.project.targetGroups.every((group) => !filled(group)))
    return missing({ sv: 'Målgrupper saknas. Skriv minst en.', en: 'Target groups are missing. Write at least one.' });
  const limits = facts.project.maxPerOrganisation;
  const types = new Set(facts.organisations.filter((organisation) => organisation.invited).map(({ type }) => type));
  const unlimited = [...types].some((type) => (limits[type] ?? 0) < 1);
  if (unlimited || Object.keys(limits).length === 0)
    return missing(
      {
        sv: 'Högsta antal deltagare per organisation saknas. Ange det för varje slags organisation som bjuds in.',
        en: 'The maximum number per organisation is missing. Give it for every type of organisation that is invited.',
      },
      'registration.edit',
    );
  return met({ sv: 'Målgrupper och högsta antal är angivna.', en: 'Target groups and maximum numbers are given.' });
}

const dates: ProjectRule = {
  ...part,
  id: 'INV-05',
  quote: 'Kort om upplägg samt datum för alla träffar.',
  title: { sv: 'Upplägg och alla datum', en: 'Format and all dates' },
  explanation: {
    sv: 'Del 4 av 9. Skrivs av verktyget när alla datum är satta.',
    en: 'Part 4 of 9. Written by the tool once all dates are set.',
  },
  action: 'dates.edit',
  check: checkDates,
};

function checkDates(facts: ProjectFacts): Finding {
  const live = facts.sessions.filter((session) => !session.cancelled);
  const undated = live.filter(({ date, start, end }) => date === undefined || start === undefined || end === undefined);
  if (live.length === 0)
    return missing({
      sv: 'Träffar saknas. Lägg till dem med datum.',
      en: 'There are no sessions. Add them with dates.',
    });
  if (undated.length === 0)
    return met({ sv: 'Alla träffar har datum och tid.', en: 'Every session has a date and a time.' });
  const numbers = undated.map(({ number }) => String(number));
  return missing({
    sv: `Datum eller tid saknas för träff ${listText(numbers, 'sv')}.`,
    en: `Date or time is missing for session ${listText(numbers, 'en')}.`,
  });
}

const wholeProject: ProjectRule = {
  ...part,
  id: 'INV-06',
  quote:
    'Tydlighet att anmälan gäller för hela lärprojektet och att man som deltagare så långt det är möjligt förväntas delta vid samtliga träffar.',
  title: { sv: 'Anmälan gäller hela lärprojektet', en: 'Registration is for the whole project' },
  explanation: {
    sv: 'Del 5 av 9. Fast text som inte får tas bort.',
    en: 'Part 5 of 9. Fixed text that may not be removed.',
  },
  check: (facts) => {
    const text = facts.invitation.wholeProjectText;
    const clear = text === undefined || /(hela lärprojektet|alla träffar|samtliga träffar)/i.test(text);
    return clear
      ? met({ sv: 'Texten finns med.', en: 'The text is there.' })
      : missing({
          sv: 'Texten om att anmälan gäller hela lärprojektet är borttagen. Återställ den.',
          en: 'The text saying that registration is for the whole project has been removed. Restore it.',
        });
  },
};

const registrationLink: ProjectRule = {
  ...part,
  id: 'INV-07',
  quote: 'Anmälningslänk kopplad till Dalalab - Region Dalarna.',
  title: { sv: 'Anmälningslänken', en: 'The registration link' },
  explanation: {
    sv: 'Del 6 av 9. Länken ska finnas på Dalalabs webbplats eller på verktygets egen adress, och svara.',
    en: "Part 6 of 9. The link is to be on Dalalab's web site or on the tool's own address, and to answer.",
  },
  action: 'registration.edit',
  check: checkLink,
};

function checkLink(facts: ProjectFacts): Finding {
  const { registrationUrl, webPage } = facts.project;
  const host = hostOf(registrationUrl);
  if (host === undefined)
    return missing({
      sv: 'Anmälningslänken saknas eller är ingen webbadress.',
      en: 'The registration link is missing or is no web address.',
    });
  const own = hostOf(webPage);
  if (own === undefined)
    return missing(
      {
        sv: 'Adressen till lärprojektets sida på Dalalabs webbplats saknas. Fyll i webbsidan bland texterna.',
        en: "The address of the project's page on Dalalab's web site is missing. Add the web page among the texts.",
      },
      'project.edit',
    );
  if (host !== own && !facts.invitation.trustedHosts.includes(host))
    return missing({
      sv: `Anmälningslänken går till ${host}, som inte hör till Dalalab. Rätta länken.`,
      en: `The registration link goes to ${host}, which is not Dalalab's. Correct the link.`,
    });
  const { linkCheck } = facts.invitation;
  if (linkCheck?.reachable === false) {
    const status = linkCheck.status === undefined ? '' : ` (${linkCheck.status})`;
    return missing({
      sv: `Anmälningslänken svarar inte${status}. Kontrollera adressen.`,
      en: `The registration link does not answer${status}. Check the address.`,
    });
  }
  if (linkCheck?.reachable === true)
    return met({ sv: `Länken går till ${host} och svarar.`, en: `The link goes to ${host} and answers.` });
  return met({ sv: `Länken går till ${host}.`, en: `The link goes to ${host}.` });
}

function hostOf(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) ? url.host : undefined;
}

const closing: ProjectRule = {
  ...part,
  id: 'INV-08',
  quote: 'Sista dag för anmälan och att ev. specialkost behöver meddelas.',
  title: { sv: 'Sista dag och specialkost', en: 'Last day and dietary needs' },
  explanation: {
    sv: 'Del 7 av 9. Anmälan stänger senast tre veckor före första träffen, så att information kan gå ut två veckor före (vårt råd om antalet dagar).',
    en: 'Part 7 of 9. Registration closes three weeks before the first session at the latest, so that information can go out two weeks before (the number of days is our advice).',
  },
  action: 'registration.edit',
  check: checkClosing,
};

function checkClosing(facts: ProjectFacts): Finding {
  const { closesAt } = facts.registration;
  if (closesAt === undefined)
    return missing({
      sv: 'Sista dag för anmälan saknas. Ange dag och klockslag.',
      en: 'The last day of registration is missing. Give day and time.',
    });
  const { closingText } = facts.invitation;
  if (closingText !== undefined && !/specialkost/i.test(closingText))
    return missing({
      sv: 'Inbjudan säger inte att specialkost ska meddelas. Återställ texten.',
      en: 'The invitation does not say that dietary needs are to be told. Restore the text.',
    });
  const first = firstSessionDate(facts);
  const closes = localDateOf(closesAt, facts.timeZone);
  const latest = first === undefined ? undefined : registrationCloseDeadline(first);
  if (latest !== undefined && isAfter(closes, latest))
    return broken('red', {
      sv: `Anmälan stänger för nära första träffen. Välj senast ${listDate(latest, 'sv')}.`,
      en: `Registration closes too near the first session. Choose ${listDate(latest, 'en')} at the latest.`,
    });
  return met({
    sv: `Anmälan stänger ${textDate(closes, 'sv')}.`,
    en: `Registration closes on ${textDate(closes, 'en')}.`,
  });
}

const aboutDalalab: ProjectRule = {
  ...part,
  id: 'INV-09',
  quote: 'Kort om vad Dalalab är, inkl. att det drivs av Länsstyrelsen Dalarna och Region Dalarna.',
  title: { sv: 'Vad Dalalab är', en: 'What Dalalab is' },
  explanation: { sv: 'Del 8 av 9. Fast text med båda namnen.', en: 'Part 8 of 9. Fixed text with both names.' },
  check: (facts) => {
    const text = facts.invitation.aboutText;
    const absent = ['Länsstyrelsen Dalarna', 'Region Dalarna'].filter(
      (name) => text !== undefined && !text.includes(name),
    );
    return absent.length === 0
      ? met({ sv: 'Texten nämner båda som driver Dalalab.', en: 'The text names both who run Dalalab.' })
      : missing({
          sv: `Texten om Dalalab nämner inte ${listText(absent, 'sv')}.`,
          en: `The text about Dalalab does not name ${listText(absent, 'en')}.`,
        });
  },
};

const contact: ProjectRule = {
  ...part,
  id: 'INV-10',
  quote: 'Kontaktuppgifter till innehållsansvarig',
  title: { sv: 'Kontaktuppgifter', en: 'Contact details' },
  explanation: { sv: 'Del 9 av 9: namn, e-post och telefon.', en: 'Part 9 of 9: name, e-mail and telephone.' },
  action: 'roles.edit',
  check: checkContact,
};

function checkContact(facts: ProjectFacts): Finding {
  const lead = facts.roles.contentLead;
  if (lead === undefined)
    return missing({ sv: 'Innehållsansvarig saknas. Utse en person.', en: 'There is no content lead. Appoint one.' });
  const absentSv = [...(filled(lead.email) ? [] : ['e-post']), ...(filled(lead.phone) ? [] : ['telefon'])];
  const absentEn = [...(filled(lead.email) ? [] : ['e-mail']), ...(filled(lead.phone) ? [] : ['telephone'])];
  return absentSv.length === 0
    ? met({ sv: 'Namn, e-post och telefon finns med.', en: 'Name, e-mail and telephone are there.' })
    : missing({
        sv: `Innehållsansvarigs ${listText(absentSv, 'sv')} saknas.`,
        en: `The content lead's ${listText(absentEn, 'en')} is missing.`,
      });
}

/** In the order in which they stand in the invitation. */
export const invitationPartRules: readonly ProjectRule[] = [
  challenge,
  purpose,
  targetGroups,
  dates,
  wholeProject,
  registrationLink,
  closing,
  aboutDalalab,
  contact,
];

import { counted, listText } from '../../domain/swedish-text.ts';
import { invitationDue } from '../due-dates.ts';
import { filled } from '../facts.ts';
import type { ProjectFacts, RegistrationField } from '../facts.ts';
import { broken, met, missing, open } from '../findings.ts';
import type { Due, Finding, ProjectRule } from '../rule.ts';
import { hasBegun, lastSessionDate } from '../session-dates.ts';
import { commitmentText, isVerbatim, registrationFields } from './fixed-wording.ts';
import type { Words } from '../../domain/words.ts';

const form = {
  level: 'must',
  basis: 'guideline',
  scope: 'project',
  owner: 'system',
  actors: ['contentLead', 'system'],
  action: 'registration.edit',
  due: formDue,
} as const;

/** The form has to be right when it opens; before that day is set, when the invitation goes out. */
function formDue(facts: ProjectFacts): Due | undefined {
  const { opensOn } = facts.registration;
  return opensOn === undefined ? invitationDue(facts) : { lastDay: opensOn, wiseDay: opensOn };
}

const wholeProject: ProjectRule = {
  ...form,
  id: 'REG-01',
  quote: 'Utgångspunkten är att de som anmäler sig deltar i hela lärprojektet och inte bara vid enstaka träffar.',
  level: 'should',
  owner: 'participant',
  actors: ['participant', 'contentLead'],
  title: { sv: 'Deltagarna är med hela vägen', en: 'Participants stay all the way' },
  explanation: {
    sv: 'Den som har missat två träffar kan behöva en ersättare (vårt mått).',
    en: 'Whoever has missed two sessions may need a substitute (our measure).',
  },
  action: 'participants.show',
  due: (facts) => {
    const last = lastSessionDate(facts);
    return last === undefined ? undefined : { lastDay: last, wiseDay: last };
  },
  check: (facts) => {
    const { absentTwice } = facts.registration;
    if (!hasBegun(facts)) return open({ sv: 'Följs upp från första träffen.', en: 'Followed from the first session.' });
    return absentTwice === 0
      ? met({ sv: 'Ingen har missat mer än en träff.', en: 'Nobody has missed more than one session.' })
      : broken('tip', {
          sv: `${absentTwice} har missat två träffar eller fler. Fråga om ersättare?`,
          en: `${absentTwice} have missed two sessions or more. Ask for a substitute?`,
        });
  },
};

const fieldWords: Readonly<Record<RegistrationField, Words>> = {
  name: { sv: 'namn', en: 'name' },
  title: { sv: 'befattning', en: 'job title' },
  organisation: { sv: 'organisation', en: 'organisation' },
  email: { sv: 'e-post', en: 'e-mail' },
  phone: { sv: 'telefon', en: 'telephone' },
  dietary: { sv: 'eventuell specialkost', en: 'dietary needs, if any' },
};

const sixFields: ProjectRule = {
  ...form,
  id: 'REG-03',
  quote: 'Namn • Befattning • Organisation • E-post • Telefon • Eventuell specialkost',
  blocks: ['openRegistration'],
  title: { sv: 'Formuläret frågar efter sex saker', en: 'The form asks for six things' },
  explanation: {
    sv: 'Fler frågor behöver ett skäl: vi samlar inte in mer än vi behöver.',
    en: 'Further questions need a reason: we collect no more than we need.',
  },
  check: ({ registration }) => {
    const absent = registrationFields.filter((field) => !registration.fields.includes(field));
    if (absent.length > 0)
      return missing({
        sv: `Formuläret saknar ${listText(
          absent.map((field) => fieldWords[field].sv),
          'sv',
        )}. Lägg till.`,
        en: `The form lacks ${listText(
          absent.map((field) => fieldWords[field].en),
          'en',
        )}. Add it.`,
      });
    const unexplained = registration.extraFields.filter(({ reason }) => !filled(reason)).map(({ label }) => label);
    if (unexplained.length > 0)
      return missing({
        sv: `Frågan ${listText(unexplained, 'sv')} saknar skäl. Skriv varför den behövs eller ta bort den.`,
        en: `The question ${listText(unexplained, 'en')} has no reason. Write why it is needed or remove it.`,
      });
    return met({ sv: 'Alla sex uppgifter finns i formuläret.', en: 'All six fields are in the form.' });
  },
};

const commitment: ProjectRule = {
  ...form,
  id: 'REG-04',
  isFinal: true,
  quote:
    'Ruta att kryssa i: ”Jag är medveten om att anmälan gäller för hela lärprojektet och avser att, så långt det är möjligt, delta vid samtliga träffar”.',
  blocks: ['openRegistration'],
  title: { sv: 'Åtaganderutan, ordagrant', en: 'The commitment box, word for word' },
  explanation: { sv: 'Utan kryss sparas ingen anmälan.', en: 'Without the tick no registration is saved.' },
  check: ({ registration }) => {
    if (!isVerbatim(registration.commitmentText, commitmentText))
      return missing({
        sv: 'Texten vid rutan är inte riktlinjernas. Återställ den.',
        en: "The text at the box is not the guideline's. Restore it.",
      });
    return registration.withoutCommitment === 0
      ? met({ sv: 'Rutan finns med riktlinjernas text.', en: "The box is there with the guideline's text." })
      : // The form has its box; whoever was brought in without it is asked, and keeps nobody else from registering.
        {
          ...broken('warning', {
            sv: `${registration.withoutCommitment} anmälda har inte kryssat i rutan. Fråga dem.`,
            en: `${registration.withoutCommitment} registered people have not ticked the box. Ask them.`,
          }),
          hinders: false,
        };
  },
};

const confirmation: ProjectRule = {
  ...form,
  id: 'REG-05',
  quote: 'Samt en inställning så att bekräftelsemejl kommer automatiskt.',
  blocks: ['openRegistration'],
  title: { sv: 'Bekräftelsemejl går automatiskt', en: 'Confirmation mails go automatically' },
  explanation: {
    sv: 'Också till den som hamnar på väntelistan. Specialkost står aldrig i mejlet.',
    en: 'Also to whoever ends up on the waiting list. Dietary needs are never in the mail.',
  },
  check: checkConfirmation,
};

function checkConfirmation({ registration }: ProjectFacts): Finding {
  if (!registration.automaticConfirmation)
    return missing({ sv: 'Bekräftelsemejl är avstängt. Slå på det.', en: 'Confirmation mails are off. Turn them on.' });
  if (registration.unconfirmedByMail > 0)
    return broken('warning', {
      sv: `${registration.unconfirmedByMail} anmälda har inte fått bekräftelse.`,
      en: `${registration.unconfirmedByMail} registered people have had no confirmation.`,
    });
  if (registration.bouncedConfirmations > 0)
    return broken('warning', {
      sv: `${counted(registration.bouncedConfirmations, 'bekräftelse', 'bekräftelser')} studsade. Kontrollera adresserna.`,
      en: `${counted(registration.bouncedConfirmations, 'confirmation', 'confirmations')} bounced. Check the addresses.`,
    });
  return met({ sv: 'Bekräftelsen går direkt.', en: 'The confirmation goes at once.' });
}

export const registrationRules: readonly ProjectRule[] = [sixFields, commitment, confirmation, wholeProject];

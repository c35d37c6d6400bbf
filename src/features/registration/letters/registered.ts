import { Temporal } from 'temporal-polyfill';
import { localDateOf } from '../../../domain/local-date.ts';
import { counted, listDateTime, textDate } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import { greeting, heading, letter, list, paragraph } from '../../notices/letters/letter.ts';
import type { Letter, LetterPart } from '../../notices/types.ts';
import type { ProjectTelling } from '../facts/types.ts';
import { wholeProjectText } from '../rules.ts';
import { ownPageParts, sessionList, signature } from './lines.ts';

/** Whom a letter about a registration is to. Nothing dietary can be said here: there is no field for it. */
export interface Registered {
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string;
  readonly organisation: string;
  readonly phone: string | null;
  /** The personal page, with its secret. */
  readonly ownPageUrl: string;
  readonly language: Language;
}

/** REG-05, texts §3: goes out by itself, directly. */
export function confirmedLetter(project: ProjectTelling, person: Registered): Letter {
  const { language } = person;
  const sv = language === 'sv';
  const subject = sv ? `Du är anmäld till ${project.title}` : `You are registered for ${project.title}`;
  return letter(
    subject,
    [
      greeting(person.givenName, language),
      paragraph(
        sv
          ? `Du är anmäld till lärprojektet ${project.title}.`
          : `You are registered for the learning project ${project.title}.`,
      ),
      paragraph(wholeProjectText(project.wholeProjectText, language)),
      sessionList(project, language),
      heading(sv ? 'Det här händer nu' : 'What happens now'),
      ...nextSteps(project, language),
      ...yourData(person),
      ...ownPageParts(person.ownPageUrl, language),
      signature(project, language),
    ],
    language,
  );
}

function nextSteps(project: ProjectTelling, language: Language): readonly LetterPart[] {
  const sv = language === 'sv';
  const count = project.sessions.length;
  const day =
    project.registrationCloses === null
      ? null
      : textDate(localDateOf(Temporal.Instant.from(project.registrationCloses), project.timeZone), language);
  const one = count === 1;
  const hasPhone = project.lead?.phone != null;
  const hasDays = project.sessions.some(({ day: ofSession }) => ofSession !== null);
  const what = sv
    ? `${one ? 'en bokning' : `${count} bokningar, en för varje ${hasDays ? 'dag' : 'träff'}`}. ${one ? 'Den' : 'De'}`
    : `${one ? 'one booking' : `${count} bookings, one for each ${hasDays ? 'day' : 'session'}`}. ${one ? 'It comes' : 'They come'}`;
  const bookings = sv
    ? `När anmälan stänger${day === null ? '' : ` ${day}`} får du ${what} kommer från Dalalab, ${project.organiserMailbox}.`
    : `When registration closes${day === null ? '' : ` on ${day}`} you get ${what} from Dalalab, ${project.organiserMailbox}.`;
  return [
    paragraph(bookings),
    paragraph(
      sv
        ? `Har ${one ? 'den' : 'de'} inte kommit dagen efter? Titta i skräpposten eller ${hasPhone ? 'ring mig' : 'svara på det här mejlet'}.`
        : `${one ? 'Has it' : 'Have they'} not come the day after? Look in your junk mail or ${hasPhone ? 'call me' : 'answer this mail'}.`,
    ),
    paragraph(
      sv
        ? 'Två veckor före varje träff får du program och praktisk information.'
        : 'Two weeks before each session you get the programme and practical information.',
    ),
  ];
}

function yourData({ givenName, familyName, title, organisation, phone, language }: Registered): readonly LetterPart[] {
  const sv = language === 'sv';
  return [
    heading(sv ? 'Dina uppgifter' : 'Your details'),
    list([`${givenName} ${familyName}`, title, organisation, phone ?? ''].filter((item) => item !== '')),
    paragraph(
      sv
        ? 'Allt du har lämnat ser du på din personliga sida.'
        : 'You see everything that you have given on your personal page.',
    ),
  ];
}

export interface WaitingPlace {
  readonly position: number;
  /** null: the whole project is full. */
  readonly max: number | null;
}

export function waitingLetter(project: ProjectTelling, person: Registered, { position, max }: WaitingPlace): Letter {
  const { language } = person;
  const sv = language === 'sv';
  const closes = closingText(project, language);
  const full =
    max === null
      ? sv
        ? 'Lärprojektet är fullt'
        : 'The learning project is full'
      : sv
        ? `${person.organisation} har redan ${counted(max, 'anmäld', 'anmälda')}`
        : `${person.organisation} already has ${max} registered`;
  return letter(
    sv ? `Du står på väntelistan till ${project.title}` : `You are on the waiting list for ${project.title}`,
    [
      greeting(person.givenName, language),
      paragraph(sv ? 'Tack för din anmälan.' : 'Thank you for registering.'),
      paragraph(
        sv
          ? `${full}, så du står på plats ${position} på väntelistan.`
          : `${full}, so you are number ${position} on the waiting list.`,
      ),
      paragraph(
        sv
          ? 'Blir det en plats får du den direkt, med ett mejl.'
          : 'If a place becomes free you get it at once, with a mail.',
      ),
      ...(closes === null
        ? []
        : [
            paragraph(
              sv
                ? `Anmälan stänger ${closes}. Har du inte hört något då är det fortfarande fullt. Du står kvar på listan.`
                : `Registration closes ${closes}. If you have heard nothing by then it is still full. You stay on the list.`,
            ),
          ]),
      paragraph(wholeProjectText(project.wholeProjectText, language)),
      ...ownPageParts(person.ownPageUrl, language),
      signature(project, language),
    ],
    language,
  );
}

export function lateLetter(project: ProjectTelling, person: Registered): Letter {
  const { language } = person;
  const sv = language === 'sv';
  return letter(
    sv ? `Vi har fått din anmälan till ${project.title}` : `We have your registration for ${project.title}`,
    [
      greeting(person.givenName, language),
      paragraph(
        sv
          ? 'Anmälan hade redan stängt när din kom. Innehållsansvarig avgör om du kan vara med.'
          : 'Registration had closed when yours came. The content lead decides whether you can take part.',
      ),
      paragraph(sv ? 'Du får besked i ett nytt mejl.' : 'You will be told in another mail.'),
      ...ownPageParts(person.ownPageUrl, language),
      signature(project, language),
    ],
    language,
  );
}

/** Somebody registered again with the same address: the first registration stands, whoever sent the second. */
export function againLetter(project: ProjectTelling, person: Registered): Letter {
  const { language } = person;
  const sv = language === 'sv';
  return letter(
    sv
      ? `En anmälan till med din adress: ${project.title}`
      : `Another registration with your address: ${project.title}`,
    [
      greeting(person.givenName, language),
      paragraph(
        sv
          ? 'Vi har fått en anmälan till med den här adressen. Den första gäller, och inget av det du har lämnat är ändrat.'
          : 'We have got another registration with this address. The first one stands, and nothing you gave has changed.',
      ),
      paragraph(
        sv
          ? 'Vill du rätta något? Gör det på din personliga sida. Var det inte du? Då behöver du inte göra något.'
          : 'Do you want to correct something? Do so on your personal page. Was it not you? Then you need do nothing.',
      ),
      ...yourData(person),
      ...ownPageParts(person.ownPageUrl, language),
      signature(project, language),
    ],
    language,
  );
}

/** From the waiting list, or a late request that was approved. */
export function placeLetter(project: ProjectTelling, person: Registered): Letter {
  const { language } = person;
  const sv = language === 'sv';
  return letter(
    sv ? `Du har fått en plats i ${project.title}` : `You have a place in ${project.title}`,
    [
      greeting(person.givenName, language),
      paragraph(sv ? 'Det finns en plats till dig, och den är din.' : 'There is a place for you, and it is yours.'),
      paragraph(wholeProjectText(project.wholeProjectText, language)),
      sessionList(project, language),
      paragraph(
        sv
          ? 'Du får en kalenderbokning för varje träff som är kvar.'
          : 'You get a calendar booking for every session that remains.',
      ),
      paragraph(
        sv
          ? 'Passar det inte längre? Avboka på din sida, så går platsen vidare.'
          : 'Does it no longer suit you? Cancel on your page, and the place goes on.',
      ),
      ...ownPageParts(person.ownPageUrl, language),
      signature(project, language),
    ],
    language,
  );
}

export function declinedLetter(project: ProjectTelling, person: Pick<Registered, 'givenName' | 'language'>): Letter {
  const { language } = person;
  const sv = language === 'sv';
  return letter(
    sv ? `Besked om din anmälan till ${project.title}` : `About your registration for ${project.title}`,
    [
      greeting(person.givenName, language),
      paragraph(
        sv
          ? 'Tyvärr finns det ingen plats till dig den här gången.'
          : 'Unfortunately there is no place for you this time.',
      ),
      paragraph(
        sv
          ? 'Dokumentationen läggs på Dalalabs webbsida när lärprojektet är slut.'
          : 'The documentation is put on Dalalab’s web page when the learning project has ended.',
      ),
      signature(project, language),
    ],
    language,
  );
}

export function cancelledLetter(project: ProjectTelling, person: Pick<Registered, 'givenName' | 'language'>): Letter {
  const { language } = person;
  const sv = language === 'sv';
  return letter(
    sv ? `Du är avanmäld från ${project.title}` : `You have left ${project.title}`,
    [
      greeting(person.givenName, language),
      paragraph(
        sv
          ? 'Du är inte längre med i lärprojektet. Vi tar bort dina kalenderbokningar.'
          : 'You are no longer part of the learning project. We remove your calendar bookings.',
      ),
      paragraph(
        sv
          ? 'Uppgifter om specialkost är raderade. Blev det fel? Hör av dig så hjälper vi dig.'
          : 'Anything you told us about food is erased. Was it a mistake? Let us know and we help you.',
      ),
      signature(project, language),
    ],
    language,
  );
}

/** The answer to "skriv din e-post så får du din personliga länk". */
export function linkLetter(
  project: ProjectTelling,
  person: Pick<Registered, 'givenName' | 'language' | 'ownPageUrl'>,
): Letter {
  const { language } = person;
  const sv = language === 'sv';
  return letter(
    sv ? `Din personliga länk till ${project.title}` : `Your personal link to ${project.title}`,
    [
      greeting(person.givenName, language),
      paragraph(
        sv
          ? 'Du bad om din personliga länk. Var det inte du? Då behöver du inte göra något.'
          : 'You asked for your personal link. Was it not you? Then you need do nothing.',
      ),
      ...ownPageParts(person.ownPageUrl, language),
      signature(project, language),
    ],
    language,
  );
}

function closingText({ registrationCloses, timeZone }: ProjectTelling, language: Language): string | null {
  return registrationCloses === null
    ? null
    : listDateTime(Temporal.Instant.from(registrationCloses), timeZone, language);
}

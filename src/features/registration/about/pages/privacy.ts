import { dietaryBasisWords, undecided, type DietaryTerms } from '../../../../domain/dietary-terms.ts';
import { html } from '../../../../domain/html.ts';
import { counted } from '../../../../domain/swedish-text.ts';
import type { Language, Words } from '../../../../domain/words.ts';
import { publicPage } from '../../../shell/pages/shell.ts';
import type { ProjectTelling } from '../../facts/types.ts';

interface Section {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Followed by what is decided for the project. */
  readonly isDietary?: true;
  readonly isRetention?: true;
}

/** What is decided for this project; without a project, or before the decision, that is said too. */
function dietaryTerms(terms: DietaryTerms | undefined, language: Language): readonly string[] {
  const sv = language === 'sv';
  const { legalBasis, retentionDays, decisionReference } = terms ?? undecided;
  if (legalBasis === null || retentionDays === null || !decisionReference)
    return [
      sv
        ? 'Rättslig grund och gallring bestäms för varje lärprojekt, innan anmälan öppnar.'
        : 'Legal basis and retention are decided for each learning project, before registration opens.',
    ];
  const basis = dietaryBasisWords[legalBasis][language];
  const days = sv ? counted(retentionDays, 'dag', 'dagar') : counted(retentionDays, 'day', 'days');
  return sv
    ? [
        `Den rättsliga grunden är ${basis}.`,
        `Specialkosten raderas ${days} efter sista träffen, enligt beslut ${decisionReference}.`,
        ...(legalBasis === 'explicitConsent'
          ? ['Du tar tillbaka ditt samtycke genom att tömma rutan på din personliga sida.']
          : []),
      ]
    : [
        `The legal basis is ${basis}.`,
        `Dietary needs are erased ${days} after the last session, by decision ${decisionReference}.`,
        ...(legalBasis === 'explicitConsent'
          ? ['You withdraw your consent by emptying the box on your personal page.']
          : []),
      ];
}

/** The short version; the data protection officer settles the wording before real use. */
const sections: Readonly<Record<Language, readonly Section[]>> = {
  sv: [
    {
      title: 'Vad vi använder uppgifterna till',
      paragraphs: [
        'Vi använder dina uppgifter för att ordna träffarna: anmälan, kalenderbokning, mat, deltagarlista och utvärdering.',
        'Den rättsliga grunden är uppgift av allmänt intresse.',
        'Ansvariga är Region Dalarna och Länsstyrelsen Dalarna, som driver Dalalab tillsammans.',
      ],
    },
    {
      title: 'Specialkost',
      isDietary: true,
      paragraphs: [
        'Specialkost är frivilligt att lämna. Uppgiften sparas krypterad och skild från allt annat.',
        'Du ser den på din personliga sida. Innehållsansvarig ser antal och texter utan namn. Köket får antal, inte namn.',
        'Uppgiften skrivs aldrig i mejl, kalender, chatt eller listor. Lämnar du lärprojektet raderas den direkt.',
      ],
    },
    {
      title: 'Vem ser vad',
      paragraphs: [
        'Deltagarlistan (namn, befattning, organisation och e-post) delas med de andra deltagarna.',
        'Telefonnumret ser bara innehållsansvarig, om du inte själv väljer att visa det i deltagarlistan. Utvärderingen sparas utan ditt namn.',
        'Vi är myndigheter. Det du skickar in blir allmän handling och kan lämnas ut efter prövning.',
      ],
    },
    {
      title: 'Hur länge vi sparar',
      isRetention: true,
      paragraphs: [
        'Uppgifterna sparas enligt myndigheternas gallringsbeslut. Fråga innehållsansvarig om du vill veta mer.',
      ],
    },
    {
      title: 'Dina rättigheter',
      paragraphs: [
        'Du kan få veta vad vi har, rätta det och invända. Det mesta gör du själv på din personliga sida.',
        'Klaga kan du göra hos Integritetsskyddsmyndigheten, imy.se.',
      ],
    },
  ],
  en: [
    {
      title: 'What we use the data for',
      paragraphs: [
        'We use your data to arrange the sessions: registration, calendar booking, food, participant list and evaluation.',
        'The legal basis is a task in the public interest.',
        'Region Dalarna and the County Administrative Board of Dalarna, who run Dalalab together, are responsible.',
      ],
    },
    {
      title: 'Dietary needs',
      isDietary: true,
      paragraphs: [
        'Telling us is voluntary. It is stored encrypted and apart from everything else.',
        'You see it on your personal page. The content lead sees numbers and texts without names. The kitchen gets numbers, no names.',
        'It is never written in mail, calendar, chat or lists. If you leave the learning project it is erased at once.',
      ],
    },
    {
      title: 'Who sees what',
      paragraphs: [
        'The participant list (name, job title, organisation and e-mail) is shared with the other participants.',
        'Only the content lead sees the telephone number, unless you choose to show it in the participant list. The evaluation is stored without your name.',
        'We are public authorities. What you send in becomes an official document and may be disclosed after assessment.',
      ],
    },
    {
      title: 'How long we keep it',
      isRetention: true,
      paragraphs: ['The data is kept as the authorities have decided. Ask the content lead if you want to know more.'],
    },
    {
      title: 'Your rights',
      paragraphs: [
        'You may know what we have, correct it and object. You can do most of it yourself on your personal page.',
        'You can complain to the Swedish Authority for Privacy Protection, imy.se.',
      ],
    },
  ],
};

function paragraphsOf(section: Section, project: ProjectTelling | null, language: Language): readonly string[] {
  if (section.isDietary === undefined) return section.paragraphs;
  return [...section.paragraphs, ...dietaryTerms(project?.dietaryTerms, language)];
}

/** @param decided what is decided about how long each class of data is kept */
export function privacyPage(
  project: ProjectTelling | null,
  language: Language,
  decided: readonly Words[] = [],
): string {
  const sv = language === 'sv';
  const title = sv ? 'Så behandlar vi dina personuppgifter' : 'How we handle your personal data';
  const lead = project?.lead ?? null;
  const main = html`<h1>${title}</h1>
    ${sections[language].map(
      (section) =>
        html`<h2>${section.title}</h2>
          ${paragraphsOf(section, project, language).map((text) => html`<p>${text}</p>`)}
          ${
            section.isRetention === true && decided.length > 0
              ? html`<ul>
                  ${decided.map((words) => html`<li>${words[language]}</li>`)}
                </ul>`
              : null
          }`,
    )}
    ${
      lead === null
        ? null
        : html`<h2>${sv ? 'Kontakt' : 'Contact'}</h2>
            <p>${lead.name}, <a href="mailto:${lead.email}">${lead.email}</a></p>`
    }`;
  const base = { title, language, main };
  return publicPage(project === null ? base : { ...base, project: { id: project.projectId, title: project.title } });
}

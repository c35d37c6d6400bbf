import type { Section } from './parts.ts';

/** Which data, where it lies, who sees it and how long; and what the organisation has to settle. */
export const data: readonly Section[] = [
  {
    id: 'data',
    title: { sv: 'Vilka uppgifter', en: 'Data' },
    parts: [
      {
        kind: 'table',
        caption: { sv: 'Uppgifter i databasen', en: 'Data in the database' },
        head: [
          { sv: 'Uppgift', en: 'Data' },
          { sv: 'Innehåll', en: 'Content' },
          { sv: 'Vem som ser', en: 'Who sees it' },
          { sv: 'Hur länge', en: 'How long' },
        ],
        rows: [
          [
            { sv: 'Deltagare', en: 'Participants' },
            {
              sv: 'Namn, befattning, organisation, e-post, telefon, svar och närvaro per träff. Inget personnummer.',
              en: 'Name, job title, organisation, e-mail, telephone, answer and attendance per session. No personal identity number.',
            },
            {
              sv: 'Planerarna. Deltagarna ser varandras namn, befattning, organisation och e-post. Telefon ser bara innehållsansvarig, om deltagaren inte har valt att visa det.',
              en: 'The planners. Participants see each other’s name, job title, organisation and e-mail. Only the content lead sees telephone numbers, unless the participant has chosen to show theirs.',
            },
            {
              sv: 'Enligt er gallringsplan. Av deltagarnas uppgifter raderar appen bara specialkost av sig själv. Resten gallrar innehållsansvarig på sidan Gallring, ett slag i taget, efter beslut som är inskrivna där. Varje gallring ger ett protokoll.',
              en: 'By your retention plan. Of the participants’ data the app deletes dietary needs alone by itself. The rest the content lead disposes of on the page Retention, one kind at a time, by decisions entered there. Each disposal leaves a protocol.',
            },
          ],
          [
            { sv: 'Specialkost', en: 'Dietary needs' },
            {
              sv: 'Fri text, frivillig. Kan avslöja hälsa eller religion. Krypterad (AES-256-GCM) i en egen tabell.',
              en: 'Free text, voluntary. Can reveal health or religion. Encrypted (AES-256-GCM) in a table of its own.',
            },
            {
              sv: 'Deltagaren själv. Innehållsansvarig och ersättaren ser antal, och texterna utan namn. Köket får antal på en egen sida med hemlig länk.',
              en: 'The participant. The content lead and the deputy see numbers, and the texts without names. The kitchen gets numbers on a page of its own with a secret link.',
            },
            {
              sv: 'Så många dagar efter sista träffen som ert beslut säger. Då raderar appen texterna och kökets antal av sig själv, och skriver ett protokoll. Direkt när deltagaren lämnar eller tömmer rutan.',
              en: 'As many days after the last session as your decision says. Then the app deletes the texts and the kitchen’s numbers by itself, and writes a protocol. At once when the participant leaves or empties the box.',
            },
          ],
          [
            { sv: 'Medverkande och planerare', en: 'Speakers and planners' },
            { sv: 'Namn, roll, organisation, e-post.', en: 'Name, role, organisation, e-mail.' },
            {
              sv: 'Planerarna. Programmet är öppet för den som har länken.',
              en: 'The planners. The programme is open to anyone who has the link.',
            },
            { sv: 'Enligt er gallringsplan.', en: 'By your retention plan.' },
          ],
          [
            { sv: 'Utvärderingar', en: 'Evaluations' },
            {
              sv: 'Svar utan namn, och en markering om vem som har svarat, skilda från varandra.',
              en: 'Answers without names, and a note of who has answered, kept apart.',
            },
            {
              sv: 'Planerarna ser sammanställningen när minst fem har svarat.',
              en: 'The planners see the results when at least five have answered.',
            },
            { sv: 'Enligt er gallringsplan.', en: 'By your retention plan.' },
          ],
          [
            { sv: 'Utskick och logg', en: 'Mailings and log' },
            {
              sv: 'Varje mejls text, mottagare och läge. Vem som gjorde vad och när. Tekniska loggar är utan personuppgifter.',
              en: 'Each mail’s text, recipient and state. Who did what and when. Technical logs hold no personal data.',
            },
            { sv: 'Planerarna, och den som driver databasen.', en: 'The planners, and whoever runs the database.' },
            { sv: 'Enligt er gallringsplan.', en: 'By your retention plan.' },
          ],
          [
            { sv: 'Uppgifter och beslut', en: 'Tasks and decisions' },
            {
              sv: 'Planeringsgruppens uppgifter med ansvarig och sista dag, och dess beslut. Ansvariga utan konto får en länk i mejl.',
              en: 'The planning group’s tasks with owner and last day, and its decisions. Owners without an account get a link by mail.',
            },
            { sv: 'Planerarna och styrgruppen.', en: 'The planners and the steering group.' },
            { sv: 'Enligt er gallringsplan.', en: 'By your retention plan.' },
          ],
          [
            { sv: 'Datumfrågor', en: 'Questions about dates' },
            {
              sv: 'Namn, adress och svar per dag från planeringsgruppen och kommunernas funktionsbrevlådor.',
              en: 'Name, address and answer per day of the planning group and the municipalities’ general mailboxes.',
            },
            {
              sv: 'Planerarna. I chatten visas bara antal.',
              en: 'The planners. The chat shows only numbers.',
            },
            { sv: 'Enligt er gallringsplan.', en: 'By your retention plan.' },
          ],
          [
            { sv: 'Personliga länkar', en: 'Personal links' },
            {
              sv: 'Bara ett kondensat (SHA-256) av länken. De går ut och kan återkallas.',
              en: 'Only a hash (SHA-256) of the link. They expire and can be revoked.',
            },
            { sv: 'Ingen.', en: 'Nobody.' },
            { sv: 'Tills de går ut.', en: 'Until they expire.' },
          ],
        ],
      },
      {
        kind: 'text',
        words: {
          sv: 'Utanför databasen: kallelser och svar ligger i den organiserande brevlådan, skickade mejl i dess Skickat, dokumentation i kanalens mapp i SharePoint och botens kort i planeringschatten. Där gäller era egna regler för gallring.',
          en: 'Outside the database: invitations and answers are in the organiser mailbox, sent mails in its Sent Items, documentation in the channel’s folder in SharePoint and the bot’s cards in the planning chat. Your own retention rules apply there.',
        },
      },
    ],
  },
  {
    id: 'dietary',
    title: { sv: 'Specialkost: det som måste vara bestämt', en: 'Dietary needs: what must be decided' },
    parts: [
      {
        kind: 'text',
        words: {
          sv: 'I skarp drift öppnar appen inte anmälan förrän tre saker är ifyllda för lärprojektet: rättslig grund, gallring i dagar efter sista träffen, och beteckning på gallringsbeslutet. Deltagaren ser dem på sidan om personuppgifter.',
          en: 'In a tenant the app does not open registration until three things have been filled in for the learning project: legal basis, retention in days after the last session, and the reference of the retention decision. The participant sees them on the page about personal data.',
        },
      },
      {
        kind: 'text',
        words: {
          sv: 'Utan beslut raderas ingenting av sig självt. Det går inte att söka, filtrera eller sortera på specialkost.',
          en: 'Without a decision nothing is deleted by itself. Nobody can search, filter or sort by dietary needs.',
        },
      },
    ],
  },
  {
    id: 'questions',
    title: { sv: 'Frågor att avgöra', en: 'Questions to settle' },
    parts: [
      {
        kind: 'questions',
        items: [
          {
            sv: 'Vem är personuppgiftsansvarig? Driver två myndigheter lärprojektet tillsammans: är ni gemensamt ansvariga, och finns ett arrangemang enligt artikel 26?',
            en: 'Who is the controller? If two authorities run the project together: are you joint controllers, and is there an arrangement under article 26?',
          },
          {
            sv: 'Vilken är den rättsliga grunden för anmälan och deltagarlista? Uppgift av allmänt intresse är den vanliga.',
            en: 'What is the legal basis for the registration and the participant list? A task in the public interest is the usual one.',
          },
          {
            sv: 'Vilken är grunden för specialkost (artikel 9)? Uttryckligt samtycke, eller viktigt allmänt intresse enligt 3 kap. 3 § dataskyddslagen?',
            en: 'What is the basis for dietary needs (article 9)? Explicit consent, or important public interest under chapter 3 section 3 of the Swedish Data Protection Act?',
          },
          {
            sv: 'Vilka gallringsbeslut gäller: specialkost, deltagaruppgifter, utvärderingssvar, mejl, dokumentation? Skriv beteckningen på varje.',
            en: 'Which retention decisions apply: dietary needs, participant data, evaluation answers, mail, documentation? Write the reference of each.',
          },
          {
            sv: 'Finns personuppgiftsbiträdesavtal med den som driver server och databas? Var ligger de?',
            en: 'Is there a processor agreement with whoever hosts the server and the database? Where are they located?',
          },
          {
            sv: 'Behövs en konsekvensbedömning? Känsliga uppgifter i liten mängd, frivilliga och krypterade.',
            en: 'Is an impact assessment needed? Sensitive data in small amounts, voluntary and encrypted.',
          },
          {
            sv: 'Vem är dataskyddsombud att ange för deltagarna, och vem svarar på begäran om utlämnande av allmän handling?',
            en: 'Who is the data protection officer to name for participants, and who answers requests for access to official documents?',
          },
          {
            sv: 'Vilken informationsklass har uppgifterna? Förslag: projektdata måttlig, specialkost betydande.',
            en: 'Which information class does the data have? Proposal: project data moderate, dietary needs significant.',
          },
        ],
      },
    ],
  },
];

import { sendingSv } from './sv-sending.ts';

/** Plain Swedish: du, active voice, one thing per sentence, buttons are verbs. */
export const sv = {
  ...sendingSv,
  yes: 'Ja',
  cancel: 'Avbryt',
  cancelled: 'Avbrutet. Inget har skickats och inget har ändrats.',
  leftAlone: 'Då gör jag ingenting.',
  inTab: 'Öppna i fliken',
  askLead: 'Fråga innehållsansvarig',
  fault: 'Något gick fel hos mig. Inget mer har hänt än det du ser i fliken. Försök igen om en stund.',
  received: 'Det är redan mottaget.',
  stale: 'Kortet är gammalt. Skriv kommandot igen, så får du ett nytt.',
  stranger:
    'Hej! Jag hjälper planeringsgrupper och deltagare i lärprojekt. Jag hittar dig inte i något lärprojekt. Be innehållsansvarig lägga till dig med den adress du loggar in med.',
  otherTenant: 'Den här boten hör till en annan organisation.',
  dietaryTold: 'Skriv inte specialkost här. Jag har inte sparat det. Använd anmälan eller din personliga sida.',
  dietaryRefused: 'Det visar jag inte i chatten. Kökets antal finns i fliken.',
  openKitchen: 'Öppna köksbladet',
  mayNot: (what: string) => `”${what}” får bara innehållsansvarig göra. Vill du att jag frågar?`,
  leadAsked: 'En fråga till dig',
  drift: {
    title: (number: number, side: 'plan' | 'outlook') =>
      `Träff ${number}: ${side === 'plan' ? 'planen gäller' : 'Outlook gäller'}`,
    confirm: (side: 'plan' | 'outlook') => (side === 'plan' ? 'Rätta i Outlook' : 'Ändra planen'),
    done: (side: 'plan' | 'outlook') =>
      side === 'plan' ? 'Outlook rättas efter planen.' : 'Planen säger nu samma som Outlook.',
  },
  plannersOnly:
    'Det svarar jag bara dem som planerar på. Fråga mig om **nästa träff**, **agenda träff 2** eller **min anmälan**.',
  pressInstead: 'Ett ja räcker inte för mig: tryck på knappen i kortet. Är kortet borta? Skriv kommandot igen.',
  pressButton: (button: string) => `Ett ja i text skickar inget. Läs igenom och tryck på **${button}**.`,
  changedSince: 'Något har ändrats sedan sist, så ditt ja gäller inte längre. Läs igenom igen.',
  nothingAsked: 'Jag väntar inte på något svar. Skriv vad du vill göra, eller **hjälp**.',
  welcome: 'Varsågod.',
  okay: 'Okej. Jag gör inget.',
  asked: (lead: string) => `Nu har jag frågat ${lead}.`,
  askedNobody: 'Projektet har ingen innehållsansvarig som jag kan nå. Säg till i fliken.',
  askFor: (name: string, what: string, project: string) =>
    `${name} undrar om du kan göra det här i ${project}: ${what}`,
  planningOnly: 'Det svarar jag på i planeringschatten eller i en privat chatt. Det här är deltagarnas plats.',
  notUnderstood: (one: string, other: string) =>
    `Det förstod jag inte. Menar du **${one}** eller **${other}**? Skriv **hjälp** för att se allt jag kan.`,
  whichOne: (one: string, other: string) => `Menar du **${one}** eller **${other}**?`,
  whichSession: 'Vilken träff menar du?',
  noSuchSession: (number: number, count: number) => `Det finns ingen träff ${number}. Projektet har ${count} träffar.`,
  sessionName: (number: number) => `Träff ${number}`,
  showTexts: (count: number) => (count === 1 ? 'Läs texten' : 'Läs texterna'),
  mailSubject: (subject: string) => `Mejlets ämne: ${subject}`,
  noSessions: 'Projektet har inga kommande träffar.',
  help: {
    title: 'Hej! Jag hjälper er att hålla ihop lärprojektet.',
    intro: 'Skriv som du brukar, jag förstår svenska och engelska. Till exempel:',
    promise:
      'Jag skickar aldrig något till deltagarna utan att du först ser texten och trycker **Skicka**. Specialkost visar jag bara i fliken, aldrig i chatten. Skriv **ångra** om något blev fel.',
    about: {
      'status.show': 'vad är klart, vad är försenat, vad är nästa steg',
      'session.next': 'datum, plats, program och vad som saknas',
      'registration.count': 'hur många, och vilka kommuner som är tysta',
      'rooms.book': 'förslag per träff, som du ser innan något bokas',
      'registration.close': 'vem som får vad, innan bokningarna går ut',
      'sessionInfo.preview': 'program och förberedelser, som du läser innan de går ut',
      'evaluation.send': 'fem frågor till deltagarna när träffen slutar',
      'documentation.share': 'filerna till kanalen och till dem utan Teams',
      'dates.find': 'tre förslag efter lokalernas och era kalendrar',
      'theme.show': 'rangordnade efter stöd, och vilka kommuner som inte är hörda',
      'theme.decide': 'styrgruppens svar, som antecknas med dag och namn',
      'theme.ask': 'styrgruppen får frågan om temat, när du har sett den',
      'publication.show': 'färdiga texter för webben, nyhetsbrevet och LinkedIn',
      'session.proposeDate': 'vad som talar emot dagen, och vem som får besked',
      'task.add': 'sparas med namn och sista dag',
      'task.list': 'det som är öppet, med en knapp för var och en',
      'task.done': 'bockar av',
      'decision.add': 'skrivs ner med dag och namn',
      'costs.show': 'budget, vad det väntas kosta och vem som betalar vad',
      'reminders.switch': 'veckans läge av eller på; likadant med påminnelser',
      'agenda.check': 'om programmet ger luft till samtal',
      'agenda.show': 'programmet för en träff',
      'speaker.list': 'vilka som inte har svarat, och till när',
      'registration.mine': 'din egen anmälan, i privat chatt',
      undo: 'stoppa det som inte har gått ut',
    },
    participantIntro: 'Det här kan jag hjälpa dig med:',
    shared: 'I gruppchattar och kanaler svarar jag när du nämner mig.',
  },
  greeting: {
    title: 'Hej! Nu är jag här.',
    by: (name: string) =>
      `${name} lade till mig. Jag hjälper till att hålla ihop lärprojekt: läget, lokaler, anmälan, utvärdering och dokumentation.`,
    byNobody: 'Jag hjälper till att hålla ihop lärprojekt: läget, lokaler, anmälan, utvärdering och dokumentation.',
    sendsNothing: 'Att lägga till mig skickar ingenting till någon.',
    linked: (project: string, audience: string) => `Chatten är nu kopplad till ${project} som ${audience}.`,
    noProjects: 'Du har inga lärprojekt än. Skapa ett i fliken, så kopplar jag det hit.',
  },
  link: {
    question: 'Vilket lärprojekt hör den här konversationen till?',
    asPlanning: (project: string) => `${project}: planeringschatt`,
    asParticipants: (project: string) => `${project}: deltagarkanal`,
    explain:
      'I planeringschatten pratar ni som planerar. I deltagarkanalen läser alla deltagare. En konversation kan bara vara det ena.',
    later: 'Inte nu',
    laterDone: 'Det går bra. Skriv till mig när ni vill koppla ett lärprojekt.',
    notLinked: 'Den här konversationen hör inte till något lärprojekt än.',
    planning: 'planeringschatt',
    participants: 'deltagarkanal',
  },
  choose: {
    question: 'Vilket lärprojekt menar du?',
    elsewhere: (here: string, other: string) =>
      `Den här konversationen hör till ${here}. Fråga mig om ${other} i en privat chatt.`,
  },
  status: {
    title: (project: string) => `Läget i ${project}`,
    registered: (count: number) => (count === 1 ? '1 anmäld' : `${count} anmälda`),
    waiting: (count: number) => `${count} på väntelista`,
    silent: (count: number) => (count === 1 ? '1 kommun tyst' : `${count} kommuner tysta`),
    allAnswered: 'alla kommuner har anmält någon',
    closes: (when: string) => `Anmälan stänger ${when}.`,
    closed: 'Anmälan är stängd.',
    dormant: 'Projektet är vilande: inget går ut förrän innehållsansvarig har väckt det i fliken.',
    late: (count: number) => `Försenat (${count}):`,
    beforeTool: (count: number, since: string) =>
      count === 1
        ? `Före verktyget: 1 regel föll innan projektet togs in ${since}. Den räknas inte som sen.`
        : `Före verktyget: ${count} regler föll innan projektet togs in ${since}. De räknas inte som sena.`,
    next: 'Gör nu:',
    nothingNext: 'Inget behöver göras just nu.',
    due: (title: string, date: string) => `${title}, senast ${date}`,
    more: (count: number) => `och ${count} till i fliken`,
    remind: (names: string) => `påminn ${names}`,
  },
  next: {
    title: (number: number, theme: string) =>
      theme === '' ? `Nästa träff: träff ${number}` : `Nästa träff: träff ${number}, ${theme}`,
    other: (number: number, theme: string) => (theme === '' ? `Träff ${number}` : `Träff ${number}: ${theme}`),
    when: 'När',
    where: 'Var',
    room: 'Lokal',
    preparation: 'Förbered',
    missing: 'Det som saknas:',
    noDate: 'inget datum än',
    noVenue: 'ingen lokal än',
    programme: 'Öppna programmet',
    noPreparation: 'Du behöver inte förbereda något.',
    confirmEvaluation: (number: number) =>
      `Utvärderingen är inte bekräftad. Skriv **skicka utvärdering för träff ${number}**.`,
  },
  agenda: {
    title: (number: number) => `Program för träff ${number}`,
    empty: 'Programmet är inte klart än.',
    airy: 'Programmet är tillräckligt luftigt.',
    notAiry: 'Det här kan bli bättre i programmet:',
  },
  counts: {
    title: (project: string) => `Anmälda till ${project}`,
    confirmed: 'Anmälda',
    waiting: 'På väntelista',
    late: 'Sena förfrågningar',
    cancelled: 'Avbokade',
    organisations: 'Organisationer',
    silent: (names: string) => `Har inte anmält någon: ${names}.`,
    abstaining: (names: string) => `Avstår: ${names}.`,
    namesInTab: 'Namnen finns i fliken.',
  },
  missing: {
    title: 'Har inte svarat än',
    none: 'Alla kommuner har anmält minst en person.',
    list: (names: string) => `De här kommunerna har inte anmält någon: ${names}.`,
    showReminder: 'Visa påminnelsen',
  },
  rooms: {
    room: (number: number, what: string, seats: number | null) =>
      seats === null ? `Träff ${number}: ${what}.` : `Träff ${number}: ${what} och rymmer ${seats}.`,
    free: 'är ledig',
    busy: 'är upptagen',
    unknown: 'har en kalender som jag inte ser just nu',
    noCalendar: (numbers: string, count: number) =>
      `Träff ${numbers} har ingen rumskalender, så jag mejlar ${count === 1 ? 'värden' : 'värdarna'}.`,
    tooSmall: (number: number, venue: string, seats: number, people: number) =>
      `Obs: ${venue} rymmer ${seats}, ni är ${people} (träff ${number}).`,
    remark: (number: number, remarks: string) => `Obs, träff ${number}: ${remarks}`,
    see: (rooms: number, mails: number) =>
      mails === 0 ? 'Se bokning' : rooms === 0 ? 'Se mejl till värdar' : 'Se bokning och mejl',
    otherVenue: (number: number) => `Annan lokal, träff ${number}`,
    choose: 'Välj en, så visar jag vad det innebär. Inget är bokat.',
    noOther: (number: number) =>
      `Det finns ingen annan lokal för träff ${number}. Lägg till en i fliken under Planering, Lokaler.`,
    option: (venue: string, seats: number | null, hasWarnings: boolean) =>
      `${venue}${seats === null ? '' : ` (${seats})`}${hasWarnings ? ', med anmärkning' : ''}`,
    nothing: 'Alla träffar har lokal, eller är redan frågade.',
    confirm: (count: number) => (count === 1 ? 'Boka 1 lokal' : `Boka ${count} lokaler`),
    question: (rooms: number, mails: number) => {
      const parts = [
        ...(rooms === 0 ? [] : [rooms === 1 ? '1 rumsbokning' : `${rooms} rumsbokningar`]),
        ...(mails === 0 ? [] : [`${mails} mejl till värdar`]),
      ];
      return `${parts.length === 0 ? 'Ingen värd frågas' : `Det här ger ${parts.join(' och ')}`}. Deltagarna får inget.`;
    },
    needsReason:
      'Något talar emot de här lokalerna. Skriv varför de duger, eller välj andra i fliken under Planering, Lokaler.',
    reasonLabel: (number: number) => `Träff ${number}: varför duger lokalen ändå?`,
    reasonExample: 'Till exempel: fyra ledare står längs väggen',
    reason: (reason: string) => `Skäl: ${reason}`,
    withReasons: 'Ta med lokaler med skäl',
    reasonsRead: 'Inget är bokat än. Läs igenom med dina skäl och tryck en gång till.',
    noReason: 'Skriv ett skäl först. Inget är bokat.',
    unseen: 'Jag ser inte rummens kalendrar just nu. Ett rum som är upptaget tackar nej när det frågas.',
    working: 'Lokalerna frågas nu. Kortet uppdateras när svaren har kommit.',
    done: (time: string) => `Så här står det ${time}:`,
    line: (number: number, venue: string, status: string) => `Träff ${number}, ${venue}: ${status}`,
  },
  move: {
    title: (number: number) => `Flytta träff ${number}`,
    whichDate: 'Vilket datum ska träffen flytta till? Skriv till exempel **flytta träff 3 till 20 januari**.',
    from: 'Från',
    to: 'Till',
    confirm: (date: string) => `Flytta till ${date}`,
    keep: (date: string) => `Behåll ${date}`,
    moved: (date: string) => `Träffen är flyttad till ${date}. Lokalen frågas först, sedan uppdateras bokningarna.`,
    noSuchDay: (day: string) => `${day} finns inte i kalendern.`,
    isHoliday: (date: string, holiday: string) => `Den ${date} är ${holiday}.`,
    isWeekend: (date: string, weekday: string) => `Den ${date} är en ${weekday}.`,
    stands: (date: string) => `${date} finns kvar.`,
    updates: (count: number) =>
      count === 0
        ? 'Ingen är inbjuden än.'
        : `Det ger ${count === 1 ? '1 uppdaterad bokning' : `${count} uppdaterade bokningar`}.`,
    meant: (date: string) => `Menar du ${date}?`,
    dayInWeek: (week: number) => `Vilken dag i vecka ${week}?`,
    previewDay: (date: string) => `Förhandsgranska ${date}`,
    kept: 'Träffen ligger kvar.',
    weekdayDiffers: 'Veckodagen och datumet stämmer inte med varandra.',
    several: 'Vilket datum menar du?',
  },
  mine: {
    confirmed: (project: string) => `Du är anmäld till ${project}. Anmälan gäller alla träffar.`,
    waiting: (project: string, place: number) => `Du står på plats ${place} på väntelistan till ${project}.`,
    none: (project: string) => `Du är inte anmäld till ${project}.`,
    link: (url: string) => `Skriv din e-postadress på projektets sida, så får du en personlig länk med mejl: ${url}`,
    notHere: 'Det svarar jag på i en privat chatt med dig.',
  },
  remove: {
    found: (name: string) => `Jag hittar ${name}.`,
    foundSome: (count: number) =>
      count === 1 ? 'Jag hittar en person med det namnet.' : `Jag hittar ${count} personer med det namnet.`,
    notFound: 'Jag hittar ingen med det namnet.',
    leadOnly: 'Bara innehållsansvarig kan avboka deltagare.',
    inTab: 'Avbokning gör du i fliken under Deltagare. Där ser du vad den innebär innan du bekräftar.',
  },
  soundingBoard: {
    board: {
      are: (number: number, names: string, _count: number) => `Träff ${number}: bollplank är ${names}.`,
      none: (number: number) => `Träff ${number} har inget bollplank än.`,
      fair: (number: number, names: string) =>
        `Träff ${number} har inget bollplank än. Det är ${names} som står på tur. Välj i fliken under Planering, Uppgifter.`,
    },
    notes: {
      are: (number: number, names: string, _count: number) => `Träff ${number}: ${names} antecknar.`,
      none: (number: number) => `Träff ${number} har ingen som antecknar än.`,
      fair: (number: number, names: string) =>
        `Träff ${number} har ingen som antecknar än. Det är ${names} som står på tur. Välj i fliken under Planering, Uppgifter.`,
    },
  },
  decline: {
    own: (url: string) =>
      `Du avbokar dig på din egen sida. Länken kom med mejl när du anmälde dig. Här får du den igen: ${url} Kan du inte komma till en av träffarna? Tacka nej i kalenderbokningen. Jag har inte ändrat något.`,
    planner:
      'Kan du inte komma till en träff? Tacka nej i kalenderbokningen. Du är inte anmäld som deltagare, så det finns ingen anmälan att avboka.',
    session:
      'En träff ställer du in i fliken under Planering, Datum: Ändra träffen och sedan Ta bort träffen. Du ser vem som får besked innan du bekräftar. Jag har inte ändrat något.',
  },
  remind: {
    me: 'mig',
    something: 'det som ska göras',
    example: (who: string, what: string, day: string) =>
      `uppgift till ${who}: ${what}${day === '' ? '' : ` senast ${day}`}`,
    task: (example: string) =>
      `Jag påminner om uppgifter. Skriv **${example}**, så påminner jag när dagen är nära. Inget har skickats.`,
    person: (example: string) =>
      `Jag påminner om uppgifter. Skriv till exempel **${example} senast fredag**, så påminner jag när dagen är nära. Inget har skickats.`,
    tasks:
      'Uppgifter påminner jag om själv, när sista dagen är nära. Skriv **uppgifter** för att se vad som är öppet. Inget har skickats.',
    participants: (number: string) =>
      `Deltagarna påminner du med informationen inför träffen. Skriv **skicka infon inför träff ${number}**, så får du läsa den innan den går ut. Inget har skickats.`,
    cannot:
      'Det kan jag inte påminna om. Skriv **påminn kommunerna** för dem som inte har svarat, eller **uppgift till Karin: boka lunch senast fredag**. Inget har skickats.',
  },
  forward: {
    'planning.where':
      'Planeringen finns i fliken: tidslinje, datum, lokaler, uppgifter och roller. Jag svarar också på **läget**, **uppgifter** och **planeringsmöten**.',
    'invitation.where':
      'Inbjudan läser du och skickar i fliken under Utskick. Du ser den som den går ut, och till vem, innan du bekräftar. Jag har inte skickat något.',
    'roles.where':
      'Vem som gör vad står i fliken under Planering, Texter och roller. Vem som har vilken uppgift ser du om du skriver **uppgifter**.',
    'guideline.where':
      'Riktlinjerna står i fliken under Planering, Tidslinje. Öppna en rad, så ser du regelns text och vad som saknas.',
    'agenda.edit': 'Programmet ändrar du i fliken under Träffar. Jag har inte ändrat något.',
    'wish.add': 'Önskemål kan jag inte spara än. Skriv det i planeringschatten, så ser alla det. Inget är sparat.',
    'homework.remind':
      'Påminnelser om hemuppgiften kan jag inte skicka än. Inget har skickats. Skriv den i informationen inför träffen: **skicka infon**.',
    'seating.create': 'Bordsplacering kan jag inte göra än. Deltagarlistan finns i fliken under Deltagare.',
    'report.draft': 'Träffrapporten kan jag inte skriva än. Dokumentationen från träffen finns i fliken under Träffar.',
  },
} as const;

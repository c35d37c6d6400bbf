import type { ProbeAnswer } from '../../../ports/probes.ts';
import { givingRole, looking, narrowing, wideningCalendars } from '../../package/handover/powershell.ts';
import type { Bench } from '../bench.ts';
import { fault, fine, warning, words, type Finding, type Trouble } from '../types.ts';

const hourPasses = words(
  'En ändring i Exchange kan ta upp till två timmar innan den märks.',
  'A change in Exchange can take up to two hours to be felt.',
);

const isClosed = ({ status }: ProbeAnswer): boolean => status === 401 || status === 403;

/** The installation's mailbox, and those that projects name for themselves. */
async function organisers({ setup, looked }: Bench): Promise<readonly string[]> {
  const found = await looked();
  const own = found.kind === 'open' ? found.projects.flatMap(({ organiserMailbox }) => organiserMailbox ?? []) : [];
  return unique([setup.organiserMailbox, ...own]);
}

export async function organiserFound(bench: Bench): Promise<readonly Finding[]> {
  return await Promise.all((await organisers(bench)).map((mailbox) => found(bench, mailbox)));
}

async function found({ probes, setup }: Bench, mailbox: string): Promise<Finding> {
  const answer = await probes.calendar(mailbox);
  if (answer.status === 200) return fine(`Appen når ${mailbox}.`, `The app reaches ${mailbox}.`);
  if (answer.status === 404) return noMailbox(mailbox, answer);
  if (isClosed(answer))
    return fault({
      what: words(`Appen släpps inte in i ${mailbox}.`, `The app is not let into ${mailbox}.`),
      why: closedBy(answer),
      who: 'exchangeAdmin',
      how: words(
        `Ge appen rollerna för brevlådan i Exchange Online. ${hourPasses.sv}`,
        `Give the app the roles for the mailbox in Exchange Online. ${hourPasses.en}`,
      ),
      command: narrowing({ ...setup, organiserMailbox: mailbox }, 'sv'),
    });
  return surprising(mailbox, answer);
}

function noMailbox(mailbox: string, { code }: ProbeAnswer): Finding {
  const hasAccount = code === 'MailboxNotEnabledForRESTAPI';
  return fault({
    what: hasAccount
      ? words(
          `${mailbox} har ett konto men ingen brevlåda i Exchange Online.`,
          `${mailbox} has an account but no mailbox in Exchange Online.`,
        )
      : words(`Brevlådan ${mailbox} finns inte.`, `There is no mailbox ${mailbox}.`),
    why: words(
      'Alla kallelser och mejl går från den. En brevlåda på egen server eller ett konto utan licens når appen inte.',
      'Every invitation and mail goes from it. A mailbox on a server of one’s own or an account without licence is out of the app’s reach.',
    ),
    who: 'exchangeAdmin',
    how: words(
      'Skapa en delad brevlåda i Exchange Online, eller rätta adressen i ORGANISER_MAILBOX.',
      'Make a shared mailbox in Exchange Online, or correct the address in ORGANISER_MAILBOX.',
    ),
    command: `New-Mailbox -Shared -Name "Larprojekt" -PrimarySmtpAddress "${mailbox}"`,
  });
}

function closedBy({ status, code }: ProbeAnswer): Trouble['why'] {
  return words(
    `Exchange svarade ${status} ${code}: brevlådan ligger utanför appens omfång.`,
    `Exchange answered ${status} ${code}: the mailbox is outside the app’s scope.`,
  );
}

function surprising(mailbox: string, { status, code }: ProbeAnswer): Finding {
  return fault({
    what: words(
      `Frågan om ${mailbox} fick ett oväntat svar: ${status} ${code}.`,
      `Asking about ${mailbox} gave an unexpected answer: ${status} ${code}.`,
    ),
    why: words('Då vet vi inte om appen kommer in.', 'So it is not known whether the app gets in.'),
    who: 'exchangeAdmin',
    how: words('Se vad appen får göra i brevlådan.', 'Look at what the app may do in the mailbox.'),
    command: looking(mailbox),
  });
}

/** Each right for itself, by asking to change what does not exist. */
export async function organiserRights(bench: Bench): Promise<readonly Finding[]> {
  const { probes } = bench;
  const rights = [
    { permission: 'Calendars.ReadWrite', try: probes.changeEvent, sv: 'boka och kalla', en: 'book and invite' },
    { permission: 'Mail.ReadWrite', try: probes.changeMail, sv: 'skriva utkast', en: 'write drafts' },
    { permission: 'Mail.Send', try: probes.sendMail, sv: 'skicka mejl', en: 'send mail' },
  ];
  const findings: Finding[] = [];
  for (const mailbox of await organisers(bench)) {
    for (const right of rights) {
      const answer = await right.try(mailbox);
      if (!isClosed(answer)) continue;
      findings.push(
        fault({
          what: words(`Appen får inte ${right.sv} i ${mailbox}.`, `The app may not ${right.en} in ${mailbox}.`),
          why: words(
            `Rollen Application ${right.permission} saknas för brevlådan (${answer.status} ${answer.code}).`,
            `The role Application ${right.permission} is missing for the mailbox (${answer.status} ${answer.code}).`,
          ),
          who: 'exchangeAdmin',
          how: words(
            `Ge rollen i Exchange Online. ${hourPasses.sv}`,
            `Give the role in Exchange Online. ${hourPasses.en}`,
          ),
          command: givingRole(right.permission, mailbox),
        }),
      );
    }
  }
  return findings.length > 0
    ? findings
    : [fine('Appen får boka, skriva och skicka.', 'The app may book, write and send.')];
}

export async function sharedCalendars(bench: Bench): Promise<readonly Finding[]> {
  const looked = await bench.looked();
  const projects = looked.kind === 'open' ? looked.projects : [];
  const shared = unique(projects.flatMap(({ sharedCalendarMailbox }) => sharedCalendarMailbox ?? []));
  if (shared.length === 0)
    return [fine('Inget lärprojekt använder en delad kalender.', 'No learning project uses a shared calendar.')];
  return await Promise.all(shared.map((mailbox) => sharedCalendar(bench, mailbox)));
}

async function sharedCalendar(bench: Bench, mailbox: string): Promise<Finding> {
  const { probes } = bench;
  const answer = await probes.calendar(mailbox);
  if (answer.status === 404) return noMailbox(mailbox, answer);
  if (!isClosed(answer) && !isClosed(await probes.changeEvent(mailbox)))
    return fine(`Appen skriver i ${mailbox}.`, `The app writes in ${mailbox}.`);
  return fault({
    what: words(
      `Appen får inte skriva i den delade kalendern ${mailbox}.`,
      `The app may not write in the shared calendar ${mailbox}.`,
    ),
    why: closedBy(answer),
    who: 'exchangeAdmin',
    how: words(
      `Lägg till kalendern i omfånget för kalendrar. ${hourPasses.sv}`,
      `Add the calendar to the scope for calendars. ${hourPasses.en}`,
    ),
    command: wideningCalendars([...(await organisers(bench)), mailbox]),
  });
}

/** A mailbox that is none of the app's business must be closed. A room's will do: it is nobody's own. */
export async function othersClosed(bench: Bench): Promise<readonly Finding[]> {
  const own = new Set((await organisers(bench)).map((mailbox) => mailbox.toLowerCase()));
  const other = (await bench.places()).find(({ mailbox }) => !own.has(mailbox.toLowerCase()))?.mailbox;
  if (other === undefined) return [noOther()];
  const open = [
    { permission: 'Calendars.ReadWrite', answer: await bench.probes.calendar(other) },
    { permission: 'Mail.ReadWrite', answer: await bench.probes.readMail(other) },
  ].filter(({ answer }) => answer.status === 200);
  if (open.length === 0)
    return [fine(`${other} är stängd för appen, som den ska vara.`, `${other} is closed to the app, as it should be.`)];
  const names = open.map(({ permission }) => permission).join(', ');
  return [
    warning({
      what: words(`Appen kommer också in i ${other}.`, `The app gets into ${other} as well.`),
      why: words(
        `Den når fler brevlådor än den behöver, med ${names}. Antingen är behörigheten godkänd för alla, eller så är omfånget i Exchange för vitt.`,
        `It reaches more mailboxes than it needs, by ${names}. Either the permission is consented for all, or the scope in Exchange is too wide.`,
      ),
      who: 'exchangeAdmin',
      how: words(
        'Ta bort samtycket till Calendars.* och Mail.* i Entra och begränsa omfånget till brevlådorna.',
        'Take away the consent to Calendars.* and Mail.* in Entra and limit the scope to the mailboxes.',
      ),
      command: `${looking(other)}\nGet-ManagementScope | Format-Table Name, RecipientFilter`,
    }),
  ];
}

const noOther = (): Finding =>
  warning({
    what: words('Det finns ingen annan brevlåda att pröva med.', 'There is no other mailbox to try with.'),
    why: words(
      'Kontrollen tar en lokals brevlåda, och ingen lokal är känd.',
      'The check takes a room’s mailbox, and no room is known.',
    ),
    who: 'exchangeAdmin',
    how: words(
      'Pröva omfånget med en brevlåda som appen inte ska nå.',
      'Try the scope with a mailbox that the app must not reach.',
    ),
    command: looking('<någon annans adress / somebody else’s address>'),
  });

export async function online(bench: Bench): Promise<readonly Finding[]> {
  return await Promise.all((await organisers(bench)).map((mailbox) => onlineIn(bench, mailbox)));
}

async function onlineIn({ probes }: Bench, mailbox: string): Promise<Finding> {
  const { meetingProviders } = await probes.calendar(mailbox);
  if (meetingProviders.includes('teamsForBusiness'))
    return fine(`${mailbox} kan skapa Teams-möten.`, `${mailbox} can make Teams meetings.`);
  return warning({
    what: words(`${mailbox} kan inte skapa Teams-möten.`, `${mailbox} cannot make Teams meetings.`),
    why: words(
      'Digitala träffar och föreläsare på distans får då ingen länk. Brevlådan saknar Teams-licens, eller så är tillägget för möten avstängt.',
      'Digital sessions and remote speakers then get no link. The mailbox has no Teams licence, or the provider of meetings is switched off.',
    ),
    who: 'teamsAdmin',
    how: words(
      'Ge brevlådans konto en licens med Teams i Microsoft 365 administrationscenter, och tillåt mötestillägget för Outlook.',
      'Give the mailbox’s account a licence with Teams in the Microsoft 365 admin center, and allow the Outlook meeting add-in.',
    ),
    command: `Get-CsTeamsMeetingPolicy -Identity Global | Select-Object AllowOutlookAddIn`,
  });
}

/** Projects' zones, as the calendar is told them. */
export async function zones(bench: Bench): Promise<readonly Finding[]> {
  const looked = await bench.looked();
  const own = looked.kind === 'open' ? looked.projects.map(({ timeZone }) => timeZone) : [];
  return await Promise.all(unique(['Europe/Stockholm', ...own]).map((zone) => zoneTaken(bench, zone)));
}

async function zoneTaken({ probes, setup }: Bench, zone: string): Promise<Finding> {
  const answer = await probes.zone(setup.organiserMailbox, zone).catch((cause: unknown) => {
    if (cause instanceof Error && cause.message.includes(zone)) return undefined;
    throw cause;
  });
  if (answer?.status === 200) return fine(`Kalendern räknar i ${zone}.`, `The calendar counts in ${zone}.`);
  return fault({
    what: words(`Kalendern kan inte räkna i tidszonen ${zone}.`, `The calendar cannot count in the zone ${zone}.`),
    why:
      answer === undefined
        ? words('Zonen saknar namn i Outlook.', 'The zone has no name in Outlook.')
        : words(`Svaret blev ${answer.status} ${answer.code}.`, `The answer was ${answer.status} ${answer.code}.`),
    who: 'you',
    how: words(
      'Ändra lärprojektets tidszon till Europe/Stockholm.',
      'Change the learning project’s zone to Europe/Stockholm.',
    ),
    command:
      'npm run project -- export ID --out fil.json   # timeZone: "Europe/Stockholm"\nnpm run project -- import fil.json --replace',
  });
}

const unique = (texts: readonly string[]): string[] => [
  ...new Map(texts.map((text) => [text.toLowerCase(), text])).values(),
];

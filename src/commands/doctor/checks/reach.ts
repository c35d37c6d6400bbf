import { Temporal } from 'temporal-polyfill';
import type { Bench } from '../bench.ts';
import { fault, fine, warning, words, type Finding } from '../types.ts';

/** The sandbox listens on the machine itself, where nothing needs to be secret. */
const isLoopback = (url: string): boolean => /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(url);

export async function addressAnswers({ setup }: Bench): Promise<readonly Finding[]> {
  const { publicUrl } = setup;
  if (!publicUrl.startsWith('https://') && !isLoopback(publicUrl))
    return [
      fault({
        what: words(`Adressen ${publicUrl} är inte https.`, `The address ${publicUrl} is not https.`),
        why: words('Teams och Microsoft 365 talar bara med https.', 'Teams and Microsoft 365 speak only https.'),
        who: 'you',
        how: words(
          'Skaffa ett certifikat för adressen och ändra PUBLIC_URL.',
          'Get a certificate for the address and change PUBLIC_URL.',
        ),
      }),
    ];
  const answer = await setup.reach(`${publicUrl}/healthz`).catch((cause: unknown) => cause);
  if (answer instanceof Response && answer.ok && (await answer.text()) === 'ok')
    return [fine(`Lärprojekt svarar på ${publicUrl}.`, `Lärprojekt answers at ${publicUrl}.`)];
  const told = answer instanceof Response ? `HTTP ${answer.status}` : whyNot(answer);
  return [
    fault({
      what: words(`Lärprojekt svarar inte på ${publicUrl}.`, `Lärprojekt does not answer at ${publicUrl}.`),
      why: words(
        `Svaret blev: ${told}. Antingen är Lärprojekt inte i gång, eller så leder adressen någon annanstans.`,
        `The answer was: ${told}. Either Lärprojekt is not running, or the address leads somewhere else.`,
      ),
      who: 'you',
      how: words(
        'Starta Lärprojekt och se efter att DNS, certifikat och omvänd proxy leder dit.',
        'Start Lärprojekt and see that DNS, certificate and reverse proxy lead there.',
      ),
      command: `curl -v ${publicUrl}/healthz`,
    }),
  ];
}

function whyNot(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}

/** Microsoft must reach us from outside: only its own handshake shows that. */
export async function notified({ setup, probes }: Bench): Promise<readonly Finding[]> {
  const answer = await probes.handshake({
    mailbox: setup.organiserMailbox,
    notificationUrl: `${setup.publicUrl}/graph/notifications`,
    expiresAt: Temporal.Instant.from(setup.now()).add({ hours: 1 }).toString({ smallestUnit: 'second' }),
  });
  // A conflict says that an earlier handshake still stands.
  if (answer.status < 300 || answer.status === 409)
    return [
      fine(
        'Microsoft 365 når adressen och kan berätta när något ändras.',
        'Microsoft 365 reaches the address and can tell when something changes.',
      ),
    ];
  return [
    warning({
      what: words('Microsoft 365 når inte adressen utifrån.', 'Microsoft 365 does not reach the address from outside.'),
      why: words(
        `Handskakningen misslyckades (${answer.status} ${answer.code}). Svar från deltagare läses ändå, men en stund senare. Boten får inga meddelanden.`,
        `The handshake failed (${answer.status} ${answer.code}). Answers from participants are read all the same, but some time later. The bot gets no messages.`,
      ),
      who: 'you',
      how: words(
        'Öppna brandväggen för https från internet till /graph/notifications och /api/messages.',
        'Open the firewall for https from the internet to /graph/notifications and /api/messages.',
      ),
      command: `curl -i -X POST "${setup.publicUrl}/graph/notifications?validationToken=hej"`,
    }),
  ];
}

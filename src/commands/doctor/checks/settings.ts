import type { ConfigError, TenantSetting } from '../../../config.ts';
import type { Words } from '../../../domain/words.ts';
import { fault, fine, words, type Finding } from '../types.ts';

const places: Readonly<Record<TenantSetting, Words>> = {
  ENTRA_TENANT_ID: words('Entra → Översikt → Klientorganisations-ID', 'Entra → Overview → Tenant ID'),
  ENTRA_CLIENT_ID: words(
    'Entra → Appregistreringar → Lärprojekt → Program-ID',
    'Entra → App registrations → Lärprojekt → Application (client) ID',
  ),
  ENTRA_CLIENT_SECRET: words(
    'Entra → Appregistreringar → Lärprojekt → Certifikat och hemligheter, kolumnen Värde',
    'Entra → App registrations → Lärprojekt → Certificates & secrets, the column Value',
  ),
  BOT_APP_ID: words(
    'Azure → Azure Bot → Konfiguration → Microsoft App ID',
    'Azure → Azure Bot → Configuration → Microsoft App ID',
  ),
  BOT_APP_PASSWORD: words(
    'samma ställe som ENTRA_CLIENT_SECRET; boten delar appregistreringen',
    'the same place as ENTRA_CLIENT_SECRET; the bot shares the registration',
  ),
  PUBLIC_URL: words('adressen som deltagare ska se, med https', 'the address that participants see, with https'),
  ORGANISER_MAILBOX: words(
    'den delade brevlådan som Exchange-administratören har skapat',
    'the shared mailbox that the Exchange administrator has made',
  ),
  VAULT_KEY: words('skapas en gång med kommandot och sparas säkert', 'made once with the command and kept safe'),
};

export const settingsComplete: Finding = fine('Allt som behövs är ifyllt.', 'Everything that is needed is filled in.');

/** One finding for each setting that is missing or cannot be read, with the place where its value stands. */
export function settingFaults({ problems }: ConfigError): readonly Finding[] {
  return problems.map((problem) => {
    const name = /^[A-Z_]+/.exec(problem)?.[0] ?? '';
    const isMissing = / is missing/.test(problem);
    const place = name in places ? places[name as TenantSetting] : undefined; // looked up on the line before
    return fault({
      what: isMissing
        ? words(`${name} är inte ifylld.`, `${name} is not filled in.`)
        : words(`${name} går inte att använda (${problem}).`, `${name} cannot be used (${problem}).`),
      why: words('Lärprojekt startar inte utan den.', 'Lärprojekt does not start without it.'),
      who: 'you',
      how: place
        ? words(`Värdet finns här: ${place.sv}.`, `Where its value stands: ${place.en}.`)
        : words('Rätta värdet i miljön.', 'Correct the value in the environment.'),
      ...(name === 'VAULT_KEY' ? { command: 'openssl rand -base64 32' } : {}),
    });
  });
}

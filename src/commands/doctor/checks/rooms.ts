import { Temporal } from 'temporal-polyfill';
import type { Bench } from '../bench.ts';
import { fine, warning, words, type Finding } from '../types.ts';

export async function roomsThere(bench: Bench): Promise<readonly Finding[]> {
  const { length } = await bench.places();
  if (length > 0)
    return [fine(`Lokaler med egen kalender: ${length}.`, `Rooms with a calendar of their own: ${length}.`)];
  return [
    warning({
      what: words('Det finns inga lokaler att boka i Outlook.', 'There are no rooms to book in Outlook.'),
      why: words(
        'Utan rumsbrevlådor frågas varje värd med mejl i stället. En ny brevlåda kan ta ett dygn innan den syns här.',
        'Without room mailboxes every host is asked by mail instead. A new mailbox can take a day to be seen here.',
      ),
      who: 'exchangeAdmin',
      how: words('Skapa en rumsbrevlåda för varje egen lokal.', 'Make a room mailbox for each room of your own.'),
      command: `New-Mailbox -Room -Name "Sal Siljan" -PrimarySmtpAddress "sal-siljan@<domän>" -ResourceCapacity 45
Set-Place "sal-siljan@<domän>" -City "Falun"`,
    }),
  ];
}

export async function roomLists(bench: Bench): Promise<readonly Finding[]> {
  const lists = await bench.probes.roomLists();
  if (lists.length > 0) return [fine(`Rumslistor: ${lists.length}.`, `Room lists: ${lists.length}.`)];
  return [
    warning({
      what: words('Det finns inga rumslistor.', 'There are no room lists.'),
      why: words(
        'Lärprojekt bokar ändå, men den som letar rum för hand i Outlook får inga förslag ort för ort.',
        'Lärprojekt books all the same, but somebody who looks for a room in Outlook by hand gets no suggestions town by town.',
      ),
      who: 'exchangeAdmin',
      how: words('Skapa en rumslista för varje ort.', 'Make a room list for each town.'),
      command: `New-DistributionGroup -Name "Lokaler Falun" -RoomList
Add-DistributionGroupMember -Identity "Lokaler Falun" -Member "sal-siljan@<domän>"`,
    }),
  ];
}

/** Rooms whose calendar cannot be seen would be proposed as free. */
export async function roomCalendars(bench: Bench): Promise<readonly Finding[]> {
  const places = await bench.places();
  const from = Temporal.Instant.from(bench.setup.now());
  const busy = await bench.rooms.busy({
    organiserMailbox: bench.setup.organiserMailbox,
    mailboxes: places.map(({ mailbox }) => mailbox),
    from: from.toString({ smallestUnit: 'second' }),
    to: from.add({ hours: 24 * 7 }).toString({ smallestUnit: 'second' }),
  });
  const closed = busy.filter(({ known }) => !known);
  if (closed.length === 0) return [fine('Alla lokaler visar när de är lediga.', 'Every room shows when it is free.')];
  return closed.map(({ mailbox }) =>
    warning({
      what: words(
        `Lokalen ${mailbox} visar inte när den är ledig.`,
        `The room ${mailbox} does not show when it is free.`,
      ),
      why: words(
        'Den står i listan över lokaler men saknar brevlåda, eller så är kalendern stängd. Då föreslås den inte.',
        'It stands in the list of rooms but has no mailbox, or its calendar is closed. So it is not proposed.',
      ),
      who: 'exchangeAdmin',
      how: words(
        'Kontrollera att brevlådan finns och att alla får se när den är upptagen.',
        'Check that the mailbox is there and that everybody may see when it is busy.',
      ),
      command: `Get-Mailbox "${mailbox}" | Format-Table RecipientTypeDetails
Set-MailboxFolderPermission "${mailbox}:\\Calendar" -User Default -AccessRights AvailabilityOnly
Set-CalendarProcessing "${mailbox}" -AutomateProcessing AutoAccept`,
    }),
  );
}

import type { Bench } from '../bench.ts';
import type { LookedConversation } from '../database.ts';
import { FarSideFault } from '../../../ports/far-side.ts';
import { fault, fine, warning, words, type Finding } from '../types.ts';

/** Each channel that a project shows its participants, and the folder that its documents go to. */
export async function channelFolders(bench: Bench): Promise<readonly Finding[]> {
  const looked = await bench.looked();
  const channels = (looked.kind === 'open' ? looked.conversations : []).filter(
    ({ kind, audience }) => kind === 'channel' && audience === 'participants',
  );
  if (channels.length === 0)
    return [
      fine(
        'Inget lärprojekt har en kanal för deltagare; dokumentationen går med mejl och sida.',
        'No learning project has a channel for participants; documents go by mail and page.',
      ),
    ];
  return await Promise.all(channels.map((channel) => folder(bench, channel)));
}

async function folder({ files, setup }: Bench, channel: LookedConversation): Promise<Finding> {
  const teamId = channel.teamId ?? setup.participantsTeamId;
  if (teamId === null) return noTeam();
  try {
    const wanted = { teamId, channelId: channel.id };
    // A first question is what makes SharePoint begin; the second tells whether it was quick.
    const found = (await files.channelFolder(wanted)) ?? (await files.channelFolder(wanted));
    return found === null ? notReady() : fine('Kanalens mapp tar emot filer.', 'The channel’s folder takes files.');
  } catch (cause) {
    if (!(cause instanceof FarSideFault)) throw cause;
    return refused(cause);
  }
}

const noTeam = (): Finding =>
  fault({
    what: words('Det är inte känt vilket team kanalen hör till.', 'It is not known which team the channel belongs to.'),
    why: words(
      'Teams har inte berättat det, så filerna har ingenstans att läggas.',
      'Teams has not told, so the files have nowhere to go.',
    ),
    who: 'you',
    how: words('Skriv teamets id i PARTICIPANTS_TEAM_ID.', 'Write the team’s id in PARTICIPANTS_TEAM_ID.'),
    command: 'Get-Team -DisplayName "<teamets namn>" | Select-Object GroupId',
  });

const notReady = (): Finding =>
  warning({
    what: words('Kanalens mapp finns inte än.', 'The channel’s folder is not there yet.'),
    why: words(
      'SharePoint gör mappen en stund efter kanalen. Lärprojekt försöker igen av sig självt. Finns teamet inte alls blir svaret detsamma.',
      'SharePoint makes the folder some time after the channel. Lärprojekt tries again by itself. If the team is not there at all, the answer is the same.',
    ),
    who: 'you',
    how: words(
      'Öppna fliken Filer i kanalen en gång och kör kontrollen igen.',
      'Open the tab Files in the channel once and run the check again.',
    ),
  });

const refused = ({ status, code }: FarSideFault): Finding =>
  fault({
    what: words('Appen släpps inte in i kanalens mapp.', 'The app is not let into the channel’s folder.'),
    why: words(`SharePoint svarade ${status} ${code}.`, `SharePoint answered ${status} ${code}.`),
    who: 'globalAdmin',
    how: words(
      'Kontrollera samtycket till Sites.ReadWrite.All i Entra → Företagsprogram → Lärprojekt → Behörigheter.',
      'Check the consent to Sites.ReadWrite.All in Entra → Enterprise applications → Lärprojekt → Permissions.',
    ),
  });

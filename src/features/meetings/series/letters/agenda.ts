import { localDate } from '../../../../domain/local-date.ts';
import { capitalised, dayMonth } from '../../../../domain/swedish-text.ts';
import type { Language } from '../../../../domain/words.ts';
import { heading, letter, link, list, paragraph } from '../../../notices/letters/letter.ts';
import type { Letter, LetterPart } from '../../../notices/types.ts';
import type { MeetingAgenda } from '../agenda/types.ts';

/** Lines of each part; the tab has them all. */
const mostLines = 12;

/** A part of the agenda: its heading and its lines, or what is said when there are none. */
export interface AgendaPart {
  readonly title: string;
  readonly lines: readonly string[];
  readonly none: string;
}

export function agendaTitle({ when }: Pick<MeetingAgenda, 'when'>, language: Language): string {
  return language === 'sv' ? `Dagordning, planeringsmöte ${when}` : `Agenda, planning meeting ${when}`;
}

/** What is on the agenda, in the order in which it is talked about. */
export function agendaParts(agenda: MeetingAgenda, language: Language): readonly AgendaPart[] {
  const sv = language === 'sv';
  const day = (date: string): string => dayMonth(localDate(date), language);
  const { tasks, deadline, speakers, decisions } = agenda;
  return [
    {
      title: sv ? 'Öppna uppgifter' : 'Open tasks',
      none: sv ? 'Inga öppna uppgifter.' : 'No open tasks.',
      lines: shortened(
        tasks.map(({ what, who, dueOn, isLate }) => {
          const owner = who ?? (sv ? 'ingen ansvarig' : 'nobody');
          const by = sv ? 'senast' : 'by';
          const late = sv ? 'försenad sedan' : 'late since';
          const due = dueOn === null ? '' : `, ${isLate ? late : by} ${day(dueOn)}`;
          return `${what} – ${owner}${due}`;
        }),
        sv,
      ),
    },
    {
      title: sv ? 'Nästa hållpunkt i riktlinjerna' : 'Next date of the guidelines',
      none: sv ? 'Ingen hållpunkt närmast.' : 'No date ahead.',
      lines: deadline === null ? [] : [`${deadline.title}, ${sv ? 'senast' : 'by'} ${day(deadline.due)}`],
    },
    {
      title: sv ? 'Medverkande som inte har svarat' : 'Speakers who have not answered',
      none: sv ? 'Alla tillfrågade har svarat.' : 'All who were asked have answered.',
      lines: shortened(
        speakers.map(({ name, sessionNumber }) => `${name}, ${sv ? 'träff' : 'session'} ${sessionNumber}`),
        sv,
      ),
    },
    {
      title: sv ? 'Beslut sedan förra mötet' : 'Decisions since the last meeting',
      none: sv ? 'Inga beslut är nedskrivna sedan dess.' : 'No decisions have been written down since.',
      lines: shortened(
        decisions.map(({ text, decidedOn }) => `${text} (${day(decidedOn)})`),
        sv,
      ),
    },
  ];
}

function shortened(lines: readonly string[], sv: boolean): readonly string[] {
  const more = lines.length - mostLines;
  if (more <= 0) return lines;
  return [...lines.slice(0, mostLines), sv ? `och ${more} till` : `and ${more} more`];
}

export function roomDeclinedLine(language: Language): string {
  return language === 'sv'
    ? 'Lokalen har tackat nej till mötena. Välj en annan plats i fliken.'
    : 'The room has said no to the meetings. Choose another place in the tab.';
}

/** Where there is no planning chat, the content lead gets it. */
export function agendaLetter(agenda: MeetingAgenda, language: Language): Letter {
  const sv = language === 'sv';
  const parts = agendaParts(agenda, language).flatMap(({ title, lines, none }): LetterPart[] => [
    heading(title),
    lines.length === 0 ? paragraph(none) : list(lines),
  ]);
  return letter(
    agendaTitle(agenda, language),
    [
      paragraph(`${capitalised(agenda.when)}. ${agenda.place}.`),
      ...(agenda.isRoomDeclined ? [paragraph(roomDeclinedLine(language))] : []),
      ...parts,
      ...(agenda.joinUrl === null ? [] : [link(sv ? 'Gå med i mötet' : 'Join the meeting', agenda.joinUrl)]),
      link(sv ? 'Uppgifter och beslut' : 'Tasks and decisions', agenda.url),
    ],
    language,
  );
}

export function seriesGoneText(language: Language): string {
  return language === 'sv'
    ? 'Planeringsmötena har tagits bort i Outlook. Ska ni fortsätta ses, så boka dem igen i fliken under Planering, Uppgifter.'
    : 'The planning meetings have been removed in Outlook. If you are to go on meeting, book them again in the tab under Planning, Tasks.';
}

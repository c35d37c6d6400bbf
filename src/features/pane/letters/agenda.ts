import { html } from '../../../domain/html.ts';
import { localDate } from '../../../domain/local-date.ts';
import { clockText, listDate } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import type { PaneSession } from '../types.ts';

type Told = Pick<PaneSession, 'number' | 'theme' | 'date' | 'place' | 'agenda' | 'programmeUrl'>;

/** The agenda for a message that somebody writes in Outlook: a plain table, since mail programs read little else. */
export function agendaHtml(session: Told, projectTitle: string, language: Language): string | null {
  if (session.agenda.length === 0) return null;
  const sv = language === 'sv';
  const name = `${sv ? 'Träff' : 'Session'} ${session.number}`;
  const day = session.date === null ? null : listDate(localDate(session.date), language);
  const facts = [projectTitle, day, session.place].filter((part) => part !== null).join(' · ');
  const cell = 'padding:4px 16px 4px 0;vertical-align:top';
  return html`<p><b>${name}${session.theme === null ? '' : `: ${session.theme}`}</b><br />${facts}</p>
    <table>
      <tbody>
        ${session.agenda.map(
          ({ start, end, title, speakers }) =>
            html`<tr>
              <td style="${cell};white-space:nowrap">${clockText(start, language)}–${clockText(end, language)}</td>
              <td style="${cell}">${title}${speakers.length > 0 && html`<br /><i>${speakers.join(', ')}</i>`}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p>
      ${sv ? 'Programmet som det är nu:' : 'The programme as it is now:'}
      <a href="${session.programmeUrl}">${session.programmeUrl}</a>
    </p>`.text;
}

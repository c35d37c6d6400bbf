import { isAfter, localDate } from '../../../domain/local-date.ts';
import { dueBy, soundingBoardDeadline } from '../../../guideline/due-dates.ts';
import { boardAsked, chosenFor } from '../../planning/rota/rules.ts';
import { boardDraft } from '../letters/board.ts';
import { mailingName } from '../rules.ts';
import { officesOf, ownLabel, ownWordsOf, senderOf, sessionNamed, wordsFor } from '../sources/queries.ts';
import type { Composed, Sources } from '../sources/types.ts';
import type { MailingRef } from '../types.ts';

/** ROL-03: the question to the municipalities whose turn it is to be the sounding board of a session. */
export function composeBoard(sources: Sources, ref: MailingRef): Composed | undefined {
  const { project, organisations, facts, today } = sources;
  const session = sessionNamed(sources, ref.subject);
  if (session === undefined) return undefined;
  const own = ownWordsOf(sources, ref, { slot: 'own', label: ownLabel });
  const chosen = chosenFor('board', session, project);
  const asked = organisations.filter(({ id }) => chosen.includes(id));
  const day = session.date === null ? null : localDate(session.date);
  const { candidates, leftOut } = officesOf(asked);
  return {
    ref,
    name: mailingName(ref, session.number),
    purpose: {
      sv: 'En fråga till de kommuner som står på tur att vara bollplank.',
      en: 'A question to the municipalities whose turn it is to be the sounding board.',
    },
    session,
    due: day === null ? null : dueBy(soundingBoardDeadline(day), facts.region),
    kind: 'board.asked',
    again: 'never',
    candidates,
    leftOut,
    requirements: [
      {
        id: 'boardChosen',
        title: { sv: 'Bollplank är valt', en: 'The sounding board is chosen' },
        words:
          asked.length > 0
            ? { sv: `${asked.length} kommuner är valda.`, en: `${asked.length} municipalities are chosen.` }
            : { sv: 'Välj kommuner först.', en: 'Choose municipalities first.' },
        state: asked.length > 0 ? 'met' : 'missing',
        hinders: asked.length === 0,
        action: 'rota.edit',
        sessionId: session.id,
        canOverride: false,
      },
    ],
    ownWords: [own],
    draftFor: (recipient) =>
      boardDraft({
        title: project.title,
        municipality: recipient.name,
        number: session.number,
        theme: session.theme,
        date: day,
        own: wordsFor(own, recipient.language),
        sender: senderOf(sources),
        language: recipient.language,
      }),
    milestone: boardAsked(session.id),
    isOver: day !== null && isAfter(today, day),
  };
}

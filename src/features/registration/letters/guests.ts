import { placeText } from '../../../domain/place-text.ts';
import { sessionNumber } from '../../../domain/session-day.ts';
import type { Language } from '../../../domain/words.ts';
import { greeting, letter, link, list, paragraph } from '../../notices/letters/letter.ts';
import type { Letter } from '../../notices/types.ts';
import type { ProjectTelling, SessionTelling } from '../facts/types.ts';
import { sessionLine, signature } from './lines.ts';

export interface GuestLetter {
  readonly kind: 'substitute' | 'colleague';
  readonly givenName: string;
  /** Who named the guest. */
  readonly host: string;
  readonly session: SessionTelling;
  readonly language: Language;
}

/** To a substitute or an accompanying colleague: where, when, and whom to ask. No personal page: the seat is the host's. */
export function guestLetter(project: ProjectTelling, guest: GuestLetter): Letter {
  const { language, session, host } = guest;
  const sv = language === 'sv';
  const role =
    guest.kind === 'substitute'
      ? sv
        ? `${host} kan inte komma och har bett dig att vara ersättare.`
        : `${host} cannot come and has asked you to be the substitute.`
      : sv
        ? `${host} tar med dig som kollega.`
        : `${host} brings you along as a colleague.`;
  const place = session.place === null ? [] : [placeText(session.place)];
  return letter(
    sv
      ? `Välkommen till träff ${sessionNumber(session, 'sv')} i ${project.title}`
      : `Welcome to session ${sessionNumber(session, 'en')} of ${project.title}`,
    [
      greeting(guest.givenName, language),
      paragraph(role),
      list([sessionLine(session, language), ...place]),
      paragraph(
        sv
          ? 'Vi bjuder på fika och lunch. Behöver du specialkost? Mejla innehållsansvarig.'
          : 'Coffee and lunch are on us. Do you have dietary needs? Write to the content lead.',
      ),
      link(
        sv ? 'Program och praktisk information' : 'Programme and practical information',
        `${project.publicUrl}/projekt/${project.projectId}`,
      ),
      ...(project.lead === null ? [] : [paragraph(`${project.lead.name}, ${project.lead.email}`)]),
      signature(project, language),
    ],
    language,
  );
}

import type { ReasonWords, Words } from '../../../domain/words.ts';
import type { PlanRefusal } from '../../planning/types.ts';
import type { Preview } from '../../notices/types.ts';

/** Which one is right, when somebody has changed a meeting in Outlook. */
export type DriftSide = 'plan' | 'outlook';

/** What a choice would do. Carried back by the confirm. */
export interface DriftPreview extends Preview {
  readonly side: DriftSide;
  readonly lines: readonly Words[];
}

export type DriftRefusal =
  'dormant' | 'unknownSession' | 'noDrift' | 'previewChanged' | 'spansDays' | 'onlyThePlan' | PlanRefusal;

export const driftRefusals: ReasonWords<Exclude<DriftRefusal, PlanRefusal>> = {
  dormant: {
    sv: 'Lärprojektet är vilande. Väck det först, så kan kalendern skrivas.',
    en: 'The learning project is dormant. Wake it first, then the calendar can be written.',
  },
  unknownSession: { sv: 'Träffen finns inte.', en: 'There is no such session.' },
  noDrift: { sv: 'Kalendern stämmer redan med planen.', en: 'The calendar agrees with the plan already.' },
  spansDays: {
    sv: 'I Outlook slutar träffen en annan dag än den börjar. Det kan planen inte ta emot. Ändra i Outlook, eller låt planen gälla.',
    en: 'In Outlook the session ends on another day than it starts. The plan cannot take that. Change it in Outlook, or let the plan be right.',
  },
  onlyThePlan: {
    sv: 'Personer kan inte tas bort den vägen. Ska någon inte vara med? Avboka personen på sidan Deltagare.',
    en: 'People cannot be taken away in that way. Is somebody not to take part? Cancel them on the Participants page.',
  },
};

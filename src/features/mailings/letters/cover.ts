import { listText } from '../../../domain/swedish-text.ts';
import type { Words } from '../../../domain/words.ts';
import type { Project } from '../../planning/types.ts';
import type { RecipientGroup } from '../types.ts';

export type CoverGroup = Extract<RecipientGroup, 'municipalDirectors' | 'targetGroups' | 'municipalMailboxes'>;

export interface CoverFacts {
  readonly project: Pick<Project, 'title' | 'maxPerOrganisation' | 'targetGroups' | 'diaryNumber'>;
  /** "28 augusti". */
  readonly closes: Words;
}

/** Texts.md §1: what stands above the invitation while nobody has written anything else for the group. */
export function standardCover(group: CoverGroup, { project, closes }: CoverFacts): Words {
  if (group === 'municipalDirectors') {
    const max = project.maxPerOrganisation['municipality'];
    return {
      sv: `Hej! Styrgruppen för Dalalab har beslutat om lärprojektet ${project.title}.${max === undefined ? '' : ` Er kommun får skicka upp till ${max} personer.`} Vilka hos er har mest nytta av det? Tipsa dem redan nu. Anmälan är öppen till ${closes.sv}.\n\nInbjudan finns nedan.`,
      en: `Hello! The steering group of Dalalab has decided on the learning project ${project.title}.${max === undefined ? '' : ` Your municipality may send up to ${max} people.`} Who would benefit most? Tell them now. Registration is open until ${closes.en}.\n\nThe invitation is below.`,
    };
  }
  if (group === 'municipalMailboxes') {
    const number = project.diaryNumber;
    return {
      sv: `Hej registrator! Skicka gärna inbjudan vidare till dem det gäller: ${listText(project.targetGroups, 'sv') || '…'}.\n\nInget svar behövs till oss.${number === null ? '' : ` Ärendet har diarienummer ${number}.`}`,
      en: `Hello! Please forward the invitation to: ${listText(project.targetGroups, 'en') || '…'}.\n\nNo answer to us is needed.${number === null ? '' : ` The case has diary number ${number}.`}`,
    };
  }
  return {
    sv: 'Hej! Här är en inbjudan till dig som arbetar med frågan. Känner du någon mer som borde vara med? Skicka den gärna vidare.',
    en: 'Hello! Here is an invitation to you who work with the question. Do you know somebody else who should take part? Please pass it on.',
  };
}

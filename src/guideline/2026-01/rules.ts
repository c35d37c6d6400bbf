import type { RuleSet } from '../rule.ts';
import { afterSessionRules } from './after-session.ts';
import { agendaRules } from './agenda.ts';
import { beforeSessionRules } from './before-session.ts';
import { beforeStartRules } from './before-start.ts';
import { betweenSessionsRules } from './between-sessions.ts';
import { communicationRules } from './communication.ts';
import { costRules } from './costs.ts';
import { definitionAndThemeRules } from './definition-and-themes.ts';
import { invitationRules } from './invitation.ts';
import { planningRules } from './planning.ts';
import { registrationRules } from './registration.ts';
import { reglabRules } from './reglab.ts';
import { venueRules } from './venues.ts';

/** The guidelines for Dalalab's learning projects as updated in January 2026, in the order of a project's year. */
export const guideline202601: RuleSet = {
  version: '2026-01',
  source: {
    sv: 'Riktlinjer, lärprojekt Dalalab, januari 2026',
    en: 'Guidelines, learning projects of Dalalab, January 2026',
  },
  shortSource: { sv: 'riktlinjer jan 2026', en: 'guidelines Jan 2026' },
  rules: [
    ...definitionAndThemeRules,
    ...planningRules,
    ...venueRules,
    ...costRules,
    ...beforeStartRules,
    ...invitationRules,
    ...registrationRules,
    ...agendaRules,
    ...beforeSessionRules,
    ...afterSessionRules,
    ...betweenSessionsRules,
    ...reglabRules,
    ...communicationRules,
  ],
};

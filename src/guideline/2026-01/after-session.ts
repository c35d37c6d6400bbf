import { isAfter } from '../../domain/local-date.ts';
import { listText, textDate } from '../../domain/swedish-text.ts';
import { documentationDeadline, documentationDue, onSessionDay } from '../due-dates.ts';
import type { ProjectFacts, SessionFacts } from '../facts.ts';
import { broken, met, missing, notApplicable, open, tooLate } from '../findings.ts';
import type { Finding, ProjectRule, Rule, SessionRule } from '../rule.ts';
import { rightsMissing } from '../share-rights.ts';
import { firstSessionDate, hasBegun, isOver } from '../session-dates.ts';

const after = {
  basis: 'guideline',
  scope: 'session',
  owner: 'contentLead',
  actors: ['contentLead'],
  due: documentationDue,
} as const;

const evaluation: SessionRule = {
  ...after,
  id: 'EVA-01',
  quote: 'Varje träff avslutas med en kort utvärdering.',
  level: 'must',
  actors: ['participant', 'contentLead'],
  title: { sv: 'Kort utvärdering', en: 'A short evaluation' },
  explanation: {
    sv: 'Fem frågor. Öppnar när programpunkten börjar och stänger efter sju dagar (vårt råd).',
    en: 'Five questions. Opens when its agenda item begins and closes after seven days (our advice).',
  },
  action: 'evaluation.prepare',
  due: onSessionDay,
  check: checkEvaluation,
};

function checkEvaluation(facts: ProjectFacts, session: SessionFacts): Finding {
  if (session.evaluation === undefined && session.day !== undefined && session.day.number < session.day.of)
    return notApplicable({
      sv: 'Träffen utvärderas sista dagen.',
      en: 'The session is evaluated on its last day.',
    });
  if (session.evaluation !== undefined)
    return met({ sv: `${session.evaluation.answers} har svarat.`, en: `${session.evaluation.answers} have answered.` });
  if (isOver(facts, session))
    return broken('warning', {
      sv: 'Träffen utvärderades inte. Skicka utvärderingen nu.',
      en: 'The session was not evaluated. Send the evaluation now.',
    });
  if (session.agenda.length === 0)
    return open({ sv: 'Lägg utvärderingen sist i programmet.', en: 'Put the evaluation last in the agenda.' });
  const items = session.agenda.filter(({ type }) => type !== 'closing');
  if (items.at(-1)?.type === 'evaluation')
    return open({
      sv: 'Utvärderingen ligger sist i programmet och öppnar av sig själv.',
      en: 'The evaluation is last in the agenda and opens by itself.',
    });
  return broken(
    'warning',
    session.agenda.some(({ type }) => type === 'evaluation')
      ? {
          sv: 'Utvärderingen ligger inte sist. Flytta den till slutet.',
          en: 'The evaluation is not last. Move it to the end.',
        }
      : {
          sv: 'Programmet har ingen utvärdering. Lägg till 15 minuter i slutet.',
          en: 'The agenda has no evaluation. Add 15 minutes at the end.',
        },
  );
}

const documentation: SessionRule = {
  ...after,
  id: 'DOC-02',
  quote: 'Efter varje träff samlas dokumentation ihop och delas med deltagarna.',
  level: 'must',
  actors: ['contentLead', 'planningGroup'],
  title: { sv: 'Dokumentationen delas', en: 'The documentation is shared' },
  explanation: { sv: 'Inom tio arbetsdagar (vårt mått).', en: 'Within ten working days (our measure).' },
  action: 'documentation.share',
  check: checkDocumentation,
};

function checkDocumentation(facts: ProjectFacts, session: SessionFacts): Finding {
  if (session.date === undefined || !isOver(facts, session))
    return open({ sv: 'Dokumentationen delas efter träffen.', en: 'The documentation is shared after the session.' });
  const lastDay = documentationDeadline(session.date);
  const shared = session.documentationSharedOn;
  if (shared !== undefined)
    return isAfter(shared, lastDay)
      ? tooLate({
          sv: 'Dokumentationen delades senare än tio arbetsdagar efter träffen.',
          en: 'The documentation was shared later than ten working days after the session.',
        })
      : met({ sv: 'Dokumentationen är delad.', en: 'The documentation is shared.' });
  return isAfter(facts.today, lastDay)
    ? broken('red', {
        sv: `Dokumentationen skulle ha delats senast ${textDate(lastDay, 'sv')}. Dela den i dag.`,
        en: `The documentation was due by ${textDate(lastDay, 'en')}. Share it today.`,
      })
    : missing({
        sv: `Dela dokumentationen senast ${textDate(lastDay, 'sv')}.`,
        en: `Share the documentation by ${textDate(lastDay, 'en')}.`,
      });
}

const rights: SessionRule = {
  ...after,
  id: 'DOC-03',
  isFinal: true,
  quote: 'Säkerställ eventuell upphovsrätt för foton som delas.',
  level: 'must',
  title: { sv: 'Rätt att dela', en: 'The right to share' },
  explanation: {
    sv: 'Ett foto behöver fotograf, försäkran och alt-text. En presentation behöver ja från den som höll den. Saknas något stannar just den filen.',
    en: 'A photo needs a photographer, an assurance and an alt text. Slides need a yes from the speaker. If something is missing, that very file stays.',
  },
  action: 'documentation.share',
  check: checkRights,
};

function checkRights(_facts: ProjectFacts, session: SessionFacts): Finding {
  const { documents } = session;
  if (documents.length === 0) return notApplicable({ sv: 'Inga filer än.', en: 'No files yet.' });
  const sharedWithout = documents.filter((file) => file.shared && rightsMissing(file).length > 0);
  if (sharedWithout.length > 0)
    return broken('red', {
      sv: `Delat utan rätt: ${listText(
        sharedWithout.map(({ title }) => title),
        'sv',
      )}. Ta bort eller komplettera.`,
      en: `Shared without rights: ${listText(
        sharedWithout.map(({ title }) => title),
        'en',
      )}. Remove or complete.`,
    });
  const held = documents.filter((file) => rightsMissing(file).length > 0).map(({ title }) => title);
  if (held.length === 0) return met({ sv: 'Alla filer får delas.', en: 'All files may be shared.' });
  return met({ sv: 'Alla delade filer får delas.', en: 'All shared files may be shared.' }, [
    {
      sv: `Stannar tills rätten är klar: ${listText(held, 'sv')}.`,
      en: `Held until the rights are clear: ${listText(held, 'en')}.`,
    },
  ]);
}

const participantList: ProjectRule = {
  id: 'LST-01',
  quote: 'Vid uppstart är det bra att förse deltagarna med en deltagarlista för att underlätta kontaktskapande.',
  level: 'nice',
  basis: 'guideline',
  scope: 'project',
  owner: 'contentLead',
  actors: ['contentLead'],
  title: { sv: 'Deltagarlista', en: 'Participant list' },
  explanation: {
    sv: 'Namn, befattning, organisation och e-post i svensk ordning. Aldrig specialkost.',
    en: 'Name, job title, organisation and e-mail in Swedish order. Never dietary needs.',
  },
  action: 'participantList.share',
  due: (facts) => {
    const first = firstSessionDate(facts);
    return first === undefined ? undefined : { lastDay: first, wiseDay: first };
  },
  check: (facts) => {
    const first = firstSessionDate(facts);
    const ready = facts.participantListOn;
    if (ready === undefined)
      return hasBegun(facts)
        ? broken('tip', {
            sv: 'Deltagarlistan är inte delad. Dela den nu.',
            en: 'The participant list is not shared. Share it now.',
          })
        : open({
            sv: 'Dela deltagarlistan till första träffen.',
            en: 'Share the participant list for the first session.',
          });
    if (first !== undefined && isAfter(ready, first))
      return tooLate({
        sv: 'Deltagarlistan kom efter första träffen.',
        en: 'The participant list came after the first session.',
      });
    return met({ sv: 'Deltagarlistan är delad.', en: 'The participant list is shared.' });
  },
};

/** On the day and after it. */
export const afterSessionRules: readonly Rule[] = [participantList, evaluation, documentation, rights];

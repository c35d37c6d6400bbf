import { isAfter, minutesBetween } from '../../domain/local-date.ts';
import { dayMonth, listText, textDate, timeText } from '../../domain/swedish-text.ts';
import {
  foodOrderDeadline,
  foodOrderDue,
  sessionInfoDeadline,
  sessionInfoDue,
  soundingBoardDue,
} from '../due-dates.ts';
import { filled } from '../facts.ts';
import type { ProjectFacts, SessionFacts } from '../facts.ts';
import { advised, broken, met, missing, notApplicable, open, tooLate } from '../findings.ts';
import { equipmentWords, hasRemoteSpeaker, missingEquipment, wantsMicrophone } from '../head-count.ts';
import type { Finding, SessionRule } from '../rule.ts';
import { isOver } from '../session-dates.ts';
import { boardMunicipalities, unfairTurn } from '../sounding-board.ts';

const around = {
  basis: 'guideline',
  scope: 'session',
  owner: 'contentLead',
  actors: ['contentLead'],
  due: sessionInfoDue,
} as const;

const sessionInfo: SessionRule = {
  ...around,
  id: 'INF-01',
  quote: 'Information om upplägg/innehåll för varje träff bör skickas ut till deltagarna senast två veckor innan.',
  level: 'should',
  title: { sv: 'Information två veckor före', en: 'Information two weeks before' },
  explanation: {
    sv: 'Är dagen ingen arbetsdag gäller arbetsdagen före. Ligger den i jul- och nyårshelgerna föreslås sista arbetsdagen till och med den 20 december.',
    en: 'If the day is not a working day, the working day before it holds. In the Christmas holidays, the last working day by 20 December is proposed.',
  },
  action: 'sessionInfo.send',
  check: checkSessionInfo,
};

function checkSessionInfo(facts: ProjectFacts, session: SessionFacts): Finding {
  if (session.date === undefined) return missing({ sv: 'Sätt datum för träffen.', en: 'Set the date of the session.' });
  const lastDay = sessionInfoDeadline(session.date);
  const { infoSentOn } = session;
  if (infoSentOn !== undefined)
    return isAfter(infoSentOn, lastDay)
      ? tooLate({
          sv: 'Informationen skickades senare än två veckor före.',
          en: 'The information was sent later than two weeks before.',
        })
      : met({ sv: 'Informationen är skickad i tid.', en: 'The information was sent in time.' });
  if (isOver(facts, session))
    return tooLate({
      sv: 'Ingen information skickades före träffen.',
      en: 'No information was sent before the session.',
    });
  const words = {
    sv: `Skicka informationen senast ${textDate(lastDay, 'sv')}.`,
    en: `Send the information by ${textDate(lastDay, 'en')}.`,
  };
  if (!isAfter(facts.today, lastDay)) return open(words);
  return broken('red', {
    sv: `Informationen skulle ha gått ut ${textDate(lastDay, 'sv')}. Skicka den i dag.`,
    en: `The information was due on ${textDate(lastDay, 'en')}. Send it today.`,
  });
}

const preparation: SessionRule = {
  ...around,
  id: 'INF-02',
  quote: 'Här bör också framgå om deltagarna förväntas förbereda sig på något sätt inför träffen.',
  level: 'should',
  title: { sv: 'Förberedelser framgår', en: 'Preparation is stated' },
  explanation: {
    sv: '”Du behöver inte förbereda något” är också ett svar.',
    en: '"You need not prepare anything" is an answer too.',
  },
  action: 'agenda.edit',
  check: (_facts, session) =>
    filled(session.preparation)
      ? met({ sv: 'Förberedelserna är beskrivna.', en: 'The preparation is described.' })
      : missing({
          sv: 'Skriv hur deltagarna ska förbereda sig, eller att de inte behöver förbereda något.',
          en: 'Write how participants are to prepare, or that they need not prepare anything.',
        }),
};

const food: SessionRule = {
  ...around,
  id: 'CAT-01',
  quote: 'Vid träffarna bjuds på fika och mat.',
  level: 'must',
  actors: ['contentLead', 'host'],
  title: { sv: 'Fika och mat', en: 'Coffee and food' },
  explanation: {
    sv: 'Beställs senast sju dagar före (vårt mått). Köket får antal, aldrig namn.',
    en: 'Ordered at least seven days before (our measure). The kitchen gets numbers, never names.',
  },
  action: 'food.order',
  due: foodOrderDue,
  check: checkFood,
};

function checkFood(facts: ProjectFacts, session: SessionFacts): Finding {
  if (session.format === 'remote') return notApplicable({ sv: 'Träffen är digital.', en: 'The session is online.' });
  if (session.date === undefined) return open({ sv: 'Maten beställs när datum finns.', en: 'Ordered once dated.' });
  if (session.foodOrderedOn !== undefined) return met({ sv: 'Maten är beställd.', en: 'The food is ordered.' });
  if (isOver(facts, session)) return notApplicable({ sv: 'Träffen är hållen.', en: 'The session has been held.' });
  const lastDay = foodOrderDeadline(session.date);
  if (!isAfter(facts.today, lastDay))
    return open({
      sv: `Beställ mat och fika senast ${textDate(lastDay, 'sv')}.`,
      en: `Order food and coffee by ${textDate(lastDay, 'en')}.`,
    });
  return broken('warning', {
    sv: 'Maten är inte beställd och det är mindre än en vecka kvar. Beställ i dag.',
    en: 'The food is not ordered and less than a week remains. Order today.',
  });
}

const equipment: SessionRule = {
  ...around,
  id: 'TEC-01',
  quote:
    'Behövs någon särskild teknisk utrustning, och behöver den förbokas? Ex kamera/högtalare för medverkande digitalt?',
  level: 'must',
  title: { sv: 'Teknisk utrustning', en: 'Technical equipment' },
  explanation: {
    sv: 'En digital medverkande behöver kamera, mikrofon och högtalare i rummet.',
    en: 'A remote speaker needs a camera, a microphone and loudspeakers in the room.',
  },
  action: 'rooms.book',
  check: (_facts, session) => {
    if (!hasRemoteSpeaker(session))
      return notApplicable({ sv: 'Ingen medverkar digitalt.', en: 'Nobody speaks remotely.' });
    const lacking = missingEquipment(session).map((need) => equipmentWords[need]);
    if (lacking.length === 0)
      return met({ sv: 'Utrustning för digital medverkan finns.', en: 'Equipment for remote speakers is there.' });
    return broken('warning', {
      sv: `Digital medverkande men lokalen saknar ${listText(
        lacking.map(({ sv }) => sv),
        'sv',
      )}. Boka utrustning.`,
      en: `A remote speaker, but the room lacks ${listText(
        lacking.map(({ en }) => en),
        'en',
      )}. Book equipment.`,
    });
  },
};

const microphone: SessionRule = {
  ...around,
  id: 'TEC-02',
  quote: 'Mikrofon uppskattas om gruppen/lokalen är stor.',
  level: 'nice',
  title: { sv: 'Mikrofon i stor grupp', en: 'A microphone for a large group' },
  explanation: { sv: 'Stor är fler än 25 (vårt mått).', en: 'Large is more than 25 (our measure).' },
  action: 'rooms.book',
  check: (facts, session) =>
    wantsMicrophone(facts, session)
      ? missing({
          sv: 'Gruppen är stor och lokalen saknar mikrofon. Boka en.',
          en: 'The group is large and the room has no microphone. Book one.',
        })
      : met({ sv: 'Mikrofon finns eller behövs inte.', en: 'There is a microphone, or none is needed.' }),
};

const furnishing: SessionRule = {
  ...around,
  id: 'ROO-01',
  quote: 'Arbetsgruppen möts i god tid innan varje träff för att möblera rummet etc.',
  level: 'must',
  owner: 'workingGroup',
  actors: ['workingGroup', 'planningGroup'],
  title: { sv: 'Möblering i god tid', en: 'Furnishing in good time' },
  explanation: {
    sv: 'Minst en timme före (vårt mått). Rummet behöver vara bokat från dess.',
    en: 'At least an hour before (our measure). The room must be booked from then.',
  },
  action: 'session.edit',
  check: (_facts, { setupStart, start }) => {
    if (setupStart === undefined || start === undefined)
      return missing({
        sv: 'Tid för möblering saknas. Sätt en timme före.',
        en: 'No time for furnishing. Set an hour before.',
      });
    return minutesBetween(setupStart, start) >= 60
      ? met({ sv: `Möblering från ${timeText(setupStart, 'sv')}.`, en: `Furnishing ${timeText(setupStart, 'en')}.` })
      : broken('tip', {
          sv: 'Möbleringen börjar mindre än en timme före.',
          en: 'Furnishing begins less than an hour before.',
        });
  },
};

const layout: SessionRule = {
  ...around,
  id: 'ROO-02',
  quote: 'Se till att möbleringen möjliggör för samtal och erfarenhetsutbyte.',
  level: 'must',
  actors: ['contentLead', 'host'],
  title: { sv: 'Möblering för samtal', en: 'A layout for conversation' },
  explanation: { sv: 'Öar eller cirkel, inte biosittning.', en: 'Islands or a circle, not rows.' },
  action: 'session.edit',
  check: (_facts, session) => {
    if (!filled(session.layout))
      return missing({ sv: 'Möblering är inte vald. Välj öar.', en: 'No layout is chosen. Choose islands.' });
    return /bio|skolsittning|rader|rows|theatre/i.test(session.layout)
      ? broken('warning', {
          sv: 'Möbleringen gör det svårt att samtala. Välj öar.',
          en: 'The layout makes conversation hard. Choose islands.',
        })
      : met({ sv: `Möblering: ${session.layout}.`, en: `Layout: ${session.layout}.` });
  },
};

const noteTakers: SessionRule = {
  ...around,
  id: 'DOC-01',
  quote: 'Tar gemensamt ansvar för dokumentation under träffarna.',
  level: 'must',
  owner: 'planningGroup',
  actors: ['planningGroup'],
  title: { sv: 'Någon antecknar', en: 'Somebody takes notes' },
  explanation: {
    sv: 'Bestäms före informationen inför träffen.',
    en: 'Decided before the session information goes out.',
  },
  action: 'agenda.edit',
  check: (_facts, session) =>
    session.noteTakers > 0
      ? met({ sv: `${session.noteTakers} antecknar.`, en: `${session.noteTakers} take notes.` })
      : missing({
          sv: `Träff ${session.number} saknar antecknare. Fråga planeringsgruppen.`,
          en: `Session ${session.number} has nobody to take notes. Ask the planning group.`,
        }),
};

const usualBoardSize = 2;

const soundingBoard: SessionRule = {
  ...around,
  id: 'ROL-03',
  quote: 'turas om att delta som bollplank i planeringen av de olika träffarna',
  level: 'nice',
  title: { sv: 'Kommuner som bollplank', en: 'Municipalities as a sounding board' },
  explanation: {
    sv: 'Två kommuner per träff, frågade åtta veckor före, är vårt råd. De turas om.',
    en: 'Two municipalities per session, asked eight weeks before, is our advice. They take turns.',
  },
  action: 'rota.edit',
  due: soundingBoardDue,
  check: (facts, session) => {
    const { number, soundingBoard: board = [], soundingBoardSize: size = usualBoardSize } = session;
    if (boardMunicipalities(facts.organisations).length === 0)
      return notApplicable({ sv: 'Ingen kommun kan delta.', en: 'No municipality can take part.' });
    if (board.length === 0)
      return advised({
        sv: `Träff ${number} har inget bollplank. Ta förslaget eller välj själv.`,
        en: `Session ${number} has no sounding board. Take the proposal or choose yourself.`,
      });
    const unfair = unfairTurn(facts, session);
    if (unfair !== undefined)
      return advised({
        sv: `${unfair.again.name} är bollplank flera gånger. ${unfair.never.name} har inte fått frågan än.`,
        en: `${unfair.again.name} is the sounding board several times. ${unfair.never.name} has not been asked yet.`,
      });
    if (board.length < size)
      return advised({
        sv: `Träff ${number} har ${board.length} av ${size} kommuner som bollplank.`,
        en: `Session ${number} has ${board.length} of ${size} municipalities as its sounding board.`,
      });
    const { soundingBoardAskedOn: asked } = session;
    return asked === undefined
      ? advised({
          sv: `Bollplanket för träff ${number} är valt men inte frågat.`,
          en: `The sounding board of session ${number} is chosen but has not been asked.`,
        })
      : met({
          sv: `Bollplanket frågades den ${dayMonth(asked, 'sv')}.`,
          en: `The sounding board was asked on ${dayMonth(asked, 'en')}.`,
        });
  },
};

export const beforeSessionRules: readonly SessionRule[] = [
  sessionInfo,
  preparation,
  food,
  equipment,
  microphone,
  furnishing,
  layout,
  noteTakers,
  soundingBoard,
];

import type { Words } from '../../src/domain/words.ts';

export const projects = {
  title: { sv: 'Lärprojekt', en: 'Learning projects' },
  yours: { sv: 'Dina lärprojekt', en: 'Your learning projects' },
  firstTitle: { sv: 'Välkommen. Börja med ett lärprojekt', en: 'Welcome. Begin with a learning project' },
  firstText: {
    sv: 'Skapa ett nytt, eller läs in en projektfil. Inget skickas till någon förrän du säger till.',
    en: 'Create a new one, or read a project file. Nothing is sent to anybody until you say so.',
  },
  open: { sv: 'Öppna {title}', en: 'Open {title}' },
  noDates: { sv: 'Inga datum än', en: 'No dates yet' },
  create: { sv: 'Skapa lärprojekt', en: 'Create a project' },
  createTitle: { sv: 'Nytt lärprojekt', en: 'New learning project' },
  name: { sv: 'Vad ska det heta?', en: 'What is it called?' },
  nameHelp: { sv: 'Till exempel: Kompetens i hela Dalarna.', en: 'For example: Skills all over Dalarna.' },
  count: { sv: 'Antal träffar', en: 'Number of sessions' },
  countHelp: {
    sv: 'Riktlinjerna utgår från fyra. Du kan ändra senare.',
    en: 'The guidelines start from four. You can change it later.',
  },
  created: {
    sv: 'Lärprojektet är skapat. Du är innehållsansvarig.',
    en: 'The project is created. You are its content lead.',
  },
  import: { sv: 'Läs in projektfil', en: 'Read a project file' },
  importTitle: { sv: 'Läs in en projektfil', en: 'Read a project file' },
  importText: {
    sv: 'Filen läses in som vilande. Det den säger är skickat eller bokat räknas som historia.',
    en: 'The file is read as dormant. What it says was sent or booked counts as history.',
  },
  file: { sv: 'Projektfil (JSON)', en: 'Project file (JSON)' },
  replace: {
    sv: 'Ersätt om lärprojektet redan finns och är vilande',
    en: 'Replace it if it is here already and dormant',
  },
  imported: { sv: 'Projektfilen är inläst. Inget har skickats.', en: 'The project file is read. Nothing was sent.' },
  notJson: {
    sv: 'Filen är ingen giltig JSON-fil. Kontrollera att du valde rätt fil.',
    en: 'The file is not valid JSON. Check that you chose the right file.',
  },
  problems: { sv: 'Rätta det här i filen och läs in den igen:', en: 'Correct this in the file and read it again:' },
  more: { sv: 'och {n} till', en: 'and {n} more' },
  export: { sv: 'Hämta projektfil', en: 'Download project file' },
  exportOf: { sv: 'Hämta projektfil för {title}', en: 'Download the project file of {title}' },
  exported: {
    sv: 'Projektfilen är hämtad. Specialkost följer aldrig med.',
    en: 'The project file is downloaded. Dietary needs are never in it.',
  },

  copy: { sv: 'Kopiera', en: 'Copy' },
  copyOf: { sv: 'Kopiera {title}', en: 'Copy {title}' },
  copyNow: { sv: 'Skapa kopian', en: 'Make the copy' },
  copyText: {
    sv: 'Kopian får texter, program, lokaler, roller och medverkande som idéer. Datum, deltagare, svar och det som har skickats följer inte med. Ingen får något besked.',
    en: 'The copy gets texts, programmes, venues, roles, and speakers as ideas. Dates, participants, answers and what was sent stay behind. Nobody is told.',
  },
  copyNameHelp: {
    sv: 'Ett eget namn, till exempel nästa års tema.',
    en: 'A name of its own, for example the theme of next year.',
  },
  copied: {
    sv: 'Kopian är skapad och vilande. Sätt datum nu.',
    en: 'The copy is made and dormant. Set the dates now.',
  },

  configTitle: { sv: 'Vilket lärprojekt ska fliken visa?', en: 'Which project should the tab show?' },
  configText: {
    sv: 'Välj ett lärprojekt och tryck på Spara i Teams.',
    en: 'Choose a project and press Save in Teams.',
  },
  configNone: {
    sv: 'Du är inte med i något lärprojekt än. Öppna appen Lärprojekt och skapa ett.',
    en: 'You are in no project yet. Open the app Lärprojekt and create one.',
  },
  configHelp: {
    sv: 'Fungerar det inte? Be innehållsansvarig i lärprojektet om hjälp.',
    en: 'Does it not work? Ask the content lead of the project for help.',
  },
  chosen: { sv: 'Valt: {title}. Tryck på Spara i Teams.', en: 'Chosen: {title}. Press Save in Teams.' },

  contentLead: { sv: 'innehållsansvarig', en: 'content lead' },
  deputy: { sv: 'ersättare', en: 'deputy' },
  processFacilitator: { sv: 'processledare', en: 'process facilitator' },
  planningGroup: { sv: 'planeringsgrupp', en: 'planning group' },
  workingGroup: { sv: 'arbetsgrupp', en: 'working group' },
  steeringGroup: { sv: 'styrgrupp', en: 'steering group' },
  participant: { sv: 'deltagare', en: 'participant' },
} as const satisfies Record<string, Words>;

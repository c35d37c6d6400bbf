// Graph takes Windows' names and a short list of IANA's in which Europe/Stockholm is missing.
const windowsNames: Readonly<Record<string, string>> = {
  'Europe/Stockholm': 'W. Europe Standard Time',
  'Europe/Oslo': 'W. Europe Standard Time',
  'Europe/Berlin': 'W. Europe Standard Time',
  'Europe/Copenhagen': 'Romance Standard Time',
  'Europe/Paris': 'Romance Standard Time',
  'Europe/Helsinki': 'FLE Standard Time',
  'Europe/Mariehamn': 'FLE Standard Time',
  'Europe/London': 'GMT Standard Time',
  UTC: 'UTC',
};

const ianaNames: Readonly<Record<string, string>> = {
  'W. Europe Standard Time': 'Europe/Stockholm',
  'Romance Standard Time': 'Europe/Paris',
  'FLE Standard Time': 'Europe/Helsinki',
  'GMT Standard Time': 'Europe/London',
  UTC: 'UTC',
  'tzone://Microsoft/Utc': 'UTC',
};

/** The zone that answers are asked for, so that a recorded exchange reads like the wall calendar. */
export const askedZone = 'W. Europe Standard Time';

export function windowsZone(iana: string): string {
  const name = windowsNames[iana];
  if (name === undefined) {
    throw new Error(
      `Tidszonen ${iana} saknar namn i Outlook: lägg till den i zones.ts. / The zone ${iana} has no Outlook name: add it to zones.ts.`,
    );
  }
  return name;
}

export function ianaZone(windows: string): string {
  return ianaNames[windows] ?? windows;
}

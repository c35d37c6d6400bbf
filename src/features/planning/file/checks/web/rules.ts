import { isWebAddress } from '../../../../../domain/web-address.ts';
import { everyValue } from '../../paths/rules.ts';
import { problemAt } from '../../problems/rules.ts';
import type { FileProblem, ProjectFile } from '../../types.ts';

/** Where people are led by a click. */
const paths = [
  'project.webPage',
  'project.registrationUrl',
  'publications[].url',
  'speakers[].links[]',
  'speakers[].links[].url',
];

export function wrongWebAddresses(file: ProjectFile): readonly FileProblem[] {
  return paths
    .flatMap((pattern) => everyValue(file, pattern))
    .filter(({ value }) => typeof value === 'string' && value !== '' && !isWebAddress(value))
    .map(({ path, value }) => problemAt(path, value, noWebAddress));
}

const noWebAddress = {
  sv: 'Det är ingen webbadress. Skriv hela adressen, till exempel https://www.regiondalarna.se/dalalab.',
  en: 'This is not a web address. Write it in full, for example https://www.regiondalarna.se/dalalab.',
};

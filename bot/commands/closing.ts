import { wayForwardCard } from '../cards/plain.ts';
import { commandTitles } from '../command-ids.ts';
import { show, type Command } from '../turn.ts';

export const closingCommand: Command = {
  id: 'registration.close',
  act: 'registration.close',
  where: 'planning',
  utterances: { sv: ['stäng anmälan'], en: ['close registration'] },
  ways: ['stang|=close|avsluta + anmal|regist'],
  run: ({ language }) =>
    Promise.resolve(
      show(wayForwardCard({ title: commandTitles['registration.close'][language], lines: [] }, language)),
    ),
};

import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { daysBetween, localDate } from '../../../src/domain/local-date.ts';
import { readProjectFile } from '../../../src/features/planning/file/actions.ts';
import { layAround } from '../../../src/features/planning/file/laying/rules.ts';
import { beforeClosing, sampleAround } from '../../../src/features/planning/sample/rules.ts';
import { generated, sample, small } from './project-file.ts';

const days = Array.from({ length: 60 }, (_, index) => localDate('2026-11-22').add({ days: index * 13 }));

test('wherever today lies, registration closes within a week, at the same minute of the same weekday', () => {
  for (const today of days) {
    const closes = layAround(sample(), today).project.keyDates?.['registrationCloses'] ?? '';
    const day = localDate(closes.slice(0, 10));
    const ahead = daysBetween(today, day);
    expect(ahead).toBeGreaterThanOrEqual(1);
    expect(ahead).toBeLessThanOrEqual(7);
    expect({ weekday: day.dayOfWeek, time: closes.slice(11, 16) }).toEqual({ weekday: 5, time: '16:00' });
  }
});

test('weekdays and clock times of the sessions hold, and offsets are those of the new days', () => {
  const before = sample().sessions ?? [];
  for (const today of days) {
    const after = layAround(sample(), today).sessions ?? [];
    for (const [index, session] of after.entries()) {
      const was = before[index];
      const start = Temporal.Instant.from(session.start ?? '').toZonedDateTimeISO('Europe/Stockholm');
      expect(start.toPlainDate().toString()).toBe(session.date);
      expect(start.dayOfWeek).toBe(localDate(was?.date ?? '').dayOfWeek);
      expect(session.start?.slice(11, 16)).toBe(was?.start?.slice(11, 16));
      expect(session.start?.slice(-6)).toBe(start.offset);
    }
  }
});

test('a file that is laid around a day is a file', () => {
  for (const file of [sample(), small(), generated({ year: 2027, organisations: 4, participants: 20, sessions: 5 })])
    expect(readProjectFile(layAround(file, localDate('2029-01-09')))).toMatchObject({ ok: true });
});

test('nobody has registered in the days to come, and nothing is told of sessions that lie ahead', () => {
  const file = layAround(sample(), localDate('2026-11-22'));
  const late = (file.participants ?? []).filter(({ registeredAt }) => (registeredAt ?? '') >= '2026-11-22');
  expect(late).toEqual([]);
  expect(file['evaluations']).toBeUndefined();
  expect(file['expected']).toBeUndefined();
  expect(file.participants).toHaveLength(34);
});

test('dates in the texts that people read move along, and notes about other years do not', () => {
  const file = layAround(sample(), localDate('2026-11-22'));
  const homework = file['homework'] as { dueDate: string }[];
  expect(homework[0]?.dueDate).toBe('2027-01-28');
  expect(file.sessions?.[1]?.preparation).toContain('senast 28 januari');
  expect(file.project.municipalNeed).toContain('den 5 juni 2026');
  expect(file.project.keyDates?.['dalatingNote']).toBe(sample().project.keyDates?.['dalatingNote']);
});

test('a project without a closing date is laid so that its first session is four weeks ahead', () => {
  const file = generated({ year: 2027, organisations: 1, participants: 0, sessions: 2 });
  file.project.keyDates = {};
  const [first] = layAround(file, localDate('2030-05-06')).sessions ?? [];
  const ahead = daysBetween(localDate('2030-05-06'), localDate(first?.date ?? ''));
  expect(ahead).toBeGreaterThan(28);
  expect(ahead).toBeLessThanOrEqual(35);
});

test('the sample lies around the day that the clock shows', () => {
  const file = sampleAround(Temporal.Instant.from('2027-03-27T23:30:00Z'));
  expect(file.project.keyDates?.['registrationCloses']).toBe('2027-04-02T16:00:00+02:00');
});

test('a newcomer arrives on the morning two days before the sample’s registration closes, whatever the day', () => {
  for (const now of days.map((day) => day.toZonedDateTime('Europe/Stockholm').toInstant())) {
    const file = sampleAround(now);
    const starts = beforeClosing(file, now).toZonedDateTimeISO('Europe/Stockholm');
    const closes = Temporal.Instant.from(file.project.keyDates?.['registrationCloses'] ?? '');
    expect(daysBetween(starts.toPlainDate(), closes.toZonedDateTimeISO('Europe/Stockholm').toPlainDate())).toBe(2);
    expect(starts.toPlainTime().toString()).toBe('09:00:00');
    expect(
      Math.abs(
        daysBetween(
          localDate(now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate().toString()),
          starts.toPlainDate(),
        ),
      ),
    ).toBeLessThan(6);
  }
});

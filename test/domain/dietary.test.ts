import { describe, expect, test } from 'vitest';
import { readDiet } from '../../src/domain/dietary.ts';
import { anyTellsDiet, tellsDiet } from '../../src/domain/dietary-telling.ts';
import { sample } from '../features/registration/desk.ts';

describe('CAT-01 what people write about food', () => {
  test('the sample’s twelve texts give the sample’s counts', () => {
    const counts: Record<string, number> = {};
    for (const { text } of sample().dietary as readonly { text: string }[])
      for (const tag of readDiet(text).tags) counts[tag] = (counts[tag] ?? 0) + 1;
    expect(counts).toEqual((sample()['expected'] as { dietaryTagCounts: unknown }).dietaryTagCounts);
  });

  test.each([
    ['äter ej kött men fisk ok', 'pescetarian'],
    ['vegetarian men äter fisk', 'pescetarian'],
    ['jag äter fisk, inte kött', 'pescetarian'],
    ['äter inte kött eller fisk', 'vegetarian'],
    ['vegetarisk, ej vegansk', 'vegetarian'],
    ['Äter allt utom skaldjur', 'shellfishAllergy'],
    ['ägg går bra, inte mjölk', 'milkFree'],
    ['ägg funkar inte', 'eggAllergy'],
    ['Allergisk mot nötter, ägg, soja', 'nutAllergy eggAllergy soyAllergy'],
    ['No pork, no shellfish', 'noPork shellfishAllergy'],
    ['I can’t eat nuts', 'nutAllergy'],
    ['gluten free please', 'glutenFree'],
    ['dairy-free', 'milkFree'],
    ['tål gluten', ''],
    ['inte allergisk mot nötter', ''],
    ['ingen nötallergi', ''],
    ['not a vegetarian', ''],
    ['allergier: inga', ''],
    ['pollenallergi', ''],
    ['fisk', ''],
    ['LCHF', ''],
  ])('"%s" is %s', (text, tags) => {
    expect(readDiet(text).tags.join(' ')).toBe(tags);
  });

  test.each([
    'Nötallergi!! har EpiPen med mig',
    'tål inte spår av gluten',
    'Celiaki',
    'inga nötter pga allergi',
    'Anaphylaxis: peanuts',
    'severely lactose intolerant',
  ])('"%s" is marked, since somebody can become seriously ill', (text) => {
    expect(readDiet(text).severe).toBe(true);
  });

  test.each([
    'äter ej kött',
    'laktosfritt',
    'inte allergisk mot nötter',
    'No known allergies',
    'lindrig nötallergi',
    'spår av nötter går bra',
    'pollenallergi',
    'allergisk mot katt',
  ])('"%s" is not', (text) => {
    expect(readDiet(text).severe).toBe(false);
  });
});

describe('what somebody eats, told where it is not kept', () => {
  test.each([
    'Anna äter glutenfritt',
    'jag är allergisk mot nötter',
    'Lunch (glutenfritt till Anna)',
    'Per tål inte skaldjur',
    'Tänk på att hon är vegan',
    'My colleague is allergic to nuts',
    'Hej! Vi ses i Falun. Karin är vegan.',
    'Hoa needs kosher food',
    'Per kan inte äta ägg',
    'beställ halalkött',
    'köp havremjölk till Hoa',
    'buy oat milk for Hoa',
    'skaldjursfri lunch till Päivi',
  ])('"%s" is seen', (text) => {
    expect(tellsDiet(text)).toBe(true);
  });

  test.each([
    'Vegetarisk lunch i Falun',
    'Skolmat: så serverar vi veganskt',
    'Meddela eventuell specialkost när du anmäler dig.',
    'Vem är allergisk mot nötter?',
    'Jag tar med fisk till festen',
    'Boka lunch till 30',
    'Köp havremjölk till fikat',
    'Hanna kan inte komma till lunchen',
    'Tobias kan boka fiskrestaurangen',
  ])('"%s" tells of nobody', (text) => {
    expect(tellsDiet(text)).toBe(false);
  });

  test('it is seen in any field but a name', () => {
    expect(anyTellsDiet({ agenda: [{ title: 'Lunch, Anna äter glutenfritt' }], n: 3 })).toBe(true);
    expect(anyTellsDiet({ familyName: 'Halal', tags: ['a'], note: null })).toBe(false);
  });
});

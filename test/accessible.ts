import type { Frame, Page } from 'playwright-core';

type Screen = Page | Frame;

export interface Look {
  /** What the page is written in; Swedish unless told. */
  readonly language?: 'sv' | 'en';
  /** A part of a page, such as a window over it, has no `h1` of its own. */
  readonly isPart?: boolean;
}

/**
 * What axe does not see, one readable line each: `expect(await remarks(page)).toEqual([])`.
 * Language, one h1 and no level jumped over, a label that stays when one types, targets of 24 px, edges of controls
 * (so that they are seen in forced colours), an order of focus that is the page's own, descriptions that exist, and
 * nothing that moves for those who want it still.
 */
export async function remarks(screen: Screen, { language = 'sv', isPart = false }: Look = {}): Promise<string[]> {
  // Strings, because the functions' bodies run in the browser and need none of our types.
  const found: unknown = await screen.evaluate(
    `(() => { ${common} return [${Object.values(looks).join(',')}].flatMap((look) => look(${JSON.stringify({ language, isPart })})); })()`,
  );
  return found as string[]; // each look gives lines of text
}

const common = `
  const unseen = '.unseen, .hidden, .skip, .trap, [data-tabster-dummy], [aria-hidden=true]';
  const name = (e) => e.tagName.toLowerCase() + ' "' + (e.getAttribute('aria-label') || e.textContent || e.getAttribute('name') || e.id || '').trim().slice(0, 40) + '"';
  const seen = (e) => e.closest(unseen) === null && e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().height > 0;
  const all = (what) => [...document.querySelectorAll(what)].filter(seen);
  const controls = () => all('button, input:not([type=hidden]), select, textarea, summary, a[href], [role=button], [role=tab]');
`;

const looks = {
  language: `({ language }) => (document.documentElement.lang.slice(0, 2) === language ? [] : ['lang is "' + document.documentElement.lang + '"'])`,

  headings: `({ isPart }) => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter((e) => e.checkVisibility())
      .map((e) => ({ e, level: Number(e.tagName[1]) }));
    const tops = levels.filter(({ level }) => level === 1).length;
    return [
      ...(isPart || tops === 1 ? [] : [tops + ' h1']),
      ...levels.flatMap(({ e, level }, index) =>
        index > 0 && level > levels[index - 1].level + 1 ? [name(e) + ' jumps from h' + levels[index - 1].level] : []),
    ];
  }`,

  labels: `() => all('input:not([type=hidden]), select, textarea')
    .filter((e) => e.labels?.length === 0 && !e.hasAttribute('aria-label') && !e.hasAttribute('aria-labelledby'))
    .map((e) => name(e) + ' has no label' + (e.placeholder ? ' but a placeholder' : ''))`,

  descriptions: `() => all('[aria-describedby], [aria-errormessage]').flatMap((e) =>
    [e.getAttribute('aria-describedby'), e.getAttribute('aria-errormessage')]
      .flatMap((ids) => (ids ?? '').split(' ').filter(Boolean))
      .filter((id) => !document.getElementById(id)?.textContent.trim())
      .map((id) => name(e) + ' is described by nothing: ' + id))`,

  faults: `() => all('[aria-invalid=true]')
    .filter((e) => !e.hasAttribute('aria-describedby') && !e.hasAttribute('aria-errormessage'))
    .map((e) => name(e) + ' is wrong and does not say why')`,

  // WCAG 2.5.8: a link in a line of text and a control within its label are as large as the line allows.
  targets: `() => controls().flatMap((e) => {
    const label = e.labels?.[0];
    const inText = e.tagName === 'A' && getComputedStyle(e).display === 'inline' && e.parentElement.textContent.trim() !== e.textContent.trim();
    const boxes = [e, label].filter(Boolean).map((one) => one.getBoundingClientRect());
    return inText || boxes.some(({ width, height }) => width >= 23.5 && height >= 23.5)
      ? [] : [name(e) + ' is ' + boxes[0].width.toFixed(0) + ' × ' + boxes[0].height.toFixed(0) + ' px'];
  })`,

  // In forced colours a background is gone: a button without an edge or an underline is only text.
  edges: `() => all('button, select, textarea, input:not([type=hidden], [type=checkbox], [type=radio])').flatMap((e) => {
    const isEdged = (one) => ['Top', 'Bottom', 'Left', 'Right'].some((side) =>
      getComputedStyle(one)['border' + side + 'Style'] !== 'none' && parseFloat(getComputedStyle(one)['border' + side + 'Width']) > 0);
    // Some draw the edge round the field and its buttons together.
    const hasEdge = isEdged(e) || (e.tagName !== 'BUTTON' && isEdged(e.parentElement));
    const isPlain = getComputedStyle(e).textDecorationLine.includes('underline');
    return !matchMedia('(forced-colors: active)').matches || hasEdge || isPlain ? [] : [name(e) + ' has no edge in forced colours'];
  })`,

  order: `() => all('[tabindex]').filter((e) => e.tabIndex > 0).map((e) => name(e) + ' jumps the order of focus')`,

  stillness: `() => !matchMedia('(prefers-reduced-motion: reduce)').matches ? [] : document.getAnimations()
    .filter((one) => one.playState === 'running' && (one.effect?.getComputedTiming().duration ?? 0) > 20)
    .map((one) => name(one.effect.target) + ' moves')`,
};

/**
 * Walks with Tab, as somebody without a mouse, and tells what is passed. Adds a remark for each stop that one cannot
 * see: out of sight, or without a mark of focus.
 */
export async function walk(page: Page, most: number): Promise<{ stops: string[]; remarks: string[] }> {
  const stops: string[] = [];
  const unseen: string[] = [];
  while (stops.length < most) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop | null>(stopNow);
    if (stop === null || (stops.length > 1 && stop.name === stops[0])) break;
    stops.push(stop.name);
    if (!stop.isMarked) unseen.push(`${stop.name} has no mark of focus`);
    if (!stop.isInside) unseen.push(`${stop.name} has focus out of sight`);
  }
  return { stops, remarks: unseen };
}

interface Stop {
  readonly name: string;
  readonly isMarked: boolean;
  readonly isInside: boolean;
}

const stopNow = `(() => {
  const e = document.activeElement;
  if (e === null || e === document.body) return null;
  const style = getComputedStyle(e);
  const box = e.getBoundingClientRect();
  const isFrame = e.tagName === 'IFRAME';
  return {
    name: (e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent || e.title).trim().replace(/\\s+/g, ' ').slice(0, 60),
    isMarked: isFrame || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none' || e.matches('.skip'),
    isInside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
})()`;

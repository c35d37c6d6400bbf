import type { ReasonWords, Words } from '../../../domain/words.ts';
import type { Preview } from '../../notices/types.ts';

export type Delivery = 'manual' | 'graph';

/** who sends now, and what a change would mean. */
export interface DeliveryView {
  readonly delivery: Delivery;
  readonly change: Preview & { readonly to: Delivery; readonly lines: readonly Words[] };
}

export type DeliveryRefusal = 'previewChanged' | 'noProject';

export const deliveryWords: ReasonWords<DeliveryRefusal> = {
  previewChanged: {
    sv: 'Något har ändrats sedan du såg följderna. Inget är ändrat. Läs igen och bekräfta.',
    en: 'Something has changed since you saw what would follow. Nothing was changed. Read again and confirm.',
  },
  noProject: { sv: 'Lärprojektet finns inte.', en: 'There is no such learning project.' },
};

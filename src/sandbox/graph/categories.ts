import { newGuid } from '../far-side.ts';
import type { StoredCategory } from '../rows.ts';
import { supportedZoneNames } from './zones.ts';
import { contextOf, created, ok } from './call.ts';
import { checkedBody, textOf } from './check-body.ts';
import { GraphFault } from './errors.ts';
import { mailboxOf } from './mailbox.ts';
import { listed } from './query.ts';
import type { Routes } from './router.ts';

export const categoryRoutes: Routes = {
  'GET /users/{user}/outlook/masterCategories': (call) => {
    const mailbox = mailboxOf(call);
    const shapes = call.far.tables.categoriesOf(mailbox).map(categoryShape);
    return ok(listed(call, contextOf(`users('${mailbox}')/outlook/masterCategories`), shapes, { pageSize: 1000 }));
  },
  'POST /users/{user}/outlook/masterCategories': (call) => {
    const mailbox = mailboxOf(call);
    const fields = checkedBody('outlookCategory', call.body);
    const displayName = textOf(fields['displayName']) ?? '';
    if (displayName === '')
      throw new GraphFault(400, 'ErrorInvalidArgument', "Required property 'displayName' is missing.");
    if (call.far.tables.categoriesOf(mailbox).some((category) => category.displayName === displayName))
      throw new GraphFault(409, 'CategoryNameDuplicate', `A category with the name '${displayName}' already exists.`);
    const color = textOf(fields['color']) ?? 'none';
    return created(
      categoryShape(call.far.tables.categories.put({ id: newGuid(call.far), mailbox, displayName, color })),
    );
  },
  'GET /users/{user}/outlook/supportedTimeZones': (call) => {
    const mailbox = mailboxOf(call);
    const value = supportedZoneNames().map((name) => ({ alias: name, displayName: name }));
    return ok({ '@odata.context': contextOf(`users('${mailbox}')/outlook/supportedTimeZones`), value });
  },
};

const categoryShape = ({ id, displayName, color }: StoredCategory): Record<string, unknown> => ({
  id,
  displayName,
  color,
});

import { Field, Input } from '@fluentui/react-components';
import type { KitchenView } from '../../../../src/features/kitchen/types.ts';
import type { SessionState } from '../../../../src/features/sessions/types.ts';
import { call } from '../../../api.ts';
import { useSay } from '../../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../../parts/ask.tsx';
import { kitchen as words } from '../../../wording/kitchen.ts';
import { shell } from '../../../wording/shell.ts';
import { useKitchenPath } from './order.tsx';

interface Props {
  readonly session: SessionState;
  readonly view: KitchenView;
  readonly onClose: () => void;
}

/** What is agreed with the kitchen. An empty field follows from the plan, which is shown in it. */
export function AgreementWindow({ session, view: { agreement, sheet, orderTo }, onClose }: Props) {
  const say = useSay();
  const path = useKitchenPath(session);
  return (
    <AskWindow
      title={say(words.edit)}
      actLabel={say(shell.save)}
      done={say(words.saved)}
      onClose={onClose}
      act={(form) =>
        call(path(''), {
          method: 'PUT',
          body: {
            reference: fieldOrNull(form, 'reference'),
            contactName: fieldOrNull(form, 'contactName'),
            contactPhone: fieldOrNull(form, 'contactPhone'),
            orderAddress: fieldOrNull(form, 'orderAddress'),
            extraHeads: Number(field(form, 'extraHeads') || 0),
            finalOn: fieldOrNull(form, 'finalOn'),
          },
        })
      }
    >
      <Field label={say(words.orderAddress)} hint={say(words.orderAddressHelp)}>
        <Input
          type="email"
          name="orderAddress"
          defaultValue={agreement.orderAddress ?? ''}
          placeholder={agreement.orderAddress === null ? (orderTo ?? '') : ''}
        />
      </Field>
      <Field label={say(words.extraHeads)} hint={say(words.extraHelp)}>
        <Input type="number" name="extraHeads" min={0} max={200} defaultValue={String(agreement.extraHeads)} />
      </Field>
      <Field label={say(words.finalDay)} hint={say(words.finalDayHelp)}>
        <Input type="date" name="finalOn" defaultValue={agreement.finalOn ?? ''} />
      </Field>
      <Field label={say(words.reference)}>
        <Input name="reference" defaultValue={agreement.reference ?? ''} placeholder={sheet.reference ?? ''} />
      </Field>
      <Field label={say(words.contactName)} hint={say(words.contactHelp)}>
        <Input name="contactName" defaultValue={agreement.contactName ?? ''} placeholder={sheet.contact.name} />
      </Field>
      <Field label={say(words.contactPhone)}>
        <Input name="contactPhone" type="tel" defaultValue={agreement.contactPhone ?? ''} />
      </Field>
    </AskWindow>
  );
}

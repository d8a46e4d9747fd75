import { deliveryTo, senderOf } from '../../agreements/public.ts'
import { type PlainDate, sayDay } from '../../kernel/days.ts'
import type { NewLetter } from '../../notices/public.ts'
import { personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Recovery } from '../types.ts'

type Received = { readonly one: Recovery; readonly saidBy: string; readonly answerBy: PlainDate }

/** Says to who objected that we have it, what happens now and by when they hear. */
export async function receivedLetter(doing: Doing, { one, saidBy, answerBy }: Received): Promise<NewLetter> {
  const deliver = await deliveryTo(doing, one.person)
  const own = (await personShown(doing, one.person))?.fullName === saidBy
  const to =
    one.executor === null
      ? { name: saidBy, ...(own ? {} : { addressLines: [] }) }
      : { name: one.executor.name, addressLines: one.executor.lines }
  return {
    organisation: one.organisation,
    person: one.person,
    to,
    kind: 'recovery',
    title: 'We have your objection, and nothing moves',
    reference: one.reference,
    subject: one.id,
    sees: one.executor === null ? 'money' : 'all',
    from: await senderOf(doing, { organisation_id: one.organisation, reference: one.reference }),
    deliver: one.executor === null ? deliver(to) : ['print'],
    paragraphs: [
      `${saidBy} objected to our proposal about the personal health budget ${one.reference}.`,
      {
        list: [
          'Nothing is taken and nothing is entered as owed until you have our answer.',
          'Somebody who had no part in the proposal looks at it again.',
          `You get the answer in writing, with reasons, by ${sayDay(answerBy)}.`,
          'If you do not, call us or complain. It still does not move.',
        ],
      },
    ],
  }
}

import { sayDay } from '../../kernel/days.ts'
import type { NewLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { settingsOf } from '../queries/settings.ts'
import { requestLimits } from '../rules/clock.ts'
import type { RightTold } from '../rules/right.ts'
import type { Case } from '../types.ts'
import { addresseeOf, senderOf, waysToDeliver } from './addressee.ts'

/** "We have your request": which right was told, who has it now, and by when they will hear. */
export async function receivedLetter(doing: Doing, one: Case, right: RightTold): Promise<NewLetter> {
  const limit = requestLimits(one, await settingsOf(doing, one))[0]
  const by =
    limit === undefined
      ? 'We found no time limit in law, and our organisation has set none. Ask us for a day.'
      : `You can expect a decision by ${sayDay(limit.by)} (${limit.label}).`
  return {
    organisation: one.organisation,
    person: one.person,
    to: { name: await addresseeOf(doing, one) },
    kind: 'received',
    title: 'We have your request for a personal health budget',
    reference: one.reference,
    subject: one.request,
    from: await senderOf(doing, one),
    deliver: await waysToDeliver(doing, one),
    paragraphs: [
      `We received it on ${sayDay(one.receivedOn)}. ${right.says}`,
      { heading: 'What happens next' },
      {
        list: [
          'A case worker reads it and may ask you a question under “Messages”.',
          by,
          'You get a letter with the decision and the reasons for each part of it.',
          'If you hear nothing by then, send us a message or call us and say your reference.',
        ],
      },
    ],
  }
}

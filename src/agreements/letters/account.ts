import { sayDay } from '../../kernel/days.ts'
import type { NewLetter } from '../../notices/public.ts'
import { personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { AccountRow } from '../queries/accounts.ts'
import type { AccountDecision } from '../rules/account.ts'
import { senderOf, waysToDeliver } from './sender.ts'

const titles = {
  approved: 'The bank account is approved',
  refused: 'The bank account is not approved',
  closed: 'The bank account is no longer in use',
} as const

/**
 * Tells the holder what was decided about an account: the name and the last four digits, never the numbers.
 */
export async function accountLetter(
  doing: Doing,
  account: AccountRow,
  { decided, because }: AccountDecision,
): Promise<NewLetter> {
  const person = await personShown(doing, account.person_id)
  const given = `which we were given on ${sayDay(account.given_on)},`
  const which = `The account of ${account.name_on_account} ending ${account.ending}, ${given}`
  const why = `Our reason: ${because ?? ''} Give us another account,`
  const next = {
    approved: `${which} is approved. Payments go there from now on, once everything else is in place.`,
    refused: `${which} is not approved. ${why} or tell us if you think this is wrong.`,
    closed: `${which} is not used for payments any more. ${why} so that money can be paid.`,
  }
  return {
    organisation: account.organisation_id,
    person: account.person_id,
    to: { name: person?.fullName ?? '' },
    kind: 'agreement',
    title: titles[decided],
    reference: account.reference,
    subject: account.id,
    sees: 'all',
    from: await senderOf(doing, account),
    deliver: await waysToDeliver(doing, account.person_id),
    paragraphs: [
      next[decided],
      'If you did not give us this account, or did not ask for a change, tell us at once.',
      'We never ask for card numbers, PINs or passwords.',
    ],
  }
}

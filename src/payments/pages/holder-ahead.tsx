import { sayDay } from '../../kernel/days.ts'
import { nothing, sayMoney } from '../../kernel/money.ts'
import { InsetText } from '../../nhs/public.ts'
import type { HolderView } from '../queries/holder.ts'
import { sayLeft } from '../rules/ceiling.ts'
import { leftOf, nextPart, sayAdvance } from '../rules/netting.ts'
import { repeatFrom } from '../rules/repeats.ts'

type Advance = HolderView['advances'][number]

function standOf(one: Advance): string {
  const left = leftOf(one)
  if (one.paidOn === null) return 'It has not left us yet. Nothing is taken off until it has.'
  if (left === nothing) return 'All of it was taken off. Your payments are whole again.'
  const so =
    one.taken === nothing ? 'Nothing was taken off yet.' : `${sayMoney(one.taken)} was taken off so far.`
  return `${so} ${sayMoney(left)} is still ahead; ${sayMoney(nextPart(one))} is taken off next time.`
}

/** What was paid ahead, how it is taken off the payments to come, and where that stops: for the holder. */
export const AheadShown = ({ advances }: Pick<HolderView, 'advances'>) =>
  advances.map(one => (
    <InsetText key={one.id}>
      <h3>Paid ahead: {sayMoney(one.amount)}</h3>
      <p>
        {one.because}. {one.paidOn === null ? '' : `It left us on ${sayDay(one.paidOn)}.`}
      </p>
      <p>{sayAdvance(one)}</p>
      <p>{standOf(one)} If a payment becomes too small to pay wages or care, tell us before it leaves.</p>
    </InsetText>
  ))

/** What is paid without asking again, and how much of it is left: for the holder. */
export const RepeatsShown = ({ repeats }: Pick<HolderView, 'repeats'>) =>
  repeats.length === 0 ? null : (
    <>
      <h2>Agreed ahead</h2>
      <p>We pay these without asking you again, until they are used up.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {repeats.map(one => (
          <li key={one.id}>
            {one.because}, from <bdi>{one.supplier ?? ''}</bdi>. {sayLeft(repeatFrom(one), one.uses)}
            {one.ended_on === null ? '' : ` It was ended on ${sayDay(one.ended_on)}.`}
          </li>
        ))}
      </ul>
    </>
  )

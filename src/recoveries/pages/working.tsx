import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { MoneyTable, OpenFigure, SummaryList } from '../../nhs/public.ts'
import { keptNames } from '../rules/proposing.ts'
import { takesFromOutside } from '../rules/surplus.ts'
import { weeksSaid } from '../say.ts'
import type { Ground, Kept, Working } from '../types.ts'

const statements = ({ shownUntil }: Working): string =>
  shownUntil === null ? 'No statement has been sent yet.' : `Statements reach to ${sayDay(shownUntil)}.`

/** What is protected: each sum with its reason, and what they come to. */
export const KeptTable = ({ kept, caption }: { kept: readonly Kept[]; caption: string }) => (
  <MoneyTable
    caption={caption}
    captionSize="s"
    what="What, and why"
    columns={['Amount']}
    rows={kept.map((one, place) => ({
      key: `${one.kind}-${place}`,
      says: keptNames[one.kind],
      about: one.because,
      sums: [one.sum],
    }))}
    total="Protected in all"
    empty="Nothing had to be protected."
  />
)

const limitSaid = ({ limit }: Working): string =>
  limit === null
    ? 'This board has not set from how many weeks it looks at a surplus.'
    : `More than ${weeksSaid(BigInt(Math.round(limit.value * 10)))}. Local setting since ` +
      `${sayShortDay(limit.from)}${limit.by === null ? '' : `, set by ${limit.by}`}: ${limit.because} ` +
      'It is taken from council practice, and is not an NHS rule.'

const Left = ({ working }: { working: Working }) => (
  <SummaryList
    facts={[
      { says: 'Left after that', is: sayMoney(working.surplus) },
      ...(working.weekly > 0n
        ? [
            {
              says: 'In weeks of payment',
              is: `${weeksSaid(working.surplusTenths)} at ${sayMoney(working.weekly)} a week`,
            },
          ]
        : []),
      { says: 'A surplus is looked at above', is: limitSaid(working) },
    ]}
  />
)

/** What we found, and what we protected and why, as it was on the day of the proposal. */
export const WorkingShown = ({ working, ground }: { working: Working; ground: Ground | null }) =>
  ground !== null && takesFromOutside(ground) ? (
    <>
      <h2>What we found</h2>
      <OpenFigure figure={sayMoney(working.outsidePlan)} about="spent outside the plan">
        <p>
          This is the sum of all payments that statements show and that the plan does not name, on{' '}
          {sayDay(working.foundOn)}. {statements(working)}
        </p>
      </OpenFigure>
      <h2>What we protected, and why</h2>
      <p>Money in the account is not touched by this: {sayMoney(working.held)} stays for care.</p>
    </>
  ) : (
    <>
      <h2>What we found</h2>
      <OpenFigure
        figure={sayMoney(working.held)}
        about={`in the budget’s account on ${sayShortDay(working.foundOn)}`}
      >
        <p>
          This is what was paid into the account, less what statements show as spent or sent back.{' '}
          {statements(working)}
        </p>
        {working.advance > 0n ? (
          <p>
            {sayMoney(working.advance)} of it is an emergency advance that was taken off no payment before the
            budget ended. It is counted once, in this sum.
          </p>
        ) : null}
        {working.weekly > 0n ? (
          <p>
            It is {weeksSaid(working.heldTenths)} of payments, at {sayMoney(working.weekly)} a week.
          </p>
        ) : null}
      </OpenFigure>
      <h2>What we protected, and why</h2>
      <KeptTable kept={working.kept} caption={`On ${sayShortDay(working.foundOn)}`} />
      <Left working={working} />
    </>
  )

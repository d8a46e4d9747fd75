import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { EmptyState, Reading, SummaryList, Tag, WhoseTurn } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { endingSays, standSays } from '../rules/say.ts'
import { pricesOf, type Stand, standOf, totalOf, turnOf } from '../rules/stand.ts'
import type { Budget } from '../types.ts'
import { Choices, Extras, Parts } from './parts.tsx'
import { Rules } from './places.tsx'
import type { BudgetShows } from './shows.ts'

type Of = BudgetShows & { readonly budget: Budget }

/** Where things stand and what comes next, first to her and then to staff. */
const next = {
  offered: ['Do you want to choose who looks after you? Say yes or no.', 'She has not answered yet.'],
  declined: [
    'You said no. Your care is the same as for everybody. You can still say yes.',
    'She said no. Her care is the same as for everybody. She can still say yes.',
  ],
  choosing: ['Choose who gives each part of your care.', 'She chooses who gives each part of her care.'],
  confirming: [
    'You have chosen. We confirm it, and write to you.',
    'She has chosen. Confirm it: that sets the money aside.',
  ],
  chosen: [
    'All is chosen. You can change your mind until that part of your care is over.',
    'All is chosen. Note each part when its care was given.',
  ],
  complete: ['All three parts of your care are over.', 'All three parts are over.'],
  'handed-over': ['Your care goes on in another area.', 'Handed over to another area.'],
  stopped: ['The budget is closed, as you asked.', 'She did not want the budget any more.'],
} as const satisfies Record<Exclude<Stand, 'pregnancy-ended'>, readonly [her: string, staff: string]>

const tag = (stand: Stand) =>
  stand === 'offered' || stand === 'choosing' || stand === 'confirming'
    ? 'waiting'
    : stand === 'chosen'
      ? 'good'
      : 'over'

const Turn = ({ budget, body, staff, today, confirmBy }: Of) => {
  const turn = turnOf(budget)
  if (turn === null) return null
  const hers = turn.who === 'her'
  return (
    <WhoseTurn
      who={hers ? 'the woman' : body.name}
      since={turn.since}
      by={hers ? null : confirmBy}
      today={today}
      yours={hers !== staff}
      will={hers ? 'choose' : 'confirm the choice'}
    />
  )
}

const factsOf = ({ budget, body }: Of) => [
  { says: 'Offered by', is: body.name },
  { says: 'Offered on', is: sayShortDay(budget.offeredOn) },
  ...(budget.fits === '' ? [] : [{ says: 'Why it is offered', is: <bdi>{budget.fits}</bdi> }]),
  { says: 'Due date', is: sayDay(budget.dueOn) },
]

/** What can be done beside choosing, each on a page of its own. */
const Actions = ({ budget, reference, may, staff }: Of) => {
  const taken = pricesOf(budget) !== null
  const open = budget.ending === null && standOf(budget) !== 'complete'
  const rows = [
    [may.choose && open && !taken, 'answer', staff ? 'Note her answer' : 'Say yes or no'],
    [may.choose && open && taken, 'extras', 'Note something private, paid beside the budget'],
    [may.write && open, 'ending', 'Close the budget'],
  ] as const
  const links = rows.filter(([so]) => so)
  return links.length === 0 ? null : (
    <ul>
      {links.map(([, at, says]) => (
        <li key={at}>
          <a href={`/maternity/${reference}/${at}`}>{says}</a>
        </li>
      ))}
    </ul>
  )
}

const Cannot = ({ code }: { code: string }) => (
  <>
    <h2>What this budget cannot do</h2>
    <ul>
      <li>It is not paid out. The NHS keeps the money and pays the provider.</li>
      <li>Nobody can add their own money to it, for example for a private room.</li>
      <li>It buys care only from providers that have a contract with the NHS here.</li>
    </ul>
    <p>Something private, such as a class, can be paid for beside it. That changes nothing of the budget.</p>
    <p>
      <a href={`/maternity/places/${code}`}>Compare who can give the care</a>
    </p>
    <Rules
      ids={[
        'MATERNITY_PMCB',
        'MATERNITY_PMCB-NO-CASH',
        'MATERNITY_PMCB-OWN-MONEY',
        'MATERNITY_PMCB-CHOICE',
        'MATERNITY_PMCB-WHO-OFFERS',
        'MATERNITY_PMCB-CHANGE',
        'MATERNITY_PMCB-CARE-GIVEN',
      ]}
    />
  </>
)

/** After a loss: plain and short, nothing to do, nothing that counts or hurries. */
const Closed = ({ staff, ending }: { staff: boolean; ending: NonNullable<Budget['ending']> }) =>
  staff ? (
    <>
      <p>
        Closed on {sayShortDay(ending.on)}. {endingSays[ending.what]}.
      </p>
      <p>No letters go out and no clocks run. What was not used went back.</p>
      {ending.words === '' ? null : (
        <p>
          <bdi>{ending.words}</bdi>
        </p>
      )}
    </>
  ) : (
    <>
      <p>We are sorry.</p>
      <p>This budget is closed. You do not have to do anything, and we will not write to you about it.</p>
      <p>You can talk to your midwife or your GP at any time, about anything.</p>
    </>
  )

const Whole = (shows: Of) => {
  const { budget, staff } = shows
  const stand = standOf(budget)
  const prices = pricesOf(budget)
  return (
    <>
      <p>
        <Tag means={tag(stand)}>{standSays[stand]}</Tag>
      </p>
      {stand === 'pregnancy-ended' ? null : <p>{next[stand][staff ? 1 : 0]}</p>}
      {budget.ending?.what === 'moved-away' ? (
        <p>
          From {sayDay(budget.ending.on)} it is with <bdi>{budget.ending.toBody}</bdi>.
        </p>
      ) : null}
      <Turn {...shows} />
      {prices === null ? null : <Parts {...shows} prices={prices} />}
      {prices === null ? null : (
        <p>
          The NHS pays {sayMoney(totalOf(prices))} at most, by the figures of the day on which the budget was
          taken up. Whoever is chosen, there is nothing to pay beside it.
        </p>
      )}
      <Actions {...shows} />
      <SummaryList facts={factsOf(shows)} />
      <Extras budget={budget} />
      <Choices budget={budget} />
      <Cannot code={shows.body.code} />
    </>
  )
}

const NotOffered = ({ reference, may, staff, body }: BudgetShows) => (
  <>
    <EmptyState
      says="No maternity budget is offered yet."
      next={staff ? 'Offer it, once the board’s words fit her.' : `${body.name} decides whom it offers one.`}
    />
    {may.offer ? (
      <p>
        <a href={`/maternity/${reference}/offer`}>Offer a budget</a>
      </p>
    ) : null}
    <Cannot code={body.code} />
  </>
)

/** A maternity budget: where it stands, whose turn it is, the three parts, and what it cannot do. */
export function budgetPage(shows: BudgetShows): Page {
  const { budget, staff } = shows
  const loss = budget?.ending?.what === 'pregnancy-ended' ? budget.ending : null
  return {
    title: 'Maternity budget',
    back: staff ? '/maternity' : '/home',
    person: shows.person,
    ...(shows.done === undefined ? {} : { done: shows.done }),
    body: (
      <Reading>
        <h1>Maternity budget</h1>
        {budget === null ? (
          <NotOffered {...shows} />
        ) : loss === null ? (
          <Whole {...shows} budget={budget} />
        ) : (
          <Closed staff={staff} ending={loss} />
        )}
      </Reading>
    ),
  }
}

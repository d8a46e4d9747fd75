import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { nothing, sayMoney } from '../../kernel/money.ts'
import {
  Choice,
  DataTable,
  DayField,
  EmptyState,
  FileField,
  Form,
  InsetText,
  MoneyField,
  Reading,
  SubmitButton,
  TaskList,
  TextArea,
  TextField,
  WarningCallout,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { itemSays, type SettleItem } from '../rules/settle-items.ts'
import type { InTheWay, ItemStanding } from '../rules/settling.ts'
import type { Noted, Settled } from '../settled.ts'

type Shows = {
  readonly reference: string
  readonly person: Page['person']
  readonly settled: Settled
  readonly maySettle: boolean
  readonly mayClose: boolean
  readonly closedOn: PlainDate | null
  readonly errors: readonly FieldError[]
}

const addressOf = (reference: string, { key, to }: InTheWay): string | null =>
  ({
    item: `/reviews/${reference}/closing/${key}`,
    recoveries: `/recoveries/${reference}`,
    bank: `/bank/${reference}`,
    payments: `/payments/for/${reference}`,
    none: null,
  })[to ?? 'none']

const InTheWayList = ({ reference, settled, closedOn }: Shows) => {
  if (closedOn !== null) return <p>Everything was settled and the case was closed on {sayDay(closedOn)}.</p>
  if (settled.inTheWay.length === 0)
    return (
      <InsetText>
        <p>Nothing stands in the way any more.</p>
      </InsetText>
    )
  return (
    <WarningCallout heading={`Still in the way: ${settled.inTheWay.length}`}>
      <ul>
        {settled.inTheWay.map(way => {
          const href = addressOf(reference, way)
          return <li key={way.key}>{href === null ? way.says : <a href={href}>{way.says}</a>}</li>
        })}
      </ul>
    </WarningCallout>
  )
}

const hintOf = ({ fact, byItself, owed, state }: ItemStanding, hint: string): string => {
  if (byItself !== null) return byItself
  if (fact === null) return hint
  const sum = owed > nothing ? ` ${sayMoney(owed)} is owed.` : ''
  if (state === 'settled' || state === 'does-not-apply') return fact.words
  return `${fact.who}${fact.by === null ? '' : `, by ${sayShortDay(fact.by)}`}.${sum}`
}

const states = {
  open: { state: 'to-do', stateSays: 'Nobody yet' },
  'to-do': { state: 'needs-you', stateSays: 'To do' },
  overdue: { state: 'problem', stateSays: 'Overdue' },
  settled: { state: 'done', stateSays: 'Settled' },
  'does-not-apply': { state: 'done', stateSays: 'Does not apply' },
} as const

/** The end of a budget: what is still in the way, in one list, then each item with who, when and evidence. */
export const closingPage = (shows: Shows): Page => ({
  title: 'A safe end',
  back: `/reviews/${shows.reference}`,
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
  ...(shows.person ? { person: shows.person } : {}),
  body: (
    <Reading>
      <h1>A safe end</h1>
      <p>
        The last day of this budget is {sayDay(shows.settled.endsOn)}. It is closed when nobody is owed
        anything: wages, tax and bills come first.
      </p>
      <InTheWayList {...shows} />
      <h2>What has to be settled</h2>
      <TaskList
        tasks={shows.settled.items.map(standing => {
          const { item, state } = standing
          return {
            says: itemSays[item].says,
            hint: hintOf(standing, itemSays[item].hint),
            ...(shows.maySettle && shows.closedOn === null
              ? { href: `/reviews/${shows.reference}/closing/${item}` }
              : {}),
            ...states[state],
          }
        })}
      />
      {shows.mayClose && shows.closedOn === null ? (
        <Form action={`/reviews/${shows.reference}/closing`} typed={{}} errors={shows.errors}>
          <SubmitButton>Close the case</SubmitButton>
        </Form>
      ) : null}
    </Reading>
  ),
})

type ItemShows = {
  readonly reference: string
  readonly person: Page['person']
  readonly item: SettleItem
  readonly standing: ItemStanding
  readonly facts: readonly Noted[]
  readonly keepAtLeast: PlainDate
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const saidOf = (fact: Noted): string => {
  if (fact.what === 'to-do')
    return `To do: ${fact.who}${fact.by === null ? '' : `, by ${sayShortDay(fact.by)}`}${
      fact.owed > nothing ? `, ${sayMoney(fact.owed)} owed` : ''
    }. ${fact.words}`
  const kept = fact.keepUntil === null ? '' : ` Kept until ${sayShortDay(fact.keepUntil)}.`
  return `${fact.what === 'settled' ? 'Settled' : 'Does not apply'}: ${fact.words}${kept}`
}

const History = ({ reference, facts }: Pick<ItemShows, 'reference' | 'facts'>) => (
  <DataTable
    caption="What was noted"
    captionSize="s"
    columns={[{ says: 'Day' }, { says: 'What' }, { says: 'By' }]}
    rows={facts.map(fact => ({
      key: fact.id,
      cells: [
        sayShortDay(fact.on),
        <span key="said">
          {saidOf(fact)}{' '}
          {fact.file === null ? null : (
            <a href={`/reviews/${reference}/closing/${fact.item}/files/${fact.id}`}>Open the paper</a>
          )}
        </span>,
        `${fact.byName}, ${fact.byRole}`,
      ],
    }))}
    empty="Nothing yet."
  />
)

const ways = ({ item, keepAtLeast }: ItemShows) => [
  {
    value: 'to-do',
    label: 'It is still to do',
    also: (
      <>
        <TextField name="who" label="Who does it?" />
        <DayField name="by" label="By when?" />
        <MoneyField name="owed" label="How much is owed, as far as you know? (optional)" />
      </>
    ),
  },
  {
    value: 'settled',
    label: 'It is settled',
    also: (
      <>
        <TextArea name="evidence" label="How do you know?" rows={3} most={2000} />
        <FileField name="file" label="A paper that shows it (optional)" hint="A photo, PDF or text file" />
        {item === 'records' ? (
          <DayField
            name="keepUntil"
            label="Papers are kept until"
            hint={`At least until ${sayDay(keepAtLeast)}`}
          />
        ) : null}
      </>
    ),
  },
  {
    value: 'does-not-apply',
    label: 'It does not apply',
    also: <TextArea name="because" label="It does not apply because" rows={2} most={2000} />,
  },
]

/** One item of the end: how it stands, and what to note about it. */
export const settleItemPage = (shows: ItemShows): Page => ({
  title: itemSays[shows.item].says,
  back: `/reviews/${shows.reference}/closing`,
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
  ...(shows.person ? { person: shows.person } : {}),
  body: (
    <Reading>
      <h1>{itemSays[shows.item].says}</h1>
      <p>{itemSays[shows.item].hint}</p>
      {shows.facts.length === 0 ? (
        <EmptyState says={shows.standing.byItself ?? 'Nobody has noted anything about this yet.'} />
      ) : (
        <History reference={shows.reference} facts={shows.facts} />
      )}
      <Form
        action={`/reviews/${shows.reference}/closing/${shows.item}`}
        typed={shows.typed}
        errors={shows.errors}
        files
      >
        <Choice name="what" label="How does it stand?" ways={ways(shows)} />
        <SubmitButton>Note it</SubmitButton>
      </Form>
    </Reading>
  ),
})

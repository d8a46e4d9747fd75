import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import {
  confidenceSays,
  DataTable,
  Form,
  InsetText,
  Money,
  SubmitButton,
  TextArea,
  TextField,
  WarningCallout,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Order } from '../queries/orders.ts'
import type { Preview } from '../queries/preview.ts'
import { hrefOf } from './list.tsx'

export type StepShows = {
  readonly preview: Preview
  readonly today: PlainDate
  readonly may: { readonly carryOut: boolean; readonly place: boolean; readonly placeStaff: boolean }
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const Goes = ({ preview: { goes, unknown, divided } }: StepShows) => (
  <DataTable
    caption="What moves where"
    columns={[
      { says: 'To' },
      { says: 'People', numeric: true },
      { says: 'Cases', numeric: true },
      { says: 'Budgets with open money', numeric: true },
      { says: 'Open money', numeric: true },
    ]}
    rows={[
      ...goes.map(one => ({ key: one.next.code, says: one.next.name, one })),
      ...(divided && unknown.people > 0
        ? [{ key: 'unknown', says: 'Not known yet: stay where they are', one: unknown }]
        : []),
    ].map(({ key, says, one }) => ({
      key,
      cells: [
        says,
        String(one.people),
        String(one.cases),
        String(one.budgets),
        <Money key="open" sum={pence(one.open)} />,
      ],
    }))}
    empty="Nobody follows."
  />
)

const Divided = ({ preview: { step, unknown, divided }, may }: StepShows) =>
  !divided ? null : (
    <>
      <h2 className="nhsuk-heading-m">Who goes where</h2>
      <p>
        This body is divided. {unknown.people === 0 ? 'It is known of everybody where they belong.' : ''}
        {unknown.people === 1 ? 'Of 1 person it is not known where they belong. ' : ''}
        {unknown.people > 1 ? `Of ${unknown.people} people it is not known where they belong. ` : ''}
        {unknown.people > 0 ? 'We do not guess: somebody who knows says it, with a reason.' : ''}
      </p>
      {may.place ? (
        <p>
          <a href={`${hrefOf(step)}/people`}>Say where people belong</a>
        </p>
      ) : null}
      {may.placeStaff ? (
        <p>
          <a href={`${hrefOf(step)}/staff`}>Say with whom staff go</a>
        </p>
      ) : null}
    </>
  )

const orderRow = (order: Order) => ({
  key: order.id,
  cells: [
    sayShortDay(order.askedOn),
    order.byName,
    order.because,
    order.finishedOn === null ? 'Under way' : `Done on ${sayShortDay(order.finishedOn)}`,
  ],
})

const OrderForm = ({ preview, typed, errors }: StepShows) => (
  <Form action={`${hrefOf(preview.step)}/orders`} typed={typed} errors={errors}>
    <h2 className="nhsuk-heading-m">Move them</h2>
    <TextArea
      name="because"
      label="Why, and on whose decision?"
      hint="It stands in the record of each case."
      typed={typed}
      errors={errors}
    />
    <TextField
      name="reach"
      label="Whom do families reach from now on?"
      hint="A name and a telephone number, as the letter to them says it."
      typed={typed}
      errors={errors}
    />
    <SubmitButton>Move the cases</SubmitButton>
  </Form>
)

const sayDone = (moved: number): string =>
  moved === 0
    ? 'Nobody is to move.'
    : moved === 1
      ? 'Everybody has moved: 1 person, with all that was open.'
      : `Everybody has moved: ${moved} people, with all that was open.`

const Doing = (shows: StepShows) => {
  const { preview, may } = shows
  if (preview.step.underWay)
    return (
      <InsetText>
        <p>
          The cases are moving: {preview.step.moved} moved, {preview.step.people} still there. You can leave
          this page. Load it again to see how far it is.
        </p>
      </InsetText>
    )
  if (preview.step.people === 0) return <p>{sayDone(preview.step.moved)}</p>
  if (preview.inTheWay.length > 0)
    return (
      <WarningCallout heading="What is in the way">
        <ul className="nhsuk-list nhsuk-list--bullet">
          {preview.inTheWay.map(says => (
            <li key={says}>{says}</li>
          ))}
        </ul>
      </WarningCallout>
    )
  return may.carryOut ? <OrderForm {...shows} /> : null
}

/** One body and those that follow it: what moves, what is in the way, how far it is. */
export const stepPage = (shows: StepShows): Page => {
  const { step, orders } = shows.preview
  return {
    title: `${step.body.name} is followed`,
    back: '/succession',
    errors: shows.errors,
    status: shows.errors.length > 0 ? 422 : 200,
    wide: true,
    body: (
      <>
        <h1>{step.body.name} is followed</h1>
        <p>
          From {sayDay(step.on)} by {step.nexts.map(({ name }) => name).join(' and ')}.{' '}
          {[...new Set(step.nexts.map(({ confidence }) => confidence))]
            .map(one => confidenceSays[one as keyof typeof confidenceSays] ?? one)
            .join(' ')}
        </p>
        {step.people === 0 ? null : <Goes {...shows} />}
        <Divided {...shows} />
        <Doing {...shows} />
        {orders.length === 0 ? null : (
          <DataTable
            caption="What was ordered"
            columns={[{ says: 'On' }, { says: 'By' }, { says: 'Why' }, { says: 'How it stands' }]}
            rows={orders.map(orderRow)}
            empty="Nothing."
          />
        )}
      </>
    ),
  }
}

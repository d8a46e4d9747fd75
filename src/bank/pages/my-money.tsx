import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { nothing, type Pence, plus, sayMoney } from '../../kernel/money.ts'
import {
  BarOfMoney,
  DataTable,
  Details,
  EmptyState,
  InsetText,
  LinkButton,
  Money,
  MoneyTable,
  OpenFigure,
  Reading,
  SubmitButtons,
  Tag,
} from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { LineMoney, MyMoney } from '../queries/my-money.ts'
import { Moves } from './moves.tsx'

type Shows = {
  readonly reference: string
  readonly money: MyMoney
  /** May the reader see the lines of the bank? */
  readonly sees: boolean
  readonly maySend: boolean
  readonly names: ReadonlyMap<string, string>
  readonly person?: Page['person'] | undefined
}
type Ready = Extract<MyMoney, { readonly shownUntil: unknown }>

const LeftNow = ({ reference, money }: { reference: string; money: Ready }) => (
  <OpenFigure
    large
    figure={sayMoney(money.left)}
    about={`left now, to last until ${sayDay(money.year.until)}`}
  >
    <MoneyTable
      caption="What this is made of"
      captionSize="s"
      what="Where the money is"
      columns={['Pounds']}
      rows={[
        { key: 'held', says: 'In the budget’s bank account', sums: [money.held] },
        {
          key: 'allocated',
          says: 'Set aside by the NHS: still to come, or paid by the NHS itself',
          sums: [money.allocated],
        },
      ]}
      total="Left now"
      empty=""
    />
    {money.contingency > nothing ? (
      <p>Besides, {sayMoney(money.contingency)} is kept for emergencies. Ask before you use it.</p>
    ) : null}
    <p>
      <a href={`/ledger/${reference}`}>See every movement of this money</a>
    </p>
  </OpenFigure>
)

const Pace = ({ money }: { money: Ready }) => {
  if (money.lasts === null) return <p>We cannot tell yet how fast the money is spent.</p>
  const until = sayShortDay(money.lasts)
  return money.lasts < money.year.until ? (
    <InsetText>
      <p>
        <Tag means="needs-you">Look at this</Tag> As it was spent so far, the money lasts until {until}. It is
        meant to last until {sayShortDay(money.year.until)}. Talk to your team about it.
      </p>
    </InsetText>
  ) : (
    <p>As it was spent so far, the money lasts longer than it has to.</p>
  )
}

const all = (lines: readonly LineMoney[], of: (line: LineMoney) => Pence): Pence => plus(...lines.map(of))

const finding = (agreed: Pence, spent: Pence): string =>
  spent > agreed
    ? 'More was spent than was agreed for the year'
    : `${agreed === nothing ? 0 : Number((spent * 100n) / agreed)} % of the year’s money is spent`

const Bars = ({ money }: { money: Ready }) => {
  const agreed = all(money.lines, line => line.agreed)
  const spent = plus(
    all(money.lines, line => line.spent),
    money.outside,
  )
  const period = `${sayShortDay(money.year.from)} to ${sayShortDay(money.year.until)}`
  return (
    <section>
      <h2>Agreed, spent and left</h2>
      <BarOfMoney
        title={finding(agreed, spent)}
        period={period}
        agreed={agreed}
        spent={spent}
        promised={all(money.lines, line => line.promised)}
      />
      {money.lines.map(({ key, says, left, ...sums }) => (
        <Details key={key} says={`${says}: ${sayMoney(left)} left`}>
          <BarOfMoney title={says} period={period} {...sums} />
        </Details>
      ))}
      {money.outside > nothing ? (
        <p>
          {sayMoney(money.outside)} was spent on things that are not in the plan. Talk to your team about it.
        </p>
      ) : null}
    </section>
  )
}

const Due = ({ money }: { money: MyMoney }) => (
  <DataTable
    caption="What we will pay next"
    columns={[{ says: 'Leaves us on' }, { says: 'Amount', numeric: true }, { says: 'How it stands' }]}
    rows={money.due.map(({ on, amount, stopped }) => ({
      key: on,
      cells: [
        sayDay(on),
        <Money key="sum" sum={amount} />,
        stopped ? (
          <Tag key="how" means="needs-you">
            Something is missing: we are in touch
          </Tag>
        ) : (
          'Planned'
        ),
      ],
    }))}
    empty="No payment is planned."
  />
)

const Asked = ({ reference, money }: { reference: string; money: MyMoney }) => {
  const [first] = money.questions
  if (first === undefined) return null
  const count = money.questions.length
  return (
    <InsetText>
      <p>
        <Tag means="needs-you">Needs you</Tag>{' '}
        {count === 1 ? 'We have one question' : `We have ${count} questions`} about your statements.
      </p>
      <LinkButton href={`/bank/${reference}/questions/${first.number}`}>
        {count === 1 ? 'Answer the question' : 'Answer the first question'}
      </LinkButton>
    </InsetText>
  )
}

const Buttons = ({ reference, maySend }: { reference: string; maySend: boolean }) => (
  <SubmitButtons>
    {maySend ? <LinkButton href={`/bank/${reference}/statements/new`}>Send a statement</LinkButton> : null}
    <a href={`/bank/${reference}/statements`}>Statements we have</a>
    <a href={`/bank/${reference}/payees`}>What we know about payees</a>
    <a href={`/bank/${reference}/looking`}>How closely we look, and why</a>
    <a href={`/employment/${reference}`}>Personal assistants: hours and pay</a>
  </SubmitButtons>
)

const Evidence = ({ reference, money, maySend, names }: Shows) => (
  <>
    <Buttons reference={reference} maySend={maySend} />
    <h2>The last ten movements</h2>
    <Moves reference={reference} lines={money.moves} names={names} caption="On the budget’s bank account" />
  </>
)

/** Left now, until when, agreed and spent for each line, what moved and what is due. Every number opens. */
export const myMoneyPage = (shows: Shows): Page => ({
  title: 'My money',
  ...(shows.person === undefined ? { back: '/home' } : { person: shows.person }),
  body: (
    <Reading>
      <h1>My money</h1>
      <Asked reference={shows.reference} money={shows.money} />
      {shows.money.year === null ? (
        <EmptyState
          says="There is no money in this budget yet."
          next="It begins when the agreement is signed by both sides."
        />
      ) : (
        <>
          <LeftNow reference={shows.reference} money={shows.money} />
          <Pace money={shows.money} />
          <Bars money={shows.money} />
        </>
      )}
      <Due money={shows.money} />
      {shows.sees ? <Evidence {...shows} /> : null}
    </Reading>
  ),
})

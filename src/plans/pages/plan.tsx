import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { minus, nothing, sayMoney } from '../../kernel/money.ts'
import {
  BarOfMoney,
  InsetText,
  LinkButton,
  MoneyTable,
  SummaryList,
  TabLinks,
  Tag,
  WhoseTurn,
} from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { costByWay } from '../rules/cost.ts'
import { textPages, turnNames } from '../says.ts'
import { type Plan, type Words, wayNames, ways } from '../types.ts'
import { Handing } from './handing.tsx'
import {
  AboutMe,
  ChangeLink,
  type Changing,
  InPart,
  Lines,
  OutcomeSaid,
  Problems,
  RiskSaid,
  Said,
} from './plan-parts.tsx'
import type { PlanShows } from './shows.ts'

const textNames = ['contingency', 'crisis-contact', 'training', 'safeguards', 'who-checks'] as const

const Standing = ({ plan, turn, today, writesAs, mayApprove }: PlanShows) => {
  if (plan.signedOff !== null) {
    const { by, role, on, from, until } = plan.signedOff
    return (
      <p>
        <Tag means={until === null || until >= today ? 'good' : 'over'}>Agreed</Tag> by <bdi>{by}</bdi>,{' '}
        {role}, on {sayShortDay(on)}. It holds from {sayDay(from)}
        {until === null ? '' : ` to ${sayDay(until)}`}.
      </p>
    )
  }
  const yours = turn.who === writesAs || (turn.who === 'approver' && mayApprove)
  const also = turn.words === '' ? undefined : <p>They said: “{turn.words}”</p>
  return (
    <WhoseTurn
      who={turnNames[turn.who]}
      since={turn.since}
      by={null}
      today={today}
      yours={yours}
      also={also}
    />
  )
}

const Money = ({ plan, budget, cost }: PlanShows) => (
  <section aria-labelledby="money">
    <h2 id="money">What it costs</h2>
    {budget === null ? null : (
      <BarOfMoney
        title={
          cost > budget.weekly
            ? `The plan costs ${sayMoney(minus(cost, budget.weekly))} a week more than the budget`
            : `The plan uses ${sayMoney(cost)} of ${sayMoney(budget.weekly)} a week`
        }
        period={`a week, from ${sayShortDay(budget.from)}`}
        agreed={budget.weekly}
        spent={nothing}
        promised={cost}
      />
    )}
    <MoneyTable
      caption="How the money is held, pounds a week"
      captionSize="s"
      what="Way"
      columns={['A week']}
      rows={[...ways, null]
        .map(way => ({
          key: way ?? 'none',
          says: way === null ? 'Not decided yet' : wayNames[way],
          sums: [costByWay(plan.lines, way)],
        }))
        .filter(({ sums }) => sums.some(sum => sum > 0n))}
      total="Together"
      empty="How the money is held has not been decided."
    />
  </section>
)

const Details = ({ plan, to }: { plan: Plan; to: Changing }) => {
  const href = to('details')
  const change = (what: string) => (href === null ? {} : { change: { href, what } })
  return (
    <SummaryList
      facts={[
        { says: 'Co-ordinator', is: plan.coordinator ?? 'Nobody yet', ...change('the co-ordinator') },
        {
          says: 'First review',
          is: plan.firstReviewOn === null ? 'No day yet' : sayDay(plan.firstReviewOn),
          ...change('the first review'),
        },
        {
          says: 'Notice before money is cut or stopped',
          is:
            plan.noticeDays === null
              ? 'Not agreed yet'
              : `${plan.noticeDays} days, in writing, with the reason`,
          ...change('the notice'),
        },
      ]}
    />
  )
}

const Texts = ({ words, to }: { words: Words; to: Changing }) => (
  <>
    {textNames.map(name => {
      const { part, says } = textPages[name]
      const href = to(`details/${name}`)
      if (words[part] === '' && href === null) return null
      return (
        <section key={name} id={name}>
          <h3>{says}</h3>
          {words[part] === '' ? <p className="app-quiet">Nothing yet.</p> : <Said text={words[part]} />}
          <ChangeLink href={href} what={says} />
        </section>
      )
    })}
  </>
)

const Whole = ({ words, shows, to }: { words: Words; shows: PlanShows; to: Changing }) => {
  const { lines } = shows.plan
  const others = lines.filter(line => !words.outcomes.some(({ key }) => key === line.outcome))
  return (
    <>
      <AboutMe words={words} to={to} />
      <h2 id="what-matters">What matters</h2>
      {words.whatMatters === '' ? (
        <p className="app-quiet">Nothing yet.</p>
      ) : (
        <Said text={words.whatMatters} />
      )}
      <ChangeLink href={to('details/what-matters')} what="what matters" />
      <h2 id="outcomes">What should come of it</h2>
      {words.outcomes.map(outcome => (
        <OutcomeSaid key={outcome.key} outcome={outcome} lines={lines} risks={words.risks} to={to} />
      ))}
      <ChangeLink href={to('outcomes')} says="Add an outcome" what="to the plan" />
      {others.length === 0 ? null : (
        <Lines lines={others} caption="For the whole plan, pounds a week" to={to} />
      )}
      <ChangeLink href={to('lines/new')} says="Add an arrangement" what="to the plan" />
      <h2 id="risks">Risks, and what we agreed about them</h2>
      {words.risks.map((risk, at) =>
        words.outcomes.some(({ key }) => key === risk.outcome) ? null : (
          <RiskSaid key={at} risk={risk} at={at} to={to} level="h3" />
        ),
      )}
      <p>Risks that belong to one outcome stand with it, above.</p>
      <ChangeLink href={to('risks')} says="Add a risk" what="to the plan" />
      <h2 id="when-things-go-wrong">Keeping well and safe</h2>
      <Texts words={words} to={to} />
    </>
  )
}

const OnlyLines = ({ shows }: { shows: PlanShows }) => (
  <>
    {shows.plan.inPart !== null ? null : (
      <InsetText>
        <p>You can see what is arranged and what it costs. The rest of the plan is kept to fewer people.</p>
      </InsetText>
    )}
    <Lines lines={shows.plan.lines} caption="What is arranged, pounds a week" to={() => null} />
  </>
)

const base = ({ plan }: PlanShows) => `/plans/${plan.reference}`

/**
 * A plan that reads like a person: about me first, then what matters, what is arranged for it, and what if.
 */
export function planPage(shows: PlanShows): Page {
  const { plan, problems, person, errors } = shows
  const to: Changing = place => (shows.mayWrite ? `${base(shows)}/${place}` : null)
  const name = person?.name ?? 'Plan'
  return {
    title: `Plan of ${name}`,
    back: `/cases/${plan.reference}`,
    ...(person ? { person } : {}),
    errors,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <h1>
          <span className="nhsuk-caption-l">
            {plan.reference} · version {plan.number}
          </span>{' '}
          Plan of <bdi>{name}</bdi>
        </h1>
        <Standing {...shows} />
        <TabLinks
          name="Parts of the plan"
          tabs={[
            { href: base(shows), says: 'The plan', current: true },
            { href: `${base(shows)}/versions`, says: 'Versions' },
          ]}
        />
        {plan.signedOff === null && plan.words !== null ? <Problems problems={problems} to={to} /> : null}
        <InPart plan={plan} />
        {plan.words === null ? (
          <OnlyLines shows={shows} />
        ) : (
          <Whole words={plan.words} shows={shows} to={to} />
        )}
        <Money {...shows} />
        <h2 id="details">Who, when and how long</h2>
        <Details plan={plan} to={to} />
        {shows.mayApprove && shows.turn.who === 'approver' && plan.signedOff === null ? (
          <LinkButton href={`${base(shows)}/sign-off`}>Agree it or send it back</LinkButton>
        ) : null}
        {shows.newest ? <Handing {...shows} /> : null}
        <p className="app-screen-only app-quiet">To print this plan, use Print in your browser’s menu.</p>
      </>
    ),
  }
}

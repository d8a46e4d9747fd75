import type { SeenInPart } from '../../access/public.ts'
import { sayMoney, sayThousandths } from '../../kernel/money.ts'
import { type Html, InsetText, type MoneyRow, MoneyTable } from '../../nhs/public.ts'
import { findRule, sayConfidence } from '../../rights/public.ts'
import { aboutMeHeadings } from '../about-me.ts'
import type { Problem } from '../rules/problems.ts'
import { type Line, type Outcome, type Plan, type Risk, riskNames, type Words, wayNames } from '../types.ts'

/** Where things are changed: `to` gives null for those who may only read. */
export type Changing = (place: string) => string | null

export const ChangeLink = ({ href, says, what }: { href: string | null; says?: string; what: string }) =>
  href === null ? null : (
    <p className="app-screen-only">
      <a href={href}>
        {says ?? 'Change'}
        <span className="nhsuk-u-visually-hidden"> {what}</span>
      </a>
    </p>
  )

const inPartSays = {
  council: {
    none: 'Your council pays for none of its lines yet.',
    some: 'You see the lines that your council pays for, in whole or in part.',
  },
  supplier: {
    none: 'None of its agreed lines is paid to your organisation.',
    some: 'You see the lines that your organisation is paid for.',
  },
  holder: {
    none: 'Your organisation holds money for none of its agreed lines.',
    some: 'You see the lines that your organisation holds money for, or is paid for.',
  },
} as const satisfies Record<SeenInPart, { none: string; some: string }>

/** Said to somebody who sees a part of the lines only: whose lines these are. */
export const InPart = ({ plan }: { plan: Pick<Plan, 'inPart' | 'lines'> }) =>
  plan.inPart === null ? null : (
    <InsetText>
      <p>
        {inPartSays[plan.inPart][plan.lines.length === 0 ? 'none' : 'some']} Other lines of this plan are not
        shown, and no sum counts them.
      </p>
    </InsetText>
  )

/** Text as it was written: each of its lines a paragraph of its own. */
export const Said = ({ text }: { text: string }) => (
  <>
    {text
      .split('\n')
      .filter(line => line.trim() !== '')
      .map((line, place) => (
        <p key={place} dir="auto">
          {line}
        </p>
      ))}
  </>
)

const ProblemRule = ({ id }: { id: string }) => (
  <span className="app-table__about">
    <a href={`/rights/rules/${id}`}>Rule {id}</a>: {sayConfidence(findRule(id).confidence)}
  </span>
)

/** All problems once, at the top, each leading to its place, with the rule where it rests on one. */
export const Problems = ({ problems, to }: { problems: readonly Problem[]; to: Changing }) =>
  problems.length === 0 ? (
    <InsetText>
      <p>Nothing is left to put right. The plan is ready for the approver.</p>
    </InsetText>
  ) : (
    <section aria-labelledby="problems" className="nhsuk-inset-text">
      <h2 id="problems">
        {problems.length === 1 ? 'One thing' : `${problems.length} things`} to put right before the plan can
        be agreed
      </h2>
      <ol>
        {problems.map(({ name, place, says, rule }) => {
          const href = to(place)
          return (
            <li key={`${name}-${place}`}>
              {href === null ? says : <a href={href}>{says}</a>}
              {rule === null ? null : <ProblemRule id={rule} />}
            </li>
          )
        })}
      </ol>
    </section>
  )

/** About me: in the person's own words, set apart from everything that staff wrote. */
export const AboutMe = ({ words, to }: { words: Words; to: Changing }) => (
  <section aria-labelledby="about-me">
    <h2 id="about-me">About me, in my own words</h2>
    <InsetText>
      {aboutMeHeadings.map(({ name, says }) => {
        const text = words.aboutMe[name] ?? ''
        const href = to(`about-me/${name}`)
        if (text === '' && href === null) return null
        return (
          <div key={name} id={`about-me-${name}`}>
            <h3>{says}</h3>
            {text === '' ? <p className="app-quiet">Nothing yet.</p> : <Said text={text} />}
            <ChangeLink href={href} says={text === '' ? 'Write something' : 'Change'} what={says} />
          </div>
        )
      })}
    </InsetText>
  </section>
)

const unitOf = ({ unit, units }: Line): string => `${unit}${units === 1000n ? '' : 's'}`

const howMuch = (line: Line): string =>
  line.unit === 'part'
    ? `${sayMoney(line.weekly)} a week`
    : `${sayThousandths(line.units)} ${unitOf(line)} a ${line.per} at ${sayMoney(line.rate)}`

const aboutLine = (line: Line): string =>
  [
    howMuch(line),
    line.way === null ? 'how it is held is not decided' : wayNames[line.way],
    ...(line.payee === '' ? [] : [`paid to ${line.payee}`]),
    ...(line.employs ? ['an assistant employed by the person'] : []),
  ].join(' · ')

const lineSays = (line: Line, to: Changing): Html => {
  const href = to(`lines/${line.key}`)
  return href === null ? line.says : <a href={href}>{line.says}</a>
}

const rowOf = (line: Line, to: Changing): MoneyRow => ({
  key: line.key,
  says: lineSays(line, to),
  about: aboutLine(line),
  sums: [line.weekly],
})

type LinesProps = {
  readonly lines: readonly Line[]
  readonly caption: string
  readonly to: Changing
  readonly total?: boolean
}

/** Arrangements with what they cost in a week. */
export const Lines = ({ lines, caption, to, total = true }: LinesProps) => (
  <MoneyTable
    caption={caption}
    captionSize="s"
    what="Arrangement"
    columns={['A week']}
    rows={lines.map(line => rowOf(line, to))}
    {...(total && lines.length > 1 ? { total: 'Together' } : {})}
    empty="Nothing is arranged for this yet."
  />
)

type RiskProps = {
  readonly risk: Risk
  readonly at: number
  readonly to: Changing
  /** One below the heading it stands under. */
  readonly level: 'h3' | 'h4'
}

export const RiskSaid = ({ risk, at, to, level: Heading }: RiskProps) => (
  <div id={`risk-${at + 1}`}>
    <Heading dir="auto">{risk.says}</Heading>
    <p>{riskNames[risk.kind]}.</p>
    {risk.follows === '' ? null : (
      <p>
        <strong>What may follow:</strong> {risk.follows}
      </p>
    )}
    <p>
      <strong>What we agreed:</strong> {risk.agreed === '' ? 'nothing yet' : risk.agreed}
    </p>
    <ChangeLink href={to(`risks/${at + 1}`)} what={`the risk ${risk.says}`} />
  </div>
)

type OutcomeProps = {
  readonly outcome: Outcome
  readonly lines: readonly Line[]
  readonly risks: readonly Risk[]
  readonly to: Changing
}

/** An outcome with its arrangements, their cost, its risks and who checks it. */
export const OutcomeSaid = ({ outcome, lines, risks, to }: OutcomeProps) => (
  <section id={outcome.key} aria-labelledby={`${outcome.key}-says`}>
    <h3 id={`${outcome.key}-says`} dir="auto">
      {outcome.says}
    </h3>
    <p>
      <strong>How we will know:</strong> {outcome.known === '' ? 'not said yet' : outcome.known}
    </p>
    <p>
      <strong>Who checks:</strong> {outcome.checks === '' ? 'not said yet' : outcome.checks}
    </p>
    <Lines
      lines={lines.filter(line => line.outcome === outcome.key)}
      caption="What is arranged for it, pounds a week"
      to={to}
    />
    {risks.map((risk, at) =>
      risk.outcome === outcome.key ? <RiskSaid key={at} risk={risk} at={at} to={to} level="h4" /> : null,
    )}
    <ChangeLink href={to(`outcomes/${outcome.key.slice(8)}`)} what={`the outcome ${outcome.says}`} />
  </section>
)

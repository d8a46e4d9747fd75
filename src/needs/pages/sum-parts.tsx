import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { type Pence, pence, sayMoney } from '../../kernel/money.ts'
import {
  Details,
  Form,
  InsetText,
  MoneyTable,
  OpenFigure,
  SubmitButton,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { Carried } from '../queries-shares.ts'
import { strandNames } from '../rules/shares.ts'
import type { SumLine } from '../types.ts'

export type SumShown = {
  readonly version: number
  readonly kind: 'indicative' | 'final'
  readonly weekly: Pence
  readonly lines: readonly SumLine[]
  readonly formulaVersion: number
  readonly ratesOn: PlainDate
  readonly madeOn: PlainDate
  readonly from: PlainDate
  readonly shownOn: PlainDate | null
}
export type DoubtShown = {
  readonly id: string
  readonly words: string
  readonly raisedOn: PlainDate
  readonly answerBy: PlainDate
  readonly answeredOn: PlainDate | null
  readonly answer: string | null
}
export type WhatIfShown = {
  readonly key: string
  readonly units: string
  /** Null where what was typed is no number that can be worked with. */
  readonly weekly: Pence | null
}

const groupsOf = (lines: readonly SumLine[]): readonly string[] => [...new Set(lines.map(line => line.group))]
export const sumOf = (lines: readonly SumLine[]): Pence =>
  pence(lines.reduce((all, line) => all + line.weekly, 0n))
export type SharesShown = ReadonlyMap<SumLine['key'], readonly Carried[]> | null

/** Who carries how much of a line: all of it the NHS, where nothing is split. */
const WhoPays = ({ line, shares }: { line: SumLine; shares: SharesShown }) => {
  const carried = shares?.get(line.key) ?? []
  if (carried.length === 0) return <p>The NHS pays all of it.</p>
  return (
    <ul>
      {carried.map(({ strand, name, weekly }) => (
        <li key={strand}>
          {name} ({strandNames[strand].toLowerCase()}) pays {sayMoney(weekly)} a week.
        </li>
      ))}
    </ul>
  )
}

const Line = ({ line, shares }: { line: SumLine; shares: SharesShown }) => (
  <OpenFigure figure={`${sayMoney(line.weekly)} a week`} about={line.says}>
    <p>{line.working}</p>
    <p>
      {line.when}. The rate: {line.rateSource}.
    </p>
    <WhoPays line={line} shares={shares} />
  </OpenFigure>
)

export const Groups = ({ lines, shares }: { lines: readonly SumLine[]; shares: SharesShown }) =>
  groupsOf(lines).map(group => {
    const inside = lines.filter(line => line.group === group)
    return (
      <section key={group}>
        <h3>
          {group}: {sayMoney(sumOf(inside))} a week
        </h3>
        {inside.map(line => (
          <Line key={line.key} line={line} shares={shares} />
        ))}
      </section>
    )
  })

export const Periods = ({ sum }: { sum: SumShown }) => (
  <MoneyTable
    caption={`The same sum for other periods, from ${sayShortDay(sum.from)}`}
    captionSize="s"
    what="Period"
    columns={['Amount']}
    empty=""
    rows={[
      { key: 'week', says: 'A week', sums: [sum.weekly] },
      { key: 'four', says: 'Four weeks', sums: [pence(sum.weekly * 4n)] },
      { key: 'year', says: 'A year of 52 weeks', sums: [pence(sum.weekly * 52n)] },
    ]}
  />
)

/** How far another sum is from the one that stands. */
const apart = (then: Pence, now: Pence): string => {
  if (then === now) return 'the same as now'
  return then > now
    ? `${sayMoney(pence(then - now))} more than now`
    : `${sayMoney(pence(now - then))} less than now`
}

const nowOf = ({ says, units, unit, per }: SumLine): string =>
  `${says} (now ${units} ${unit}${units === '1' ? '' : 's'} a ${per})`

const WhatIfSays = ({ whatIf, now }: { whatIf: WhatIfShown; now: Pence }) =>
  whatIf.weekly === null ? (
    <p>
      <strong>Type a number, like 4 or 4.5.</strong> It must not be below zero.
    </p>
  ) : (
    <p>
      <strong>It would be {sayMoney(whatIf.weekly)} a week</strong>, {apart(whatIf.weekly, now)}. Nothing has
      been changed.
    </p>
  )

export const WhatIf = ({
  reference,
  sum,
  whatIf,
}: {
  reference: string
  sum: SumShown
  whatIf: WhatIfShown | null
}) => (
  <Details says="What if there were more or less of something?" open={whatIf !== null}>
    {whatIf === null ? null : <WhatIfSays whatIf={whatIf} now={sum.weekly} />}
    <form action={`/needs/${reference}`} method="get" className="app-form">
      <TextField
        name="units"
        label="How many"
        numeric
        width={5}
        typed={{ units: whatIf?.units ?? '' }}
        errors={[]}
      />
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="line">
          Of which line
        </label>
        <select className="nhsuk-select" id="line" name="line" defaultValue={whatIf?.key ?? ''}>
          {sum.lines
            .filter(line => line.unit !== 'part')
            .map(line => (
              <option key={line.key} value={line.key}>
                {nowOf(line)}
              </option>
            ))}
        </select>
      </div>
      <button className="nhsuk-button nhsuk-button--secondary" type="submit">
        Show me
      </button>
    </form>
  </Details>
)
export const Doubts = ({
  doubts,
  reference,
  mayAnswer,
}: {
  doubts: readonly DoubtShown[]
  reference: string
  mayAnswer: boolean
}) =>
  doubts.map(doubt => (
    <section key={doubt.id}>
      <h3>Said on {sayDay(doubt.raisedOn)}</h3>
      <InsetText>
        <p>{doubt.words}</p>
      </InsetText>
      {doubt.answeredOn === null ? (
        <p>It will be answered by {sayDay(doubt.answerBy)}.</p>
      ) : (
        <p>
          Answered on {sayDay(doubt.answeredOn)}: {doubt.answer}
        </p>
      )}
      {doubt.answeredOn === null && mayAnswer ? (
        <Form action={`/needs/${reference}/doubts/${doubt.id}/answer`} name="Answer">
          <TextArea name="answer" id={`answer-${doubt.id}`} label="Your answer" most={3000} />
          <SubmitButton look="second">Send the answer</SubmitButton>
        </Form>
      ) : null}
    </section>
  ))

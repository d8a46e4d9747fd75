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
export type WhatIfShown = { readonly key: string; readonly units: string; readonly weekly: Pence }

const groupsOf = (lines: readonly SumLine[]): readonly string[] => [...new Set(lines.map(line => line.group))]
export const sumOf = (lines: readonly SumLine[]): Pence =>
  pence(lines.reduce((all, line) => all + line.weekly, 0n))
const Line = ({ line }: { line: SumLine }) => (
  <OpenFigure figure={`${sayMoney(line.weekly)} a week`} about={line.says}>
    <p>{line.working}</p>
    <p>
      {line.when}. The rate: {line.rateSource}. The NHS pays all of it.
    </p>
  </OpenFigure>
)

export const Groups = ({ lines }: { lines: readonly SumLine[] }) =>
  groupsOf(lines).map(group => {
    const inside = lines.filter(line => line.group === group)
    return (
      <section key={group}>
        <h3>
          {group}: {sayMoney(sumOf(inside))} a week
        </h3>
        {inside.map(line => (
          <Line key={line.key} line={line} />
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
    {whatIf === null ? null : (
      <p>
        <strong>It would be {sayMoney(whatIf.weekly)} a week</strong>,{' '}
        {sayMoney(pence(whatIf.weekly - sum.weekly))} more or less than now. Nothing has been changed.
      </p>
    )}
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
              <option
                key={line.key}
                value={line.key}
              >{`${line.says} (now ${line.units} ${line.unit}s a ${line.per})`}</option>
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

import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  Choice,
  DataTable,
  DayField,
  Details,
  Form,
  InsetText,
  SubmitButton,
  Tag,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { findRule, sayConfidence } from '../../rights/public.ts'
import type { Answered } from '../queries/sharing.ts'
import { answerSays, isShared, purposeMeans, purposeSays, sayWhen } from '../rules/say.ts'
import { type Line, purposes } from '../types.ts'
import { Switch } from './parts.tsx'

export type SharingShows = {
  readonly id: string
  readonly strip: NonNullable<Page['person']>
  readonly staff: boolean
  /** Who says yes or no to this; null where nobody may yet. */
  readonly decider: string | null
  readonly own: boolean
  readonly mayAnswer: boolean
  readonly lines: readonly Line[]
  readonly answered: readonly Answered[]
  readonly today: PlainDate
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly done: string | undefined
}

const nameOf = ({ purpose, body }: Line): string => `${purposeSays[purpose]}: ${body}`

const stateOf = (line: Line, today: PlainDate): string => {
  if (line.answer === 'given' && !isShared(line, today))
    return line.until !== null && line.until < today
      ? `It ran out on ${sayShortDay(line.until)}`
      : `Shared from ${sayShortDay(line.from ?? today)}`
  return answerSays[line.answer]
}

const State = ({ line, today }: { line: Line; today: PlainDate }) => (
  <p>
    <Tag means={isShared(line, today) || line.seesNow ? 'good' : 'plain'}>{stateOf(line, today)}</Tag>{' '}
    {line.answer === 'given' ? sayWhen(line.from, line.until) : ''}
    {line.by === null ? '' : ` Said by ${line.by}.`}
    {line.seesNow && line.answer === 'not-asked'
      ? ' Its officers see the plan under the agreement between the two bodies.'
      : ''}
  </p>
)

const One = ({ line, shows }: { line: Line; shows: SharingShows }) => {
  const on = isShared(line, shows.today) || line.seesNow || line.answer === 'given'
  const values = { purpose: line.purpose, body: line.body }
  const action = `/consents/${shows.id}/sharing`
  return (
    <section aria-label={nameOf(line)} className="nhsuk-u-margin-bottom-6">
      <h2 className="nhsuk-heading-s">{nameOf(line)}</h2>
      <p>{purposeMeans[line.purpose]}</p>
      <State line={line} today={shows.today} />
      {!shows.mayAnswer ? null : on ? (
        <Switch
          action={action}
          values={{ ...values, answer: 'withdrawn' }}
          says="Stop sharing"
          about={nameOf(line)}
          off
        />
      ) : (
        <Switch
          action={action}
          values={{ ...values, answer: 'given' }}
          says="Share"
          about={nameOf(line)}
          off={false}
        />
      )}
      {shows.mayAnswer && line.answer === 'not-asked' ? (
        <Switch
          action={action}
          values={{ ...values, answer: 'refused' }}
          says="Do not share"
          about={nameOf(line)}
          off={false}
        />
      ) : null}
    </section>
  )
}

const Another = (shows: SharingShows) => (
  <>
    <h2 id="another">Say it for another body, or for some time</h2>
    <Form action={`/consents/${shows.id}/sharing`} typed={shows.typed} errors={shows.errors}>
      <Choice
        name="purpose"
        label="What is it for?"
        ways={purposes.map(value => ({ value, label: purposeSays[value] }))}
      />
      <TextField
        name="body"
        label="With whom?"
        hint="The name of the council, school, hospital or researchers."
      />
      <Choice
        name="answer"
        label="May it be shared?"
        ways={[
          { value: 'given', label: 'Yes' },
          { value: 'refused', label: 'No' },
        ]}
      />
      <DayField name="from" label="From which day? (today, if you leave it out)" />
      <DayField name="until" label="Until which day? (without an end, if you leave it out)" />
      {shows.staff ? <TextField name="by" label="Who said so?" hint="Who decides about it." /> : null}
      <SubmitButton look="second">Save this</SubmitButton>
    </Form>
  </>
)

const History = ({ answered }: SharingShows) =>
  answered.length === 0 ? null : (
    <Details says="Everything that was said">
      <DataTable
        caption="The newest first"
        empty=""
        columns={[{ says: 'Day' }, { says: 'What' }, { says: 'Answer' }, { says: 'By' }]}
        rows={answered.map(one => ({
          key: one.id,
          cells: [
            sayShortDay(one.noted_on),
            `${purposeSays[one.purpose]}: ${one.body_name}`,
            answerSays[one.answer],
            one.by_name === one.noted_by_name
              ? one.by_name
              : `${one.by_name}, written down by ${one.noted_by_name}`,
          ],
        }))}
      />
    </Details>
  )

const anyway = findRule('SHARE-ANYWAY')
const atOnce = findRule('SHARE-ENDS-AT-ONCE')

/** What may be shared, with whom and what for: a switch for each, which works without a script. */
export const sharingPage = (shows: SharingShows): Page => ({
  title: 'What is shared, and with whom',
  person: shows.strip,
  back: `/consents/${shows.id}`,
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
  ...(shows.done ? { done: shows.done } : {}),
  body: (
    <>
      <h1>What is shared, and with whom</h1>
      <p>
        {shows.decider === null
          ? 'Nobody may say yes to this yet. Staff can stop sharing at any time.'
          : shows.own && shows.mayAnswer
            ? 'You decide. You can change your mind at any time.'
            : `${shows.decider} decides, and can change it at any time.`}{' '}
        {shows.staff && shows.mayAnswer && shows.decider !== null
          ? `What you press here is written down as said by ${shows.decider}.`
          : ''}
      </p>
      <p>{atOnce.says}</p>
      {shows.lines.map(line => (
        <One key={nameOf(line)} line={line} shows={shows} />
      ))}
      <InsetText>
        <p>
          {anyway.says} {sayConfidence(anyway.confidence)} A council that pays a part still sees the name and
          its own part of the cost: this is how this service works.
        </p>
      </InsetText>
      {shows.mayAnswer ? <Another {...shows} /> : null}
      <History {...shows} />
    </>
  ),
})

import { sayShortDay } from '../../kernel/days.ts'
import { answerSays, saySum } from '../../local-offer/public.ts'
import { Choice, Form, InsetText, SubmitButton, Tag } from '../../nhs/public.ts'
import type { FieldError } from '../../platform/route.ts'
import type { AskedFirst } from '../queries/asked-first.ts'
import { type Asked, answerOn, whyNotProtectedSays } from '../rules/asked-first.ts'

type Shows = AskedFirst & {
  readonly reference: string
  readonly on: Asked['answers'][number]['on']
}

/** The answers that may be joined, and none. `askedFirst` is the field. */
export const askedFirstWays = ({ offered, on }: Pick<Shows, 'offered' | 'on'>) => [
  ...offered.map(one => {
    const stood = answerOn(one, on)
    const says = stood === null ? '' : `${answerSays[stood.answer]}, ${sayShortDay(stood.on)}`
    return {
      value: String(one.number),
      label: one.words.length > 90 ? `${one.words.slice(0, 87)}...` : one.words,
      hint: `${saySum(one.sum, one.every)}. Answer: ${says}`,
    }
  }),
  { value: 'none', label: 'I did not ask about this', apart: true },
]

const Joined = ({ joined, reference, on }: Shows) => {
  if (joined === null) return null
  const stood = answerOn(joined, on)
  const safe = joined.because.length === 0
  return (
    <InsetText>
      <p>
        <Tag means={safe ? 'good' : 'waiting'}>Asked first</Tag>{' '}
        <a href={`/local-offer/${reference}/questions/${joined.number}`}>
          <bdi>{joined.words}</bdi>
        </a>
        {stood === null
          ? ''
          : `. Answer of ${sayShortDay(stood.on)}: ${answerSays[stood.answer].toLowerCase()}`}
      </p>
      {stood?.conditions ? <p>Conditions: {stood.conditions}</p> : null}
      {safe ? (
        <p>This protects whoever paid: it was asked about first, and the answer was yes.</p>
      ) : (
        <ul>
          {joined.because.map(because => (
            <li key={because}>{whyNotProtectedSays[because]}</li>
          ))}
        </ul>
      )}
    </InsetText>
  )
}

/** What was asked before a payment, whether the answer protects, and the way to join it or take it back. */
export const AskedFirstPart = (
  shows: Shows & { readonly line: string; readonly mayJoin: boolean; readonly errors: readonly FieldError[] },
) =>
  shows.joined === null && shows.offered.length === 0 ? null : (
    <>
      <h2>Did you ask first?</h2>
      <Joined {...shows} />
      {shows.mayJoin ? (
        <Form
          action={`/bank/${shows.reference}/lines/${shows.line}/asked-first`}
          typed={shows.joined === null ? {} : { askedFirst: String(shows.joined.number) }}
          errors={shows.errors}
          name="Did you ask first?"
        >
          <Choice
            name="askedFirst"
            label="Which answer is this payment about?"
            ways={askedFirstWays(shows)}
          />
          <SubmitButton look="second">Keep this</SubmitButton>
        </Form>
      ) : null}
    </>
  )

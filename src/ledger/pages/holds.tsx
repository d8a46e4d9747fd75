import { sayShortDay } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { sayMoney } from '../../kernel/money.ts'
import { DayField, Form, MoneyField, SubmitButton, TextField } from '../../nhs/public.ts'
import type { FieldError, Typed } from '../../platform/route.ts'
import type { Hold } from '../queries/holds.ts'

/** What is kept back in a budget, and the form to keep more back for those who may. */
export type KeptBack = {
  readonly holds: readonly Hold[]
  readonly mayHold: boolean
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const One = ({ reference, hold, mayHold }: { reference: Reference; hold: Hold; mayHold: boolean }) => (
  <li>
    {sayMoney(hold.pence)} from {sayShortDay(hold.from)} to {sayShortDay(hold.until)}:{' '}
    <bdi>{hold.because}</bdi>. Kept back by {hold.by}.
    {mayHold ? (
      <Form action={`/ledger/${reference}/holds/${hold.id}/end`} name={`Free ${sayMoney(hold.pence)}`}>
        <SubmitButton small look="second">
          Free it again
        </SubmitButton>
      </Form>
    ) : null}
  </li>
)

export const HoldsOf = ({ reference, holds, mayHold, typed, errors }: KeptBack & { reference: Reference }) =>
  holds.length === 0 && !mayHold ? null : (
    <section>
      <h2>Kept back</h2>
      <p>
        Some of what is set aside may be kept back for a while, for something that was agreed and is not paid
        yet. No payment is made with it.
      </p>
      {holds.length === 0 ? (
        <p>Nothing is kept back.</p>
      ) : (
        <ul>
          {holds.map(hold => (
            <One key={hold.id} reference={reference} hold={hold} mayHold={mayHold} />
          ))}
        </ul>
      )}
      {mayHold ? (
        <Form action={`/ledger/${reference}/holds`} typed={typed} errors={errors} name="Keep money back">
          <MoneyField name="sum" label="How much is kept back?" />
          <TextField name="because" label="What is it kept for?" />
          <DayField name="until" label="Up to which day, at most?" />
          <SubmitButton look="second">Keep it back</SubmitButton>
        </Form>
      ) : null}
    </section>
  )

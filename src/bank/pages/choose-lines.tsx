import { sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { Choices, Form, HiddenFields, InsetText, Reading, SubmitButton } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { ToChoose } from '../actions/ask-which-lines.ts'
import { type About, whose } from './receipts.tsx'

type Choosing = About & { readonly toChoose: ToChoose }

const many = (count: number): string => (count === 1 ? '1 line' : `${count} lines`)

/** `84 lines were read. 12 you kept before, 60 you left out before: we do not ask about those again.` */
export function sayRead({ read, keptBefore, leftOutBefore }: ToChoose): string {
  const parts = [
    ...(keptBefore > 0 ? [`${keptBefore} you kept before`] : []),
    ...(leftOutBefore > 0 ? [`${leftOutBefore} you left out before`] : []),
  ]
  const first = `${many(read)} ${read === 1 ? 'was' : 'were'} read.`
  if (parts.length === 0) return first
  return `${first} ${parts.join(', ')}: we do not ask about those again.`
}

/** Which lines of an account that is also used for other money are kept. Nothing is stored yet. */
export const chooseLinesPage = (shows: Choosing): Page => ({
  title: 'Choose which lines we keep',
  back: `/bank/${shows.reference}/statements/new`,
  ...whose(shows),
  body: (
    <Reading>
      <h1>Choose which lines we keep</h1>
      <InsetText>
        <p>Nothing has been kept yet. {sayRead(shows.toChoose)}</p>
      </InsetText>
      <p>
        This account is also used for other money. Tick the lines that are about the budget. We ticked those
        that look like it. Of the others we keep no names, no days and no single sums: only how many there
        were between two kept lines and what they came to, so that the statement still adds up.
      </p>
      <Form
        action={`/bank/${shows.reference}/statements/choices`}
        typed={{
          keep: shows.toChoose.asked.filter(({ suggested }) => suggested).map(({ name }) => name),
        }}
      >
        <HiddenFields values={{ sealed: shows.toChoose.sealed }} />
        <Choices
          name="keep"
          label="Which lines are about the budget?"
          small
          ways={shows.toChoose.asked.map(({ name, on, amount, says }) => ({
            value: name,
            label: (
              <>
                {sayShortDay(on)}: {sayMoney(amount)}, <bdi>{says || 'no name'}</bdi>
              </>
            ),
          }))}
        />
        <SubmitButton>Keep the ticked lines</SubmitButton>
      </Form>
      <p>
        <a href={`/bank/${shows.reference}/statements`}>Keep nothing</a>
      </p>
    </Reading>
  ),
})

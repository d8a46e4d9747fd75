import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { DataTable, DayField, Form, type Option, Select, SubmitButton, Tag } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'

export type OverviewShown = {
  readonly budgets: readonly {
    readonly reference: string
    readonly name: string
    readonly from: PlainDate
    readonly agreed: boolean
    readonly disputes: number
  }[]
  readonly statements: readonly {
    readonly id: string
    readonly number: number
    readonly lead: string
    readonly body: string
    readonly from: PlainDate
    readonly until: PlainDate
  }[]
  readonly mayRecharge: readonly Option[] | null
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const Recharge = ({
  bodies,
  typed,
  errors,
}: { bodies: readonly Option[] } & Pick<OverviewShown, 'typed' | 'errors'>) => (
  <Form action="/funding/statements" typed={typed} errors={errors} name="Charge a body for its part">
    <h2>Charge a body for its part</h2>
    <p>One statement for a body and a period that is over. Days are charged once.</p>
    <Select name="body" label="Who is charged?" options={bodies} none="Choose" />
    <DayField name="from" label="From which day?" />
    <DayField name="until" label="Up to which day?" />
    <SubmitButton>Make the statement</SubmitButton>
  </Form>
)

/** Shared budgets and recharge statements: of a board, or of a council what is its own. */
export const overviewPage = (shows: OverviewShown): Page => ({
  title: 'Funding',
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
  wide: true,
  body: (
    <>
      <h1>Funding</h1>
      <DataTable
        caption="Budgets that are shared"
        columns={[
          { says: 'Person' },
          { says: 'Budget' },
          { says: 'Shared from' },
          { says: 'Agreed' },
          { says: 'Open disputes', numeric: true },
        ]}
        rows={shows.budgets.map(one => ({
          key: one.reference,
          cells: [
            <a key="to" href={`/funding/${one.reference}`}>
              <bdi>{one.name}</bdi>
            </a>,
            one.reference,
            sayShortDay(one.from),
            one.agreed ? (
              'Yes'
            ) : (
              <Tag key="tag" means="needs-you">
                Not yet
              </Tag>
            ),
            String(one.disputes),
          ],
        }))}
        empty="No budget is shared yet. A case worker shares one out from its own page."
      />
      <DataTable
        caption="Recharge statements"
        columns={[{ says: 'Statement' }, { says: 'From' }, { says: 'To' }, { says: 'Period' }]}
        rows={shows.statements.map(one => ({
          key: one.id,
          cells: [
            <a key="to" href={`/funding/statements/${one.id}`}>
              Statement {one.number}
            </a>,
            one.lead,
            one.body,
            `${sayShortDay(one.from)} to ${sayShortDay(one.until)}`,
          ],
        }))}
        empty="No statement has been made yet."
      />
      {shows.mayRecharge === null ? null : (
        <Recharge bodies={shows.mayRecharge} typed={shows.typed} errors={shows.errors} />
      )}
    </>
  ),
})

import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { type Pence, sayMoney } from '../../kernel/money.ts'
import type { Paging } from '../../kernel/paging.ts'
import {
  DataTable,
  DayField,
  Filters,
  Form,
  type Option,
  Pages,
  SearchField,
  Select,
  SubmitButton,
  Tag,
} from '../../nhs/public.ts'
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
    /** All of it, with what is in dispute. */
    readonly charged: Pence
  }[]
  readonly paging: Paging
  readonly statementPaging: Paging
  readonly find: string
  readonly hrefOf: (page: number) => string
  readonly statementHref: (page: number) => string
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

const counted = ({ count }: Paging): string => count.toLocaleString('en-GB')

const Budgets = ({ budgets, paging, find, hrefOf }: OverviewShown) => (
  <>
    <Filters action="/funding" typed={{ find }} clear={find === '' ? undefined : '/funding'}>
      <SearchField name="find" label="Name or reference" />
    </Filters>
    <DataTable
      caption={`Budgets that are shared (${counted(paging)})`}
      columns={[
        { says: 'Person' },
        { says: 'Budget' },
        { says: 'Shared from' },
        { says: 'Agreed' },
        { says: 'Open disputes', numeric: true },
      ]}
      rows={budgets.map(one => ({
        key: one.reference,
        ...(one.disputes > 0 ? { marked: 'needs-you' as const } : {}),
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
      empty={
        find === ''
          ? 'No budget is shared yet. A case worker shares one out from its own page.'
          : `No shared budget is found by “${find}”.`
      }
    />
    <Pages paging={paging} hrefOf={hrefOf} />
  </>
)

const Statements = ({ statements, statementPaging, statementHref }: OverviewShown) => (
  <>
    <DataTable
      caption={`Recharge statements (${counted(statementPaging)})`}
      columns={[
        { says: 'Statement' },
        { says: 'From' },
        { says: 'To' },
        { says: 'Period' },
        { says: 'Charged, with what is in dispute', numeric: true },
      ]}
      rows={statements.map(one => ({
        key: one.id,
        cells: [
          <a key="to" href={`/funding/statements/${one.id}`}>
            Statement {one.number}
          </a>,
          one.lead,
          one.body,
          `${sayShortDay(one.from)} to ${sayShortDay(one.until)}`,
          sayMoney(one.charged),
        ],
      }))}
      empty="No statement has been made yet."
    />
    <Pages paging={statementPaging} hrefOf={statementHref} />
  </>
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
      <p>Those with an open dispute come first, then those that not every body has agreed.</p>
      <Budgets {...shows} />
      <Statements {...shows} />
      {shows.mayRecharge === null ? null : (
        <Recharge bodies={shows.mayRecharge} typed={shows.typed} errors={shows.errors} />
      )}
    </>
  ),
})

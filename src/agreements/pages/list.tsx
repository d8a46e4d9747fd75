import { sayShortDay } from '../../kernel/days.ts'
import { DataTable, Filters, Pages, SearchField, Select } from '../../nhs/public.ts'
import type { Page, Typed } from '../../platform/route.ts'
import type { Waiting, Waits } from '../queries/waiting.ts'
import { waitKinds } from '../types.ts'

const waitsSays = {
  'to-prepare': 'The plan is agreed: prepare the agreement',
  'to-sign-by-person': 'The person’s side has not signed',
  'to-sign-by-body': 'The NHS has not signed',
  account: 'A bank account waits for approval',
} as const satisfies Record<Waits['what'], string>

const addressOf = (one: Waits): string =>
  one.account === null
    ? `/agreements/${one.reference}`
    : `/agreements/${one.reference}/account/${one.account}`

type Shows = {
  readonly waiting: Waiting
  readonly typed: Typed
  /** Whether anything is filtered or looked for. */
  readonly narrowed: boolean
  readonly hrefOf: (page: number) => string
  /** Only finance opens the page on which an account is decided. */
  readonly decides: boolean
}

const counted = (count: number): string => count.toLocaleString('en-GB')

/** What waits for staff, the oldest first. */
export const listPage = ({ waiting, typed, narrowed, hrefOf, decides }: Shows): Page => ({
  title: 'Agreements that wait',
  wide: true,
  body: (
    <>
      <h1>Agreements that wait</h1>
      <Filters action="/agreements" typed={typed} clear={narrowed ? '/agreements' : undefined}>
        <SearchField name="find" label="Name, NHS number or reference" />
        <Select
          name="what"
          label="Show"
          none="Everything"
          options={waitKinds.map(value => ({
            value,
            label: `${waitsSays[value]} (${counted(waiting.counts[value])})`,
          }))}
        />
      </Filters>
      <DataTable
        caption={`${counted(waiting.paging.count)} waiting, the oldest first`}
        empty={narrowed ? 'Nothing that waits is like this. Clear the filters.' : 'Nothing waits here.'}
        columns={[{ says: 'Person' }, { says: 'Reference' }, { says: 'What' }, { says: 'Since' }]}
        rows={waiting.rows.map(one => ({
          key: `${one.what}-${one.reference}-${one.account ?? ''}`,
          cells: [
            <bdi key="who">{one.person}</bdi>,
            <a key="link" href={decides ? addressOf(one) : `/agreements/${one.reference}`}>
              {one.reference}
            </a>,
            waitsSays[one.what],
            sayShortDay(one.since),
          ],
        }))}
      />
      <Pages paging={waiting.paging} hrefOf={hrefOf} />
    </>
  ),
})

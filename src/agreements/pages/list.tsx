import { sayShortDay } from '../../kernel/days.ts'
import { DataTable, Filters, Select } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { Waits } from '../queries/waiting.ts'

export const waitsSays = {
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
  readonly waiting: readonly Waits[]
  readonly what: Waits['what'] | null
  /** Only finance opens the page on which an account is decided. */
  readonly decides: boolean
}

/** What waits for staff, the oldest first. */
export const listPage = ({ waiting, what, decides }: Shows): Page => ({
  title: 'Agreements that wait',
  wide: true,
  body: (
    <>
      <h1>Agreements that wait</h1>
      <Filters
        action="/agreements"
        typed={what === null ? {} : { what }}
        clear={what === null ? undefined : '/agreements'}
      >
        <Select
          name="what"
          label="Show"
          none="Everything"
          options={Object.entries(waitsSays).map(([value, label]) => ({ value, label }))}
        />
      </Filters>
      <DataTable
        caption={`${waiting.length} waiting, the oldest first`}
        empty="Nothing waits here."
        columns={[{ says: 'Person' }, { says: 'Reference' }, { says: 'What' }, { says: 'Since' }]}
        rows={waiting.map(one => ({
          key: `${one.what}-${one.reference}-${one.account ?? ''}`,
          cells: [
            one.person,
            <a key="link" href={decides ? addressOf(one) : `/agreements/${one.reference}`}>
              {one.reference}
            </a>,
            waitsSays[one.what],
            sayShortDay(one.since),
          ],
        }))}
      />
    </>
  ),
})

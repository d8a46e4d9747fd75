import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { DataTable, Search, Select } from '../../nhs/public.ts'
import type { Page, Typed } from '../../platform/route.ts'

type Found = {
  readonly id: string
  readonly name: string
  readonly bornOn: PlainDate | null
  readonly nhsNumber: string | null
}

/** Staff's search: a name or an NHS number. */
export const findPage = ({ query, found }: { query: string; found: readonly Found[] }): Page => ({
  title: 'Find a person',
  wide: true,
  body: (
    <>
      <h1>Find a person</h1>
      <Search action="/people" name="q" label="Name, NHS number or reference" typed={{ q: query }} />
      {query === '' ? null : (
        <DataTable
          caption={`People with “${query}”`}
          empty="Nobody that you can see. Check the spelling, or try the NHS number."
          columns={[{ says: 'Name' }, { says: 'Born' }, { says: 'NHS number' }]}
          rows={found.map(one => ({
            key: one.id,
            cells: [
              <a key="a" href={`/people/${one.id}`}>
                <bdi>{one.name}</bdi>
              </a>,
              one.bornOn ? sayShortDay(one.bornOn) : 'Not known',
              one.nhsNumber ?? 'Not known',
            ],
          }))}
        />
      )}
    </>
  ),
})

type Body = {
  readonly code: string
  readonly name: string
  readonly from: PlainDate | null
  readonly until: PlainDate | null
  readonly followedBy: readonly string[]
  readonly invented: boolean
}
const kinds = {
  icb: 'Integrated care boards',
  ccg: 'Clinical commissioning groups (2013 to 2022)',
  council: 'Councils',
  region: 'NHS regions',
} as const

/**
 * Which body answers for a place, then and now: England's boards, groups and councils with their successions.
 */
export const organisationsPage = ({
  typed,
  kind,
  bodies,
}: {
  typed: Typed
  kind: keyof typeof kinds
  bodies: readonly Body[]
}): Page => ({
  title: 'Who answers for a place',
  wide: true,
  body: (
    <>
      <h1>Who answers for a place, then and now</h1>
      <form action="/people/organisations" method="get" className="app-form">
        <Select
          name="kind"
          label="Which bodies?"
          typed={typed}
          errors={[]}
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
        <button type="submit" className="nhsuk-button nhsuk-button--secondary">
          Show them
        </button>
      </form>
      <DataTable
        caption={`${kinds[kind]}: ${bodies.length}`}
        empty="There is none in our list."
        columns={[
          { says: 'Name' },
          { says: 'Code' },
          { says: 'From' },
          { says: 'Until' },
          { says: 'Followed by' },
        ]}
        rows={bodies.map(body => ({
          key: body.code,
          cells: [
            `${body.name}${body.invented ? ' (invented)' : ''}`,
            body.code,
            body.from ? sayShortDay(body.from) : 'before our list',
            body.until ? sayShortDay(body.until) : 'today',
            body.followedBy.join(', ') || '',
          ],
        }))}
      />
      <p>
        These dates and codes were carried over from public lists. Some successions are general knowledge and
        are marked so in the data.
      </p>
    </>
  ),
})

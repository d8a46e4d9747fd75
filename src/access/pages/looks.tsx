import { sayMoment } from '../../kernel/days.ts'
import { DataTable, Form, type Html, LinkButton, Reading, SubmitButton } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { HappeningShown } from '../queries/looks.ts'

const kinds = { look: 'Looked at', change: 'Changed', refused: 'Was refused' } as const

/** `plan-signed-off` as words: `Plan signed off`. */
export const inWords = (what: string): string => {
  const words = what.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const whatFor = ({ purpose, because, kind }: HappeningShown): string =>
  purpose ?? because ?? (kind === 'look' ? 'Not said' : 'Work on this record')

const columns = [{ says: 'Who' }, { says: 'Role' }, { says: 'When' }, { says: 'What' }, { says: 'What for' }]

export const cellsOf = (row: HappeningShown): readonly Html[] => [
  <bdi key="who">{row.actor_name}</bdi>,
  row.on_behalf_of === null ? row.actor_role : `${row.actor_role}, for somebody who called`,
  sayMoment(row.at),
  `${kinds[row.kind]}: ${inWords(row.what)}`,
  <bdi key="for">{whatFor(row)}</bdi>,
]

export type Paging = {
  readonly page: number
  readonly more: boolean
  readonly address: (page: number) => string
}

/** Newer and older pages of a long list. */
export const Pages = ({ page, more, address }: Paging) =>
  page === 1 && !more ? null : (
    <nav aria-label="Pages">
      {page > 1 ? (
        <LinkButton href={address(page - 1)} second>
          Newer
        </LinkButton>
      ) : null}
      {more ? (
        <LinkButton href={address(page + 1)} second>
          Older
        </LinkButton>
      ) : null}
    </nav>
  )

type LooksShows = { readonly rows: readonly HappeningShown[]; readonly own: boolean; readonly paging: Paging }

/** Everybody who looked at or changed a record, newest first. Nothing on it can be taken away. */
export const looksPage = ({ rows, own, paging }: LooksShows): Page => {
  const title = own ? 'Who has looked at my record' : 'Who has looked at this record'
  return {
    title,
    wide: true,
    body: (
      <>
        <h1>{title}</h1>
        <p>
          Each time somebody opens or changes {own ? 'your' : 'this'} record it is written here: who, in which
          role, when and what for. Nobody can take a line away, not even the person who looked.
        </p>
        {own ? (
          <>
            <p>
              Is there somebody here whom you do not know? Call the team named on your last letter and ask.
            </p>
            <p>
              You help somebody else? <a href="/home">Your home page</a> leads to who has looked at their
              record.
            </p>
          </>
        ) : null}
        <DataTable
          caption="Looks and changes, newest first"
          columns={columns}
          rows={rows.map(row => ({ key: row.id, cells: cellsOf(row) }))}
          empty={
            own ? 'Nobody but you has looked at your record yet.' : 'Nobody has looked at this record yet.'
          }
        />
        <Pages {...paging} />
      </>
    ),
  }
}

/** One line of the record, as somebody sees who asks to have it taken away. */
export const linePage = (row: HappeningShown): Page => ({
  title: 'A line of the record',
  back: '/access/looks',
  body: (
    <Reading>
      <h1>A line of the record</h1>
      <p>{`${row.actor_name}, ${row.actor_role}, ${sayMoment(row.at)}: ${inWords(row.what)}.`}</p>
      <p>{`What for: ${whatFor(row)}.`}</p>
      <p>Is something wrong with it? Say what, and it is written down beside it. The line itself stays.</p>
      <Form action={`/access/looks/${row.id}/removal`}>
        <SubmitButton look="second">Ask for it to be taken away</SubmitButton>
      </Form>
    </Reading>
  ),
})

export const removalRefusedPage = (): Page => ({
  title: 'A line cannot be taken away',
  status: 403,
  body: (
    <Reading>
      <h1>A line cannot be taken away</h1>
      <p>The record shows the person who looked at it and why. Nobody can change it or take a line out.</p>
      <p>
        We wrote down that you asked. If the line is wrong, tell the person whose record it is, or your
        manager.
      </p>
    </Reading>
  ),
})

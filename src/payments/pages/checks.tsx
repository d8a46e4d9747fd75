import { sayMoney } from '../../kernel/money.ts'
import {
  Choices,
  DataTable,
  Details,
  Form,
  Money,
  SubmitButton,
  SubmitButtons,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Typed } from '../../platform/route.ts'
import type { CheckCounts, RunCheck } from '../queries/checks.ts'
import { sayCheck } from '../rules/checks.ts'

export type ChecksShows = {
  readonly at: string
  readonly counts: CheckCounts
  readonly warnings: readonly RunCheck[]
  readonly information: readonly RunCheck[]
  /** Whether the run may still be changed, and by whom who looks. */
  readonly open: boolean
  readonly may: { readonly prepare: boolean; readonly release: boolean }
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const Who = ({ reference, name }: Pick<RunCheck, 'reference' | 'name'>) => (
  <a href={`/payments/for/${reference}`}>
    <bdi>{name}</bdi>
  </a>
)

const shownOf = (shown: number, all: number): string => (shown < all ? `, the first ${shown} shown` : '')

/** The warnings that wait: chosen, and either acknowledged in one's own name or taken out of the run. */
const Waiting = ({ at, counts, warnings, may, typed, errors }: ChecksShows) => {
  const waiting = warnings.filter(({ by }) => by === null)
  return (
    <Form action={`${at}/warnings`} name="Look at the warnings" typed={typed} errors={errors}>
      <p>
        {counts.waiting === 1 ? 'One warning waits' : `${counts.waiting} warnings wait`} for somebody to look.
        The run cannot leave before. Your name is kept with what you say.
      </p>
      <Choices
        name="checks"
        label={`Which have you looked at${shownOf(waiting.length, counts.waiting)}?`}
        small
        ways={waiting.map(one => ({
          value: one.id,
          label: `${one.name}, ${sayMoney(one.amount)}`,
          hint: sayCheck(one),
        }))}
      />
      <TextField name="checked" label="What have you checked?" hint="In a few words, for the record" />
      <SubmitButtons>
        {may.release ? (
          <SubmitButton name="do" value="acknowledge" look="second">
            They may be paid
          </SubmitButton>
        ) : null}
        {may.prepare ? (
          <SubmitButton name="do" value="take-out" look="second">
            Take them out of this run
          </SubmitButton>
        ) : null}
      </SubmitButtons>
    </Form>
  )
}

const Warnings = ({ counts, warnings, open }: ChecksShows) => {
  const shown = open ? warnings.filter(({ by }) => by !== null) : warnings
  return shown.length === 0 ? null : (
    <DataTable
      caption={`Warnings that were acknowledged: ${counts.warnings - counts.waiting}`}
      columns={[
        { says: 'Person' },
        { says: 'Amount', numeric: true },
        { says: 'Warning' },
        { says: 'By whom' },
      ]}
      rows={shown.map(one => ({
        key: one.id,
        cells: [
          <Who key="who" {...one} />,
          <Money key="sum" sum={one.amount} />,
          sayCheck(one),
          one.by === null ? 'Nobody' : `${one.by}: ${one.because}`,
        ],
      }))}
      empty="No warning was acknowledged."
    />
  )
}

const Information = ({ counts, information }: ChecksShows) =>
  counts.information === 0 ? null : (
    <Details says={`For information: ${counts.information}`}>
      <DataTable
        caption={`Good to know${shownOf(information.length, counts.information)}`}
        columns={[{ says: 'Person' }, { says: 'Amount', numeric: true }, { says: 'What' }]}
        rows={information.map(one => ({
          key: one.id,
          cells: [<Who key="who" {...one} />, <Money key="sum" sum={one.amount} />, sayCheck(one)],
        }))}
        empty="Nothing."
      />
    </Details>
  )

/** What was found when the run was prepared, by its weight: warnings first, then what is good to know. */
export const ChecksShown = (shows: ChecksShows) => (
  <section id="checks">
    <h2>Checks</h2>
    {shows.counts.warnings + shows.counts.information === 0 ? (
      <p>Nothing out of the ordinary was found in what is paid with this run.</p>
    ) : null}
    {shows.open && shows.counts.waiting > 0 ? <Waiting {...shows} /> : null}
    <Warnings {...shows} />
    <Information {...shows} />
  </section>
)

import { DataTable, Money } from '../../nhs/public.ts'
import type { Differences } from '../rules/differences.ts'
import { partNames } from '../types.ts'

type Row = { readonly reference: string; readonly name: string }
const Who = ({ reference, name }: Row) => (
  <a href={`/payments/for/${reference}`}>
    <bdi>{name}</bdi>
  </a>
)
const sum = (amount: Differences['fresh'][number]['amount'] | null) =>
  amount === null ? '–' : <Money sum={amount} />

/** Who is paid for the first time, who another sum, who no longer: what a second look should rest on. */
export const DifferencesShown = ({ differences: { fresh, gone, changed } }: { differences: Differences }) => {
  const all = [
    ...changed.map(one => ({ ...one, what: 'Another sum' })),
    ...fresh.map(one => ({ ...one, what: 'Paid for the first time', before: null, now: one.amount })),
    ...gone.map(one => ({ ...one, what: 'Paid before, not now', before: one.amount, now: null })),
  ]
  return (
    <DataTable
      caption={`Different from what was paid before: ${all.length}`}
      columns={[
        { says: 'Person' },
        { says: 'Part' },
        { says: 'What is different' },
        { says: 'Before', numeric: true },
        { says: 'Now', numeric: true },
      ]}
      rows={all.slice(0, 200).map(one => ({
        key: `${one.what} ${one.reference} ${one.part}`,
        cells: [<Who key="who" {...one} />, partNames[one.part], one.what, sum(one.before), sum(one.now)],
      }))}
      empty="Everybody is paid what they were paid before."
    />
  )
}

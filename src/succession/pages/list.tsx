import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { DataTable, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { Step } from '../types.ts'

export const hrefOf = ({ body, on }: Step): string => `/succession/${encodeURIComponent(body.code)}/${on}`

export function stateOf({ on, people, underWay }: Step, today: PlainDate) {
  if (underWay) return { says: 'Under way', means: 'needs-you' as const }
  if (people === 0) return { says: 'Done', means: 'good' as const }
  return on <= today
    ? { says: 'Due', means: 'needs-you' as const }
    : { says: 'To come', means: 'plain' as const }
}

export type ListShows = {
  readonly steps: readonly Step[]
  readonly today: PlainDate
  readonly national: boolean
}

const rowOf = (today: PlainDate) => (step: Step) => {
  const state = stateOf(step, today)
  return {
    key: `${step.body.code} ${step.on}`,
    cells: [
      <a key="body" href={hrefOf(step)}>
        {step.body.name}
      </a>,
      step.nexts.map(({ name }) => name).join(' and '),
      sayShortDay(step.on),
      String(step.people),
      String(step.moved),
      <Tag key="state" means={state.means}>
        {state.says}
      </Tag>,
    ],
  }
}

/** Which bodies are followed by others: due, under way and done. */
export const listPage = ({ steps, today, national }: ListShows): Page => ({
  title: 'Bodies that follow others',
  wide: true,
  body: (
    <>
      <h1>Bodies that follow others</h1>
      <p>
        When one NHS body takes the place of another, its cases, money, staff and history move with it from
        that day. Here are the bodies that have people in this service.
      </p>
      <DataTable
        caption="By day"
        columns={[
          { says: 'Body' },
          { says: 'Followed by' },
          { says: 'From' },
          { says: 'People still there', numeric: true },
          { says: 'People who moved', numeric: true },
          { says: 'How it stands' },
        ]}
        rows={steps.map(rowOf(today))}
        empty="No body that has people here is followed by another."
      />
      {national ? (
        <p>
          <a href="/succession/figures">Figures of a day, by the bodies of then or of now</a>
        </p>
      ) : null}
    </>
  ),
})

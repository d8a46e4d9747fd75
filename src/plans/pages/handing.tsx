import { sayShortDay } from '../../kernel/days.ts'
import { Choice, Form, HiddenFields, SubmitButton, TextArea, Timeline } from '../../nhs/public.ts'
import { turnNames } from '../says.ts'
import type { ToWhom } from '../types.ts'
import type { PlanShows } from './shows.ts'

const toNames = {
  family: 'The family: to read, change and add to',
  'case-worker': 'The case worker',
  approver: 'The approver: to agree it',
} as const satisfies Record<ToWhom, string>

/** Where this reader may hand the draft on to; empty where they may not. */
function choicesFor({ writesAs, turn, problems }: PlanShows): readonly ToWhom[] {
  if (writesAs === 'family') return turn.who === 'case-worker' ? [] : ['case-worker']
  if (writesAs === null) return []
  const all = ['family', 'case-worker', 'approver'] as const
  return all.filter(to => to !== turn.who && (to !== 'approver' || problems.length === 0))
}

const HandForm = (shows: PlanShows) => {
  const choices = choicesFor(shows)
  const [only] = choices
  if (shows.plan.signedOff !== null || only === undefined) return null
  return (
    <Form
      action={`/plans/${shows.plan.reference}/handing`}
      typed={shows.typed}
      errors={shows.errors}
      name="Hand the plan on"
    >
      <h2>Hand the plan on</h2>
      {shows.writesAs === 'case-worker' && shows.problems.length > 0 ? (
        <p>It can go to the approver once nothing is left to put right.</p>
      ) : null}
      {choices.length === 1 ? (
        <HiddenFields values={{ to: only }} />
      ) : (
        <Choice
          name="to"
          label="Whose turn is it next?"
          ways={choices.map(value => ({ value, label: toNames[value] }))}
        />
      )}
      <TextArea
        name="words"
        label="What do you want to say with it?"
        hint="You can leave this empty."
        most={2000}
      />
      <SubmitButton look="second">Hand it to {choices.length === 1 ? turnNames[only] : 'them'}</SubmitButton>
    </Form>
  )
}

/** A new version: from the one that was agreed, or from a newer sum. */
const NewVersion = ({ plan, writesAs }: PlanShows) =>
  plan.signedOff === null || writesAs === null ? null : (
    <Form action={`/plans/${plan.reference}/versions`} name="Change the plan">
      <h2>Change the plan</h2>
      <p>An agreed plan stays as it is. A change is a new version, which is agreed again before it holds.</p>
      <Choice
        name="from"
        label="What does the new version begin with?"
        typed={{ from: 'before' }}
        ways={[
          { value: 'before', label: 'This version, as it is' },
          { value: 'sum', label: 'The lines of the newest budget' },
        ]}
      />
      <SubmitButton look="second">Begin a new version</SubmitButton>
    </Form>
  )

/** Whose turn it was, and handing the plan on. */
export const Handing = (shows: PlanShows) => (
  <>
    <div className="app-screen-only">
      <HandForm {...shows} />
      <NewVersion {...shows} />
    </div>
    {shows.handings.length === 0 ? null : (
      <section aria-labelledby="handed">
        <h2 id="handed">Where it has been</h2>
        <Timeline
          empty=""
          happened={shows.handings.map(({ to, words, by, on }, place) => ({
            key: `${place}-${sayShortDay(on)}`,
            day: on,
            who: by,
            what: `Handed to ${turnNames[to]}`,
            ...(words === '' ? {} : { why: words }),
          }))}
        />
      </section>
    )}
  </>
)

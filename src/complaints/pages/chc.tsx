import { sayDay } from '../../kernel/days.ts'
import { Choice, DayField, InsetText, LinkButton, Reading, TextArea, Timeline } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { chcDays, nextSteps } from '../rules/chc.ts'
import { chcSays } from '../rules/say.ts'
import type { ChcWhat } from '../types.ts'
import { waysOf } from './fields.tsx'
import { Rules } from './rules.tsx'
import type { Seen } from './shows.ts'

type Shows = Seen & { readonly mayNote: boolean; readonly done: string | undefined }

const ofFamily: readonly ChcWhat[] = ['review-asked', 'panel-asked']
/** What a reader may note next. */
export const stepsFor = ({ chc, staff }: Pick<Seen, 'chc' | 'staff'>): readonly ChcWhat[] =>
  nextSteps(chc).filter(what => staff || ofFamily.includes(what))

const Days = ({ chc }: Seen) => {
  const { reviewBy, panelBy } = chcDays(chc)
  return (
    <InsetText>
      <p>
        {reviewBy === null
          ? 'No decision letter is noted yet.'
          : `A local review may be asked for until ${sayDay(reviewBy)}.`}{' '}
        {panelBy === null ? '' : `NHS England’s panel may be asked until ${sayDay(panelBy)}.`}
      </p>
    </InsetText>
  )
}

const answered = (changed: boolean | null): string => {
  if (changed === null) return ''
  return changed ? ': it changes the decision' : ': the decision stays'
}

/** The way of a decision on continuing healthcare: letter, local review, independent panel. */
export const chcPage = (shows: Shows): Page => ({
  title: 'Continuing healthcare: the local review and the panel',
  back: `/complaints/${shows.found.reference}`,
  ...shows.strip,
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <Reading>
      <h1>Continuing healthcare: the local review and the panel</h1>
      <p>
        This is about whether somebody is eligible for continuing healthcare, not about the budget. First the
        board reviews its decision itself; somebody else than the first decider. After that NHS England can be
        asked for an independent panel. If the review takes far too long, the panel can be asked at once.
      </p>
      <p>
        <Rules rules={['CHC-APPEAL', 'CHC-IRP', 'CHC-IRP-ROUTE']} />
      </p>
      <Days {...shows} />
      <h2>What has happened</h2>
      <Timeline
        happened={[...shows.chc].reverse().map(({ round, what, on, says, changed, byName }) => ({
          key: `${round}-${what}`,
          day: on,
          what: `${chcSays[what]}${answered(changed)}`,
          who: byName,
          ...(says === '' ? {} : { why: <bdi>{says}</bdi> }),
        }))}
        empty="Nothing is noted yet."
      />
      {shows.mayNote && stepsFor(shows).length > 0 ? (
        <LinkButton href={`/complaints/${shows.found.reference}/chc/steps`}>
          {shows.staff ? 'Note the next step' : 'Ask for the next step'}
        </LinkButton>
      ) : null}
    </Reading>
  ),
})

export const ChcFields = (of: Seen) => (
  <>
    <Choice name="what" label="What happened?" ways={waysOf(stepsFor(of), chcSays)} />
    <DayField name="on" label="Which day?" />
    <TextArea
      name="says"
      label="What should be known about it?"
      hint="If the panel is asked before the review is answered: what delay there was."
      rows={4}
    />
    <Choice
      name="changed"
      label="Was the decision changed?"
      ways={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
        { value: 'none', label: 'There is no answer in this step' },
      ]}
    />
  </>
)

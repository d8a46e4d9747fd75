import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import {
  EmptyState,
  Form,
  LinkButton,
  OpenFigure,
  SubmitButton,
  TextArea,
  WarningCallout,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import {
  type DoubtShown,
  Doubts,
  Groups,
  Periods,
  type SharesShown,
  type SumShown,
  sumOf,
  WhatIf,
  type WhatIfShown,
} from './sum-parts.tsx'

type Shows = {
  readonly reference: string
  readonly person: Page['person']
  readonly sum: SumShown | null
  readonly shares: SharesShown
  readonly staff: { readonly mayAssess: boolean; readonly mayAnswer: boolean } | null
  readonly doubts: readonly DoubtShown[]
  readonly whatIf: WhatIfShown | null
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const NotYet = ({ reference, staff }: Pick<Shows, 'reference' | 'staff'>) => (
  <EmptyState
    says="No sum has been worked out yet."
    next={
      staff
        ? 'Write down the support that is needed, then work the sum out.'
        : 'We first find out what support you need. You will see the sum before you start your plan.'
    }
  >
    {staff?.mayAssess ? (
      <LinkButton href={`/needs/${reference}/support`}>Write down the support</LinkButton>
    ) : null}
  </EmptyState>
)

const kindSays = {
  indicative: 'Indicative budget: what we think your support takes. It can change while we plan.',
  final: 'Final budget: what was agreed with your plan.',
} as const

const Whole = ({ sum, ...shows }: Shows & { readonly sum: SumShown }) => (
  <>
    <p>{kindSays[sum.kind]}</p>
    {sum.shownOn === null ? (
      <WarningCallout heading="Not shown to the family yet">
        <p>They see it before planning starts, by law’s intent and ours.</p>
        {shows.staff?.mayAssess ? (
          <Form action={`/needs/${shows.reference}/sums/${sum.version}/showing`} name="Show the sum">
            <SubmitButton>Show it to the family</SubmitButton>
          </Form>
        ) : null}
      </WarningCallout>
    ) : null}
    <OpenFigure large figure={`${sayMoney(sum.weekly)} a week`} about={`from ${sayDay(sum.from)}`}>
      <p>
        Each line below was worked out by itself and rounded once, half a penny up. The lines add up to{' '}
        {sayMoney(sumOf(sum.lines))}.
      </p>
      <p>
        Formula version {sum.formulaVersion}. Rates of {sayShortDay(sum.ratesOn)}. Worked out on{' '}
        {sayShortDay(sum.madeOn)}, sum number {sum.version}.{' '}
        <a href={`/needs/${shows.reference}/sums/${sum.version}`}>Work it out again</a>
      </p>
    </OpenFigure>
    <Periods sum={sum} />
    <h2>What it is made of</h2>
    <Groups lines={sum.lines} shares={shows.shares} />
    {shows.shares === null && shows.staff === null ? null : (
      <p>
        <a href={`/funding/${shows.reference}`}>Who pays which share, and what you pay yourself</a>
      </p>
    )}
    <WhatIf reference={shows.reference} sum={sum} whatIf={shows.whatIf} />
    <h2>I don’t think this is right</h2>
    <Doubts doubts={shows.doubts} reference={shows.reference} mayAnswer={shows.staff?.mayAnswer ?? false} />
    <Form
      action={`/needs/${shows.reference}/doubts`}
      typed={shows.typed}
      errors={shows.errors}
      name="I don’t think this is right"
    >
      <TextArea
        name="words"
        label="What do you think is not right?"
        hint="We answer in writing, by a day that we tell you at once."
        most={3000}
      />
      <SubmitButton look="second">Tell us</SubmitButton>
    </Form>
  </>
)

/**
 * The sum: the weekly amount large, each line open to its working, employer's costs in plain sight, a way to
 * object.
 */
export const sumPage = (shows: Shows): Page => ({
  title: 'The budget',
  back: `/cases/${shows.reference}`,
  ...(shows.person ? { person: shows.person } : {}),
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.reference}</span> The budget
      </h1>
      {shows.sum === null ? (
        <NotYet reference={shows.reference} staff={shows.staff} />
      ) : (
        <Whole {...shows} sum={shows.sum} />
      )}
      {shows.staff?.mayAssess ? (
        <p>
          <a href={`/needs/${shows.reference}/assessment`}>Assessment</a>
          {' · '}
          <a href={`/needs/${shows.reference}/support`}>Support needed</a>
        </p>
      ) : null}
    </>
  ),
})

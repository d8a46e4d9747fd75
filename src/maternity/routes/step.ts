import type { ReactNode } from 'react'
import { mayFor, type Permission, type Route } from '../../access/public.ts'
import type { Done } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { stepPage } from '../../nhs/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Read } from '../../platform/forms.ts'
import type { Asked, FieldError, Typed } from '../../platform/route.ts'
import { atFields, formRoutes, numberIn } from '../../platform/steps.ts'
import { type MaternityStage, maternityStages } from '../../rights/public.ts'
import type { FieldsShow } from '../pages/fields.tsx'
import { offeringOn, placesOn, pricesOn } from '../queries/places.ts'
import { type Problem, problemSays } from '../rules/why-not.ts'
import { type Seen, seen } from './seeing.ts'

export type Which = {
  readonly reference: string
  readonly number: number
  readonly stage: MaternityStage | null
  readonly staff: boolean
}

/** One form about a maternity budget: where it is, what it asks, and what is done with it. */
export type Step<Value> = {
  /** Its part of the address, with `:stage` or `:number` where it is about one of several. */
  readonly at: string
  readonly allow: Permission
  readonly title: string
  readonly button: string
  readonly before?: (shows: FieldsShow) => ReactNode
  readonly fields: (shows: FieldsShow) => ReactNode
  readonly form: (today: PlainDate) => { read(typed: Typed): Read<Value> }
  readonly begins?: (today: PlainDate) => Typed
  readonly act: (doing: Doing, which: Which, value: Value) => Promise<Done<unknown, Problem>>
  /** The field at which a problem is said; the first field unless named. */
  readonly fieldOf: Readonly<Partial<Record<Problem, string>>> & { readonly first: string }
  readonly done: string
}

const mayHere = (doing: Doing, { found, staff }: Seen, allow: Permission): boolean =>
  !staff || mayFor(doing, allow, found.organisation)

export const wrongAt = (
  because: readonly Problem[],
  fieldOf: Step<unknown>['fieldOf'],
): readonly FieldError[] => atFields(because, { fieldOf, says: one => problemSays[one] })

const whichOf = (asked: Asked, { found, staff }: Seen): Which => ({
  reference: found.reference,
  number: numberIn(asked),
  stage: maternityStages.find(stage => stage === asked.at['stage']) ?? null,
  staff,
})

async function showsOf(doing: Doing, { found, budget, staff }: Seen, which: Which): Promise<FieldsShow> {
  const { organisation } = found
  const places = which.stage === null ? [] : await placesOn(doing, organisation, doing.today)
  return {
    budget,
    staff,
    stage: which.stage,
    number: which.number,
    places: places.filter(one => one.stage === which.stage),
    prices: await pricesOn(doing, organisation, doing.today),
    offering: await offeringOn(doing, organisation, doing.today),
  }
}

const placeOf = ({ at }: Pick<Step<unknown>, 'at'>, { reference, number, stage }: Which): string =>
  `/maternity/${reference}/${at.replace(':number', String(number)).replace(':stage', stage ?? '')}`

/** The two routes of a step: its page, and what is sent from it. */
export const stepRoutes = <Value>(step: Step<Value>): readonly Route[] =>
  formRoutes<Permission, Seen, Value, Problem>({
    at: `/maternity/:reference/${step.at}`,
    allow: step.allow,
    of: async (doing, asked) => {
      const of = await seen(doing, asked)
      return of === null || (step.at.includes(':stage') && whichOf(asked, of).stage === null) ? null : of
    },
    shown: (doing, of) => mayHere(doing, of, step.allow),
    page: async (doing, asked, { of, wrong }) => {
      const which = whichOf(asked, of)
      const shows = await showsOf(doing, of, which)
      return stepPage({
        title: step.title,
        button: step.button,
        back: `/maternity/${which.reference}`,
        action: placeOf(step, which),
        before: step.before?.(shows),
        fields: step.fields(shows),
        typed: wrong ? asked.form : (step.begins?.(doing.today) ?? {}),
        errors: wrong?.errors ?? [],
        ...of.strip,
      })
    },
    read: (doing, asked) => step.form(doing.today).read(asked.form),
    act: (doing, asked, { of, value }) => step.act(doing, whichOf(asked, of), value),
    errorsOf: because => wrongAt(because, step.fieldOf),
    onTo: of => `/maternity/${of.found.reference}?done=${step.done}`,
  })

import type { ReactNode } from 'react'
import { mayFor, type Permission, type Route } from '../../access/public.ts'
import type { Done } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Read } from '../../platform/forms.ts'
import {
  type Answer,
  type Asked,
  type FieldError,
  notAllowed,
  notFound,
  type Typed,
} from '../../platform/route.ts'
import { type MaternityStage, maternityStages } from '../../rights/public.ts'
import type { FieldsShow } from '../pages/fields.tsx'
import { stepPage } from '../pages/step.tsx'
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
): readonly FieldError[] =>
  because.map(one => ({ field: fieldOf[one] ?? fieldOf.first, says: problemSays[one] }))

const whichOf = ({ at }: Asked, { found, staff }: Seen): Which => ({
  reference: found.reference,
  number: Number(/^\d{1,4}$/.exec(at['number'] ?? '')?.[0] ?? 0),
  stage: maternityStages.find(stage => stage === at['stage']) ?? null,
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

/** The two routes of a step: its page, and what is sent from it. */
export function stepRoutes<Value>(step: Step<Value>): readonly Route[] {
  const about = (which: Which) => !step.at.includes(':stage') || which.stage !== null
  async function page(doing: Doing, asked: Asked, of: Seen & { readonly wrong?: readonly FieldError[] }) {
    const which = whichOf(asked, of)
    const at = step.at.replace(':number', String(which.number)).replace(':stage', which.stage ?? '')
    return stepPage({
      ...step,
      before: step.before,
      back: `/maternity/${which.reference}`,
      action: `/maternity/${which.reference}/${at}`,
      shows: await showsOf(doing, of, which),
      typed: of.wrong ? asked.form : (step.begins?.(doing.today) ?? {}),
      errors: of.wrong ?? [],
      ...of.strip,
    })
  }
  async function show(doing: Doing, asked: Asked): Promise<Answer> {
    const of = await seen(doing, asked)
    if (of === null || !mayHere(doing, of, step.allow) || !about(whichOf(asked, of))) return notFound
    return page(doing, asked, of)
  }
  async function send(doing: Doing, asked: Asked): Promise<Answer> {
    const of = await seen(doing, asked)
    if (of === null || !about(whichOf(asked, of))) return notFound
    const read = step.form(doing.today).read(asked.form)
    if (!read.ok) return page(doing, asked, { ...of, wrong: read.errors })
    const acted = await step.act(doing, whichOf(asked, of), read.value)
    if (acted.done) return `/maternity/${of.found.reference}?done=${step.done}`
    if (acted.because.includes('not-allowed')) return notAllowed
    return page(doing, asked, { ...of, wrong: wrongAt(acted.because, step.fieldOf) })
  }
  return [
    { at: `GET /maternity/:reference/${step.at}`, allow: step.allow, handle: show },
    { at: `POST /maternity/:reference/${step.at}`, allow: step.allow, handle: send },
  ]
}

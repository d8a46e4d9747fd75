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
import { stepPage } from '../pages/step.tsx'
import { type Problem, problemSays } from '../rules/why-not.ts'
import { type Seen, seen } from './seeing.ts'

type Which = { readonly entry: string; readonly number: number }

/** One form about somebody on the list: where it is, what it asks, and what is done with it. */
export type Step<Value, Shows> = {
  /** Its part of the address; `:number` where it is about one of several. */
  readonly at: string
  readonly allow: Permission
  readonly title: string
  readonly button: string
  /** What its fields show beside what is typed. */
  readonly load: (doing: Doing, seen: Seen) => Promise<Shows> | Shows
  readonly fields: (shows: Shows) => ReactNode
  readonly form: (today: PlainDate) => { read(typed: Typed): Read<Value> }
  readonly begins?: (seen: Seen, today: PlainDate) => Typed
  readonly act: (doing: Doing, which: Which, value: Value, of: Seen) => Promise<Done<unknown, Problem>>
  /** The field at which a problem is said; the first field unless named. */
  readonly fieldOf: Readonly<Partial<Record<Problem, string>>> & { readonly first: string }
  readonly done: string
}

const mayHere = (doing: Doing, { entry, staff }: Seen, allow: Permission): boolean =>
  !staff || mayFor(doing, allow, entry.organisation)

/** Problems as errors at their fields. */
export const errorsOf = (because: readonly Problem[], fieldOf: Step<never, never>['fieldOf']): FieldError[] =>
  because.map(one => ({ field: fieldOf[one] ?? fieldOf.first, says: problemSays[one] }))

/** The two routes of a step: its page, and what is sent from it. */
export function stepRoutes<Value, Shows>(step: Step<Value, Shows>): readonly Route[] {
  const numberIn = ({ at }: Asked) => Number(/^\d{1,4}$/.exec(at['number'] ?? '')?.[0] ?? 0)
  async function page(doing: Doing, asked: Asked, of: Seen & { readonly wrong?: readonly FieldError[] }) {
    return stepPage({
      title: step.title,
      button: step.button,
      entry: of.entry.id,
      action: `/registers/${of.entry.id}/${step.at.replace(':number', String(numberIn(asked)))}`,
      fields: step.fields(await step.load(doing, of)),
      typed: of.wrong ? asked.form : (step.begins?.(of, doing.today) ?? {}),
      errors: of.wrong ?? [],
      ...of.strip,
    })
  }
  async function show(doing: Doing, asked: Asked): Promise<Answer> {
    const of = await seen(doing, asked, 'register of people at risk')
    return of === null || !mayHere(doing, of, step.allow) ? notFound : page(doing, asked, of)
  }
  async function send(doing: Doing, asked: Asked): Promise<Answer> {
    const of = await seen(doing, asked, 'register of people at risk')
    if (of === null) return notFound
    const read = step.form(doing.today).read(asked.form)
    if (!read.ok) return page(doing, asked, { ...of, wrong: read.errors })
    const { id } = of.entry
    const acted = await step.act(doing, { entry: id, number: numberIn(asked) }, read.value, of)
    if (acted.done) return `/registers/${id}?done=${step.done}`
    if (acted.because.includes('not-allowed')) return notAllowed
    return page(doing, asked, { ...of, wrong: errorsOf(acted.because, step.fieldOf) })
  }
  return [
    { at: `GET /registers/:entry/${step.at}`, allow: step.allow, handle: show },
    { at: `POST /registers/:entry/${step.at}`, allow: step.allow, handle: send },
  ]
}

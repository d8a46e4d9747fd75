import type { ReactNode } from 'react'
import { mayFor, type Permission, type Route } from '../../access/public.ts'
import type { Done } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { stepPage } from '../../nhs/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Read } from '../../platform/forms.ts'
import type { FieldError, Typed } from '../../platform/route.ts'
import { atFields, formRoutes, numberIn } from '../../platform/steps.ts'
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
export const errorsOf = (
  because: readonly Problem[],
  fieldOf: Step<never, never>['fieldOf'],
): readonly FieldError[] => atFields(because, { fieldOf, says: one => problemSays[one] })

/** The two routes of a step: its page, and what is sent from it. */
export const stepRoutes = <Value, Shows>(step: Step<Value, Shows>): readonly Route[] =>
  formRoutes<Permission, Seen, Value, Problem>({
    at: `/registers/:entry/${step.at}`,
    allow: step.allow,
    of: (doing, asked) => seen(doing, asked, 'register of people at risk'),
    shown: (doing, of) => mayHere(doing, of, step.allow),
    page: async (doing, asked, { of, wrong }) =>
      stepPage({
        title: step.title,
        button: step.button,
        back: `/registers/${of.entry.id}`,
        action: `/registers/${of.entry.id}/${step.at.replace(':number', String(numberIn(asked)))}`,
        fields: step.fields(await step.load(doing, of)),
        typed: wrong ? asked.form : (step.begins?.(of, doing.today) ?? {}),
        errors: wrong?.errors ?? [],
        ...of.strip,
      }),
    read: (doing, asked) => step.form(doing.today).read(asked.form),
    act: (doing, asked, { of, value }) =>
      step.act(doing, { entry: of.entry.id, number: numberIn(asked) }, value, of),
    errorsOf: because => errorsOf(because, step.fieldOf),
    onTo: of => `/registers/${of.entry.id}?done=${step.done}`,
  })

import type { ReactNode } from 'react'
import { mayFor, type Permission, type Route } from '../../access/public.ts'
import type { Done } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { stepPage } from '../../nhs/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Read } from '../../platform/forms.ts'
import type { Typed } from '../../platform/route.ts'
import { atFields, formRoutes, numberIn } from '../../platform/steps.ts'
import { workedOut } from '../actions/agree.ts'
import { unbilled } from '../actions/invoice.ts'
import type { FieldsShow } from '../pages/fields.tsx'
import { type Problem, problemSays } from '../rules/why-not.ts'
import { type Seen, seen } from './seeing.ts'

/** One form about a wheelchair budget: where it is, what it asks, and what is done with it. */
export type Step<Value> = {
  /** Its part of the address; `:number` where it is about one of several. */
  readonly at: string
  readonly allow: Permission
  readonly title: string
  readonly button: string
  readonly fields: (shows: FieldsShow) => ReactNode
  readonly form: (today: PlainDate) => { read(typed: Typed): Read<Value> }
  readonly begins?: (seen: Seen, today: PlainDate) => Typed
  readonly act: (
    doing: Doing,
    which: { readonly reference: string; readonly number: number },
    value: Value,
  ) => Promise<Done<unknown, Problem>>
  /** The field at which a problem is said; the first field unless named. */
  readonly fieldOf: Readonly<Partial<Record<Problem, string>>> & { readonly first: string }
  readonly done: string
}

const mayHere = (doing: Doing, { found, staff }: Seen, allow: Permission): boolean =>
  !staff || mayFor(doing, allow, found.organisation)

async function showsOf(doing: Doing, at: string, { rounds }: Seen): Promise<FieldsShow> {
  const round = rounds[0] ?? null
  return {
    round,
    billed: unbilled(rounds) ?? null,
    worked: round?.choice && at === 'agreement' ? await workedOut(doing, round, doing.today) : null,
  }
}

/** The two routes of a step: its page, and what is sent from it. */
export const stepRoutes = <Value>(step: Step<Value>): readonly Route[] =>
  formRoutes<Permission, Seen, Value, Problem>({
    at: `/wheelchairs/:reference/${step.at}`,
    allow: step.allow,
    of: (doing, asked) => seen(doing, asked, 'wheelchair'),
    shown: (doing, of) => mayHere(doing, of, step.allow),
    page: async (doing, asked, { of, wrong }) =>
      stepPage({
        title: step.title,
        button: step.button,
        back: `/wheelchairs/${of.found.reference}`,
        action: `/wheelchairs/${of.found.reference}/${step.at.replace(':number', String(numberIn(asked)))}`,
        fields: step.fields(await showsOf(doing, step.at, of)),
        typed: wrong ? asked.form : (step.begins?.(of, doing.today) ?? {}),
        errors: wrong?.errors ?? [],
        ...of.strip,
      }),
    read: (doing, asked) => step.form(doing.today).read(asked.form),
    act: (doing, asked, { of, value }) =>
      step.act(doing, { reference: of.found.reference, number: numberIn(asked) }, value),
    errorsOf: because => atFields(because, { fieldOf: step.fieldOf, says: one => problemSays[one] }),
    onTo: of => `/wheelchairs/${of.found.reference}?done=${step.done}`,
  })

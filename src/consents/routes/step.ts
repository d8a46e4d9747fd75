import type { ReactNode } from 'react'
import { mayFor, type Permission, type Route } from '../../access/public.ts'
import type { Done } from '../../kernel/answers.ts'
import { stepPage } from '../../nhs/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Read } from '../../platform/forms.ts'
import type { Asked, Typed } from '../../platform/route.ts'
import { atFields, formRoutes } from '../../platform/steps.ts'
import { type Problem, problemSays } from '../rules/why-not.ts'
import { type Seen, seen } from './seeing.ts'

/** One form about a person's consents: where it is, what it asks, and what is done with it. */
export type Step<Value> = {
  /** Its part of the address; `:which` where it is about one of several. */
  readonly at: string
  readonly allow: Permission
  readonly title: string
  readonly button: string
  readonly files?: true
  readonly fields: (seen: Seen, which: string) => ReactNode
  readonly form: (seen: Seen, doing: Doing) => { read(typed: Typed): Read<Value> }
  /** Is there something for this form to be about? */
  readonly fits?: (seen: Seen, which: string) => boolean
  readonly act: (
    doing: Doing,
    of: { readonly seen: Seen; readonly which: string; readonly asked: Asked },
    value: Value,
  ) => Promise<Done<unknown, Problem>>
  /** The field at which a problem is said; the first field unless named. */
  readonly fieldOf: Readonly<Partial<Record<Problem, string>>> & { readonly first: string }
  readonly done: string
}

const whichOf = ({ at }: Asked): string => at['which'] ?? ''

async function found<Value>(doing: Doing, step: Step<Value>, asked: Asked): Promise<Seen | null> {
  const of = await seen(doing, asked, 'consents')
  if (of === null || !mayFor(doing, step.allow, of.person.organisation)) return null
  return step.fits === undefined || step.fits(of, whichOf(asked)) ? of : null
}

/** The two routes of a step: its page, and what is sent from it. */
export const stepRoutes = <Value>(step: Step<Value>): readonly Route[] =>
  formRoutes<Permission, Seen, Value, Problem>({
    at: `/consents/:person/${step.at}`,
    allow: step.allow,
    of: (doing, asked) => found(doing, step, asked),
    page: (_doing, asked, { of, wrong }) =>
      stepPage({
        title: step.title,
        button: step.button,
        files: step.files,
        back: `/consents/${of.person.id}`,
        action: `/consents/${of.person.id}/${step.at.replace(':which', whichOf(asked))}`,
        fields: step.fields(of, whichOf(asked)),
        typed: wrong ? asked.form : {},
        errors: wrong?.errors ?? [],
        ...of.strip,
      }),
    read: (doing, asked, of) => step.form(of, doing).read(asked.form),
    act: (doing, asked, { of, value }) => step.act(doing, { seen: of, which: whichOf(asked), asked }, value),
    errorsOf: because => atFields(because, { fieldOf: step.fieldOf, says: one => problemSays[one] }),
    onTo: of => `/consents/${of.person.id}?done=${step.done}`,
  })

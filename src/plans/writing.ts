import type { Done } from '../kernel/answers.ts'
import type { Doing } from '../platform/doing.ts'
import { one, type Read } from '../platform/forms.ts'
import { type Answer, type FieldError, notFound, type Page, type Typed } from '../platform/route.ts'
import { draftToWrite, type WrittenOn } from './actions/write.ts'
import type { EditShows } from './pages/edit.tsx'
import { type Refusal, refusalSays } from './says.ts'
import { digestOf, noteLook, nothingWrong, type WithPlan, type Wrong } from './showing.ts'

type Saved = Done<unknown, Refusal>

/** One thing of a plan that has a page of its own to write it on. */
export type Writing = {
  /** Below `/plans/:reference/`. */
  readonly place: string
  /** Where the plan shows it, to come back to. */
  readonly anchor: string
  /** The thing as it is now; undefined for one that is to be added. */
  readonly part: unknown
  /** The same in words, for somebody who wrote on top of something older. */
  readonly now: string
  /** The same as a form holds it. */
  readonly typed: Typed
  /** The field that a refusal of the whole is said at. */
  readonly field: string
  page(shows: EditShows): Page
  save(on: WrittenOn, form: Typed): Promise<Saved | { readonly errors: readonly FieldError[] }>
  readonly remove: ((on: WrittenOn) => Promise<Saved>) | null
}

/** A saver out of a form and an action: the action is only asked with what could be read. */
export const saving =
  <Value>(
    form: { read(typed: Typed): Read<Value> },
    act: (on: WrittenOn, value: Value) => Promise<Saved>,
  ): Writing['save'] =>
  async (on, typed) => {
    const read = form.read(typed)
    return read.ok ? act(on, read.value) : { errors: read.errors }
  }

type Drawn = { readonly writing: Writing; readonly wrong?: Wrong; readonly stale?: boolean }

function draw(at: WithPlan, { writing, wrong = nothingWrong, stale = false }: Drawn): Page {
  const sent = wrong.errors.length > 0
  const fresh = digestOf(writing.part)
  return writing.page({
    reference: at.reference,
    person: at.person,
    place: writing.place,
    was: sent && !stale ? one(wrong.typed, 'was') : fresh,
    now: stale ? writing.now : null,
    typed: sent ? wrong.typed : writing.typed,
    errors: wrong.errors,
    removable: writing.remove !== null && writing.part !== undefined,
  })
}

/**
 * The page to write one thing on. Who may only read is not shown it; a plan that is closed sends back to
 * itself.
 */
export async function showWriting(doing: Doing, at: WithPlan, writing: Writing | null): Promise<Answer> {
  if (writing === null) return notFound
  const open = await draftToWrite(doing, { reference: at.reference, seen: at.plan.changed })
  if (!open.done)
    return open.because.some(reason => reason === 'signed-off' || reason === 'with-approver')
      ? `/plans/${at.reference}`
      : notFound
  await noteLook(doing, at, 'plan to be written')
  return draw(at, { writing })
}

/**
 * What the form was drawn from still stands, or a thing is added: the count of changes may have gone on
 * elsewhere in the plan.
 */
function writtenOn({ plan, reference }: WithPlan, { part }: Writing, form: Typed): WrittenOn {
  const stands = part === undefined || one(form, 'was') === digestOf(part)
  return { reference, seen: stands ? plan.changed : -1 }
}

const isNotFound = (because: readonly Refusal[]): boolean =>
  because.some(reason => reason === 'plan-not-found' || reason === 'may-not-write')

function afterRefusal(
  at: WithPlan,
  writing: Writing,
  { form, because }: { form: Typed; because: readonly Refusal[] },
) {
  if (isNotFound(because)) return notFound
  const errors = because.map(reason => ({ field: writing.field, says: refusalSays[reason] }))
  const stale = because.includes('changed-meanwhile')
  return draw(at, { writing, wrong: { typed: form, errors }, stale })
}

/** Saves one thing and comes back to its place in the plan; nothing typed is lost when it is refused. */
export async function saveWriting(
  at: WithPlan,
  { writing, form }: { writing: Writing | null; form: Typed },
): Promise<Answer> {
  if (writing === null || at.plan.words === null) return notFound
  const saved = await writing.save(writtenOn(at, writing, form), form)
  if ('errors' in saved) return draw(at, { writing, wrong: { typed: form, errors: saved.errors } })
  if (saved.done) return `/plans/${at.reference}#${writing.anchor}`
  return afterRefusal(at, writing, { form, because: saved.because })
}

/** Takes one thing out of the plan. */
export async function removeWriting(
  at: WithPlan,
  { writing, form }: { writing: Writing | null; form: Typed },
): Promise<Answer> {
  if (writing?.remove == null || writing.part === undefined) return notFound
  const removed = await writing.remove(writtenOn(at, writing, form))
  if (removed.done) return `/plans/${at.reference}#${writing.anchor}`
  return afterRefusal(at, writing, { form: writing.typed, because: removed.because })
}
